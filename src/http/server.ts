import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import accepts from '@fastify/accepts'
import fastify, {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  type FastifyInstance,
  type onRequestHookHandler,
} from 'fastify'
import { KhabarError } from '../domain/error.ts'
import { watchMethods } from './allowed-methods.ts'
import type { Cors } from './cors.ts'
import { createErrorHandler } from './errors.ts'
import { type BeginExchange, EXEMPT } from './exchange.ts'
import { takeQueryString } from './query-string.ts'
import { limitRate } from './rate-limit.ts'
import { closeWithProblem, createClientErrorHandler } from './raw-errors.ts'
import { createRequestIds } from './request-id.ts'
import type { Respond } from './respond.ts'
import { createUnmatchedHandler } from './unmatched.ts'
import { validatorCompiler } from './validate.ts'
import type { Writes } from './writes.ts'

type Options = {
  log: FastifyBaseLogger
  bodyLimit: number
  trustProxy: boolean | string
  rateLimit: number
  cors: Cors
  respond: Respond
  writes: Writes
  begin: BeginExchange
}

/** Times in milliseconds, sizes in bytes; each closes a way to keep a server busy with little. */
const LIMITS = {
  requestTimeout: 10_000,
  keepAliveTimeout: 72_000,
  forceCloseConnections: 'idle',
  return503OnClosing: false,
  http: { headersTimeout: 5000, connectionsCheckingInterval: 1000, maxHeaderSize: 16_384, requireHostHeader: false },
} satisfies FastifyHttpOptions<Server>

/** The server before it has routes: its limits, and one form of answer for all that can go wrong. */
export async function createServer(parts: Options): Promise<FastifyInstance> {
  const { log, bodyLimit, trustProxy, rateLimit, cors, respond, writes, begin } = parts
  const nextId = createRequestIds()
  const answerError = createErrorHandler({ respond, log, writes, bodyLimit })
  const options: FastifyHttpOptions<Server> = {
    ...LIMITS,
    bodyLimit,
    trustProxy,
    routerOptions: { maxParamLength: 200, querystringParser: takeQueryString },
    genReqId: nextId,
    clientErrorHandler: createClientErrorHandler(nextId),
    // Only what the router itself cannot take comes here, past all hooks.
    frameworkErrors: (error, request, reply) => answerError(begin(request, reply) ?? error, request, reply),
  }
  const app = fastify(options)
  app.addHook('onRequest', admitAfter(begin))
  app.setErrorHandler(answerError)
  const methodsOf = watchMethods(app)
  const preHandler = await limitRate(app, rateLimit)
  app.setNotFoundHandler({ preHandler }, createUnmatchedHandler({ methodsOf, cors, respond, answerError }))
  app.setValidatorCompiler(validatorCompiler)
  app.removeAllContentTypeParsers()
  answerOddRequests(app, nextId)
  await app.register(accepts)
  return app
}

/**
 * Counts every request that has arrived before it goes on with the first of them. An answer is made without a pause, so
 * that otherwise one request at a time would be in hand while hundreds wait unseen in their sockets, health checks among them.
 */
function admitAfter(begin: BeginExchange): onRequestHookHandler {
  return (request, reply, done) => {
    const refusal = begin(request, reply)
    if (refusal !== undefined || EXEMPT.has(request.url)) done(refusal)
    else setImmediate(done)
  }
}

/** What Node would otherwise answer by itself, not as a problem. */
function answerOddRequests(app: FastifyInstance, nextId: () => string): void {
  app.server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    const error = new KhabarError('method_not_allowed', 'This is no proxy.')
    closeWithProblem(socket, error, nextId(), { Allow: 'GET, HEAD, POST, DELETE, OPTIONS' })
  })
  app.server.on('checkExpectation', app.routing)
}
