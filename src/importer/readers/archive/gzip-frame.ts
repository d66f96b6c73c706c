import type { ByteSource } from './bytes.ts'

/** Flags of a gzip header (RFC 1952): parts that stand behind its first ten bytes. */
const [HEADER_CHECKSUM, EXTRA, NAME, COMMENT] = [2, 4, 8, 16] as const

/** Passes over what stands before the packed data. */
export async function takeHeader(source: ByteSource): Promise<void> {
  const flags = (await source.take(10))[3] ?? 0
  if (flags & EXTRA) {
    const size = await source.take(2)
    await source.take((size[0] ?? 0) + 256 * (size[1] ?? 0))
  }
  for (const flag of [NAME, COMMENT]) if (flags & flag) await takeZeroEnded(source)
  if (flags & HEADER_CHECKSUM) await source.take(2)
}

/** A name or comment; one of many kilobytes is none. */
async function takeZeroEnded(source: ByteSource): Promise<void> {
  const start = await source.take(4096)
  source.unread(start.subarray(start.indexOf(0) + 1 || start.length))
}

/** Passes over the checksum and the length behind the packed data. @throws Error where they are not those of the data */
export async function checkTrailer(source: ByteSource, checksum: number): Promise<void> {
  const trailer = Buffer.from(await source.take(8))
  if (trailer.length < 8) throw new Error('unexpected end of file')
  if (trailer.readUInt32LE(0) !== checksum) throw new Error('its checksum is another')
}
