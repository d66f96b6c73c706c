import type { FastifyRequest } from 'fastify'

/** Which pages of other origins may use the API: all may read, these may read and write, or none. */
export type CorsOrigin = '*' | readonly string[] | false

/** Names and values in turn. */
export type HeaderList = readonly string[]

export type Cors = {
  /** What answers depend on: the same for all. */
  vary: string
  /** For every answer, problems included, so that a page can read why. */
  headersFor(request: FastifyRequest): HeaderList
  /** For the answer to OPTIONS where `methods` are taken; none where the browser is to be refused. */
  preflightFor(request: FastifyRequest, methods: string[]): HeaderList
}

const NEGOTIATED = 'Accept, Accept-Encoding'
const EXPOSED = [
  'access-control-expose-headers',
  'ETag, Link, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id',
]
const ANYONE = ['access-control-allow-origin', '*', ...EXPOSED]
const NOBODY: HeaderList = []
const REQUEST_HEADERS = 'Accept, Authorization, Content-Type, If-None-Match, X-Request-Id'

export function createCors(allowed: CorsOrigin): Cors {
  if (allowed === '*') return forAnyone
  return allowed === false ? forNobody : forListed(allowed)
}

const forAnyone: Cors = {
  vary: NEGOTIATED,
  headersFor: ({ method }) => (method === 'POST' || method === 'DELETE' ? NOBODY : ANYONE),
  preflightFor: (request, methods) => allow(request, methods.filter(isRead)),
}

const forNobody: Cors = { vary: NEGOTIATED, headersFor: () => NOBODY, preflightFor: () => NOBODY }

function forListed(origins: readonly string[]): Cors {
  const isListed = (origin: string | undefined) => origin !== undefined && origins.includes(origin)
  return {
    vary: `${NEGOTIATED}, Origin`,
    headersFor: ({ headers: { origin = '' } }) =>
      isListed(origin) ? ['access-control-allow-origin', origin, ...EXPOSED] : NOBODY,
    preflightFor: (request, methods) => (isListed(request.headers.origin) ? allow(request, methods) : NOBODY),
  }
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function allow(request: FastifyRequest, methods: string[]): HeaderList {
  if (request.headers['access-control-request-method'] === undefined || methods.length === 0) return NOBODY
  return [
    ...['access-control-allow-methods', methods.join(', ')],
    ...['access-control-allow-headers', REQUEST_HEADERS],
    ...['access-control-max-age', '86400'],
  ]
}
