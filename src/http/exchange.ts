import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import { pathOf, withoutSecrets } from './log-url.ts'
import { createRequestLog } from './request-log.ts'
import type { Tally } from './tally.ts'

const MAX_URL_LENGTH = 8192
const SLOW_SECONDS = 1

/** Answered even when all else is refused: they do next to no work, and who runs the server needs them then. */
export const EXEMPT: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

type Parts = { log: FastifyBaseLogger; tally: Tally; maxInFlight: number }

/** Counts the exchange, now and when it ends. @returns why to refuse the request */
export type BeginExchange = (request: FastifyRequest, reply: FastifyReply) => KhabarError | undefined

export function createExchange({ log, tally, maxInFlight }: Parts): BeginExchange {
  const logsRequests = ['info', 'debug', 'trace'].includes(log.level)
  const logRequest = createRequestLog(log)
  let inFlight = 0
  return (request, reply) => {
    const start = performance.now()
    inFlight += 1
    reply.raw.on('close', () => {
      inFlight -= 1
      finish(request, reply, (performance.now() - start) / 1000)
    })
    return inFlight > maxInFlight && !EXEMPT.has(request.url) ? overloaded() : findFault(request)
  }

  function finish(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
    const status = reply.raw.statusCode
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    tally.record(request.method, route, status, seconds)
    const isSlow = seconds > SLOW_SECONDS
    if (!isSlow && !logsRequests) return
    const { id: requestId, method, url } = request
    const line = { requestId, method, route, path: pathOf(url), status, seconds: Math.round(seconds * 1e6) / 1e6 }
    if (isSlow) log.warn({ ...line, url: withoutSecrets(url) }, 'slow request')
    else if (EXEMPT.has(url)) log.debug(line, 'request')
    else logRequest(line)
  }
}

function overloaded(): KhabarError {
  return new KhabarError('overloaded', 'The server has as many requests in hand as it takes.')
}

function findFault({ raw }: FastifyRequest): KhabarError | undefined {
  if (raw.httpVersionMajor !== 1) return new KhabarError('bad_request', 'The request is not HTTP/1.1.')
  if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
    return new KhabarError('bad_request', 'An HTTP/1.1 request needs a Host header.')
  }
  if (raw.url !== undefined && raw.url.length > MAX_URL_LENGTH) {
    return new KhabarError('uri_too_long', `An address may have ${MAX_URL_LENGTH} characters at most.`)
  }
  return undefined
}
