import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import { EXEMPT } from './exchange.ts'

/** Addresses that are remembered; whoever was heard of least recently begins anew. */
const ADDRESSES = 10_000

/** Refuses an address that has sent more requests within a minute than it may; to be called before there are routes. */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  if (requestsPerMinute === 0) return
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: ADDRESSES,
    allowList: (request) => EXEMPT.has(request.url),
    errorResponseBuilder: () =>
      new KhabarError('too_many_requests', `An address may send ${requestsPerMinute} requests in a minute.`),
  })
}
