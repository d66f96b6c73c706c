import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib'
import { type ByteSource, withRewind } from './bytes.ts'
import { checkTrailer, takeHeader } from './gzip-frame.ts'
import type { Member } from './members.ts'
import { recordRefusal } from './refusal.ts'

/** A member of at most so many packed and unpacked bytes is unpacked in one step, which takes a fifth of the time. */
const SMALL = 256 * 1024
const SMALL_UNPACKED = 2 * 1024 * 1024

/** Bytes of a larger one that are unpacked at a time: at deflate's greatest ratio, 1,032, they make 16 MiB. */
const SLICE = 16 * 1024

/** Unpacked bytes from which on more than `BOMB_RATIO` for each packed one are a bomb; archives of pages reach 20. */
const BOMB_BYTES = 32 * 1024 * 1024
const BOMB_RATIO = 200

/** Packed bytes of a member that are kept, to look for the next one in should this one turn out broken. */
const KEPT = 1024 * 1024

/**
 * One gzip member, unpacked as it is read. node:zlib's own reader of gzip goes on into the next member by itself, and on
 * an error loses what it had unpacked of the members before; this one stops where its member ends.
 */
export function inflateMember(source: ByteSource): Member {
  const tape = withRewind(source, KEPT)
  const chunks = unpack(tape)
  let isBroken = false
  return {
    isBroken: () => isBroken,
    async next() {
      try {
        return (await chunks.next()).value ?? null
      } catch (cause) {
        isBroken = true
        tape.rewind()
        throw recordRefusal('broken_gzip', `The record cannot be unpacked: ${(cause as Error).message}.`, cause)
      }
    },
  }
}

async function* unpack(source: ByteSource): AsyncGenerator<Uint8Array, undefined> {
  await takeHeader(source)
  const small = await unpackSmall(source)
  if (small !== null) {
    await checkTrailer(source, crc32(small))
    yield small
    return
  }
  let checksum = 0
  for await (const chunk of unpackLarge(source)) {
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  await checkTrailer(source, checksum)
}

/** The data of a member that is small; null, and nothing read, for others and for broken ones. */
async function unpackSmall(source: ByteSource): Promise<Uint8Array | null> {
  const atHand = await source.next(SMALL)
  const data = atHand === null ? null : inflateWhole(source, atHand)
  if (data !== null || atHand === null) return data
  source.unread(atHand)
  if (atHand.length === SMALL) return null
  const ahead = await source.take(SMALL)
  const whole = inflateWhole(source, ahead)
  if (whole === null) source.unread(ahead)
  return whole
}

/** Puts back what stands behind the data; null where they are not whole. */
function inflateWhole(source: ByteSource, packed: Uint8Array): Uint8Array | null {
  try {
    const answer: unknown = inflateRawSync(packed, { info: true, maxOutputLength: SMALL_UNPACKED })
    const { buffer, engine } = answer as { buffer: Buffer; engine: InflateRaw }
    source.unread(packed.subarray(engine.bytesWritten))
    return buffer
  } catch {
    return null
  }
}

async function* unpackLarge(source: ByteSource): AsyncGenerator<Uint8Array> {
  const engine = createInflateRaw({ chunkSize: 64 * 1024 })
  const outputs: Uint8Array[] = []
  engine.on('data', (chunk) => outputs.push(chunk)).on('error', () => {})
  let [packed, unpacked] = [0, 0]
  try {
    for (let isEnded = false; !isEnded; ) {
      const slice = await source.next(SLICE)
      packed += slice?.length ?? 0
      isEnded = await feed(engine, slice)
      if (isEnded && slice !== null) source.unread(slice.subarray(slice.length - (packed - engine.bytesWritten)))
      for (const output of outputs.splice(0)) {
        unpacked += output.length
        if (unpacked > BOMB_BYTES && unpacked > packed * BOMB_RATIO)
          throw new Error(`it has more than ${BOMB_RATIO} times its size`)
        yield output
      }
    }
  } finally {
    engine.destroy()
  }
}

/** Hands bytes, or the end, to the engine and waits until it has had them. @returns whether the data are at their end */
function feed(engine: InflateRaw, slice: Uint8Array | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      engine.off('end', onEnd).off('error', onError)
      act()
    }
    const onEnd = () => settle(() => resolve(true))
    const onError = (error: Error) => settle(() => reject(error))
    engine.once('end', onEnd).once('error', onError)
    if (slice === null) engine.end()
    else engine.write(slice, (error) => settle(() => (error ? reject(error) : resolve(false))))
  })
}
