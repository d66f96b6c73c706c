import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, preHandlerHookHandler } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import type { HeaderList } from './cors.ts'
import { EXEMPT } from './exchange.ts'

/** Addresses that are remembered; whoever was heard of least recently begins anew. */
const ADDRESSES = 10_000

/** What the plugin sets: the fields of the IETF's draft, and Retry-After for who sent too much. */
const FIELDS = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after']

/**
 * Refuses an address that has sent more requests within a minute than it may; to be called before there are routes.
 * @returns the same for what matches no route
 */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<preHandlerHookHandler[]> {
  if (requestsPerMinute === 0) return []
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: ADDRESSES,
    enableDraftSpec: true,
    allowList: (request) => EXEMPT.has(request.url),
    errorResponseBuilder: () =>
      new KhabarError('too_many_requests', `An address may send ${requestsPerMinute} requests in a minute.`),
  })
  return [app.rateLimit()]
}

/** The fields that tell a client how much it may still send; none without a limit. */
export function limitFields(reply: FastifyReply): HeaderList {
  return FIELDS.flatMap((name) => (reply.hasHeader(name) ? [name, String(reply.getHeader(name))] : []))
}
