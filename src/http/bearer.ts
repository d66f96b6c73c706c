import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i

/** A hook that lets only requests with this token through, before any of their body is read; `null`: none at all. */
export function requireToken(token: string | null): (request: FastifyRequest) => Promise<void> {
  const expected = token === null ? null : digest(token)
  return async (request) => {
    if (expected === null) {
      throw new KhabarError(
        'unauthorized',
        'This server takes no writes over HTTP: it was started without KHABAR_TOKEN.',
      )
    }
    const given = BEARER.exec(request.headers.authorization ?? '')?.[1]
    if (given === undefined) {
      throw new KhabarError('unauthorized', 'Writing needs the header "Authorization: Bearer <token>".')
    }
    if (!timingSafeEqual(digest(given), expected)) throw new KhabarError('unauthorized', 'The token is not valid.')
  }
}

/** Of equal length whatever the token's, so that comparing tells nothing. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
