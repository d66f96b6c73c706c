import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** A strong ETag of what `parts` determine: the bytes themselves, or all that they follow from. */
export function etagOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    if (typeof part === 'string') hash.update(`${part}\0`)
    else hash.update(part).update('\0')
  }
  return `"${hash.digest('base64url').slice(0, 27)}"`
}

/** The same representation in another content encoding has a tag of its own: `"abc"` becomes `"abc-br"`. */
export function encodedEtag(etag: string, encoding: string): string {
  return `${etag.slice(0, -1)}-${encoding}"`
}

/**
 * The tag that the client has and that is still good, out of a list, with `W/` or without; of `*`, `etag` itself.
 * Undefined where the client has to be sent the whole.
 */
export function findFresh(request: FastifyRequest, etag: string): string | undefined {
  const header = request.headers['if-none-match']
  if (header === undefined) return undefined
  if (header === etag) return etag
  if (isWildcard(request)) return etag
  const good = [etag, encodedEtag(etag, 'br'), encodedEtag(etag, 'gzip')]
  return header.match(/"[^"]*"/g)?.find((tag) => good.includes(tag))
}

export function isWildcard(request: FastifyRequest): boolean {
  return request.headers['if-none-match']?.trim() === '*'
}
