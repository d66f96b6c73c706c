/** The bytes of a stream in order, some of which may be put back to be had again. */
export type ByteSource = {
  /** At most `most` bytes, at least one; null at the end. */
  next(most?: number): Promise<Uint8Array | null>
  unread(bytes: Uint8Array): void
  /** Exactly so many bytes, or as many as there are before the end. */
  take(count: number): Promise<Uint8Array>
}

export function createByteSource(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]()
  const held: Uint8Array[] = []

  async function next(most = Number.POSITIVE_INFINITY): Promise<Uint8Array | null> {
    let chunk = held.pop()
    while (chunk === undefined || chunk.length === 0) {
      const { value, done } = await iterator.next()
      if (done === true) return null
      chunk = value as Uint8Array
    }
    if (chunk.length > most) held.push(chunk.subarray(most))
    return chunk.subarray(0, most)
  }

  return {
    next,
    unread(bytes) {
      if (bytes.length > 0) held.push(bytes)
    },
    async take(count) {
      const parts: Uint8Array[] = []
      for (let missing = count; missing > 0; ) {
        const part = await next(missing)
        if (part === null) break
        parts.push(part)
        missing -= part.length
      }
      return Buffer.concat(parts)
    },
  }
}

/**
 * The same bytes, with a way back: `rewind` puts back what was had through this source, behind its first byte; of more
 * than `most` bytes only the last.
 */
export function withRewind(source: ByteSource, most: number): ByteSource & { rewind(): void } {
  const had: Uint8Array[] = []
  let size = 0
  const keep = <T extends Uint8Array | null>(bytes: T): T => {
    if (bytes !== null) had.push(bytes)
    size += bytes?.length ?? 0
    while (size - (had[0]?.length ?? 0) > most) size -= (had.shift() as Uint8Array).length
    return bytes
  }
  return {
    next: async (count) => keep(await source.next(count)),
    take: async (count) => keep(await source.take(count)),
    unread(bytes) {
      source.unread(bytes)
      size -= bytes.length
      for (let over = bytes.length; over > 0; ) {
        const last = had.pop() as Uint8Array
        if (last.length > over) had.push(last.subarray(0, last.length - over))
        over -= last.length
      }
    },
    rewind: () => source.unread(Buffer.concat(had).subarray(1)),
  }
}
