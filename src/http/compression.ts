import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

export const ENCODINGS = ['br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Below this, headers and the client's work cost more than the bytes saved. */
export const WORTH_COMPRESSING = 1024

/** Compresses a body that `etag` identifies, off the main thread, and keeps the result. */
export type Compress = (etag: string, encoding: Encoding, body: Uint8Array) => Promise<Buffer>

type Job = { encoding: Encoding; body: Uint8Array }

/** @param maxBytes of compressed bodies kept, the least recently used dropped first; 0 to keep none */
export function createCompression(maxBytes: number): Compress {
  const cache = new LRUCache<string, Buffer, Job>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: (compressed, key) => compressed.length + key.length,
    fetchMethod: (_key, _stale, { context }) => RUN[context.encoding](context.body),
  })
  return async (etag, encoding, body) => {
    const job = { encoding, body }
    return (await cache.fetch(etag + encoding, { context: job })) ?? RUN[encoding](body)
  }
}

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Quality 5: a tenth of the time of the default, 11, for some 10 % more bytes. */
const RUN = {
  br: (body: Uint8Array) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Uint8Array) => deflate(body, { level: 6 }),
} satisfies Record<Encoding, (body: Uint8Array) => Promise<Buffer>>
