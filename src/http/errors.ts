import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorCode, KhabarError } from '../domain/error.ts'
import { toJson } from './answer.ts'
import type { HeaderList } from './cors.ts'
import { discardRest } from './discard.ts'
import { withoutSecrets } from './log-url.ts'
import { describeProblem, PROBLEM_TYPE, problemKind } from './problem.ts'
import type { Respond } from './respond.ts'
import type { Writes } from './writes.ts'

/** Fastify's own errors that a client causes, by their codes. */
const FASTIFY_ERRORS: Record<string, [ErrorCode, string]> = {
  FST_ERR_BAD_URL: ['bad_request', 'The path is not percent-encoded UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['uri_too_long', 'A segment of the path is too long.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'A capture is sent as text/plain or text/html.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad_request', 'The body is not as long as Content-Length says.'],
}

/** Headers that go with an error, whatever the address. */
const HEADERS: Partial<Record<ErrorCode, HeaderList>> = {
  unauthorized: ['www-authenticate', 'Bearer realm="khabar"'],
  unsupported_media_type: ['accept', 'text/plain, text/html', 'accept-encoding', 'identity'],
  overloaded: ['retry-after', '1'],
  storage_unavailable: ['retry-after', '5'],
  not_indexed: ['retry-after', '30'],
}

/** @param headers further ones that go with this error here, e.g. `Allow` */
export type AnswerError = (error: unknown, request: FastifyRequest, reply: FastifyReply, headers?: HeaderList) => void

type Parts = { respond: Respond; log: FastifyBaseLogger; writes: Writes; bodyLimit: number }

/** Answers every error of a request that reached Fastify as a problem; what is our own fault is logged, not told. */
export function createErrorHandler({ respond, log, writes, bodyLimit }: Parts): AnswerError {
  return (error, request, reply, headers = []) => {
    const known = withoutPaths(toKhabarError(error, bodyLimit))
    const { status } = problemKind(known.code)
    if (status >= 500 && known.code !== 'overloaded') {
      log.error(
        { err: error, requestId: request.id, method: request.method, url: withoutSecrets(request.url) },
        'request failed',
      )
    }
    writes.refused(request, known.code)
    const target = known.code === 'uri_too_long' ? null : request.url
    discardRest(request.raw)
    respond(request, reply, {
      status,
      headers: ['content-type', PROBLEM_TYPE, 'cache-control', 'no-store', ...(HEADERS[known.code] ?? []), ...headers],
      body: toJson(describeProblem(known, target, request.id)),
    })
  }
}

/** What storage says names its file: that is for the log. */
function withoutPaths(error: KhabarError): KhabarError {
  if (error.code !== 'storage_full' && error.code !== 'storage_unavailable') return error
  return new KhabarError(error.code, problemKind(error.code).explanation, { cause: error })
}

function toKhabarError(error: unknown, bodyLimit: number): KhabarError {
  if (error instanceof KhabarError) return error
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new KhabarError('too_large', `A capture may have ${bodyLimit} bytes at most.`)
  }
  const [known, message] = FASTIFY_ERRORS[String(code)] ?? []
  if (known !== undefined && message !== undefined) return new KhabarError(known, message)
  const isTheirs = typeof statusCode === 'number' && statusCode < 500
  if (isTheirs) return new KhabarError('bad_request', 'The request is not valid.')
  return new KhabarError('internal', 'The server failed.', { cause: error })
}
