import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import { type Format, formatOfBytes, formatOfName, MEDIA_TYPE_OF } from '../domain/format.ts'
import { readArchive } from '../ingest.ts'
import type { Input } from './inputs.ts'

/** A capture with its path, in an archive followed by "#" and its record's number; why it cannot be had; null for a record that holds none. */
export type Found = { path: string; capture: Capture | KhabarError | null }

export type ReadOptions = {
  /** Where the page was; for a single capture. */
  url: string | null
  /** Bytes of the largest capture that is read. */
  limit: number
  /** What the files are; null: as their endings or their first bytes say. */
  format: Format | null
  /** Told how many bytes of a file were read. */
  onBytes?: (count: number) => void
}

/** Bytes that say what a file is. */
const START = 4096

/** The captures of files, in order. A file that cannot be read is refused, and the others go on. */
export async function* findCaptures(inputs: AsyncIterable<Input>, options: ReadOptions): AsyncGenerator<Found> {
  for await (const input of inputs) {
    try {
      yield* capturesOf(input, options)
    } catch (error) {
      if (error instanceof KhabarError && error.code === 'invalid_parameter') throw error
      yield { path: input.path, capture: unreadable(error as Error) }
    }
  }
}

function unreadable(cause: Error): KhabarError {
  if (cause instanceof KhabarError) return cause
  return new KhabarError('no_article', `The file cannot be read: ${cause.message}`, { cause })
}

async function* capturesOf({ path, open }: Input, { url, limit, format, onBytes }: ReadOptions): AsyncGenerator<Found> {
  const { start, bytes } = await peek(metered(open(), onBytes))
  const kind = format ?? formatOfName(path) ?? formatOfBytes(isPacked(start) ? unpackedStart(start) : start)
  if (kind === 'warc') {
    if (url !== null)
      throw new KhabarError('invalid_parameter', '--url goes with a single capture, not with an archive.')
    const name = path === '-' ? 'stdin' : basename(path)
    for await (const { number, content } of readArchive(bytes, { name, limit }))
      yield { path: number === null ? path : `${path}#${number}`, capture: content }
    return
  }
  const content = await readAll(isPacked(start) ? unpacked(bytes) : bytes, limit)
  if (content.length > limit)
    throw new KhabarError(
      'too_large',
      `The capture has more than ${limit} bytes; KHABAR_CAPTURE_LIMIT says how many are read.`,
    )
  const name = path === '-' ? null : basename(path).replace(/\.gz$/, '')
  const capture = { bytes: content, mediaType: MEDIA_TYPE_OF[kind], charset: null, name, url, capturedAt: null }
  yield { path, capture }
}

async function* metered(chunks: AsyncIterable<Uint8Array>, onBytes?: (count: number) => void) {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length)
    yield chunk
  }
}

/** The first bytes, and all bytes with these among them. */
async function peek(chunks: AsyncGenerator<Uint8Array>) {
  const first: Uint8Array[] = []
  for (let size = 0; size < START; ) {
    const { value, done } = await chunks.next()
    if (done === true) break
    first.push(value)
    size += value.length
  }
  const start = Buffer.concat(first)
  return { start, bytes: prepend(start, chunks) }
}

async function* prepend(start: Uint8Array, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  yield* chunks
}

function isPacked(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

/** What the first packed bytes hold; nothing where they are broken, which shows when the file is read. */
function unpackedStart(start: Uint8Array): Uint8Array {
  try {
    return gunzipSync(start.subarray(0, START), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}

/** What fails in either stream fails in the one that is read. */
function unpacked(bytes: AsyncIterable<Uint8Array>): Readable {
  return pipeline(Readable.from(bytes), createGunzip(), () => {})
}

/** All bytes of a stream; of more than `limit` only so many that they are over it. */
async function readAll(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}
