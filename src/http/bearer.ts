import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import type { Token } from '../domain/token.ts'

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i

/**
 * Who sends the request, by the token that it presents: its name.
 * @throws KhabarError 'unauthorized'
 */
export function findWriter({ headers }: FastifyRequest, tokens: readonly Token[]): string {
  if (tokens.length === 0) {
    throw new KhabarError(
      'unauthorized',
      'This server takes no writes over HTTP: it has no token from KHABAR_TOKEN or KHABAR_TOKEN_FILE.',
    )
  }
  const given = BEARER.exec(headers.authorization ?? '')?.[1]
  if (given === undefined) {
    throw new KhabarError('unauthorized', 'Writing needs the header "Authorization: Bearer <token>".')
  }
  const presented = digest(given)
  // All are compared, each in the same time whatever its length, so that how long it takes tells nothing.
  const [found] = tokens.filter(({ secret }) => timingSafeEqual(digest(secret), presented))
  if (found === undefined) throw new KhabarError('unauthorized', 'The token is not valid.')
  return found.name
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
