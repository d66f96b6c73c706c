import { z } from 'zod'
import { ERROR_CODES, type ErrorCode, type KhabarError } from '../domain/error.ts'

type ProblemKind = { status: number; title: string; explanation: string }

/** The HTTP status of every error, its title, and what `GET /problems/{name}` says about it. */
const PROBLEMS = {
  bad_request: {
    status: 400,
    title: 'Bad request',
    explanation: 'The request is not well-formed HTTP, or its address is not valid percent-encoded UTF-8.',
  },
  invalid_parameter: {
    status: 400,
    title: 'Invalid parameter',
    explanation:
      'A parameter is unknown, repeated, out of range or does not have the form it should. `errors` lists every fault at once, with the nearest allowed name or value where there is one.',
  },
  invalid_cursor: {
    status: 400,
    title: 'Invalid cursor',
    explanation:
      'A cursor belongs to the query that it was given for. Take it from `links.next` or `links.prev`, and leave it out to start again.',
  },
  too_broad: {
    status: 400,
    title: 'Search too broad',
    explanation:
      'The words of the search stand in so many articles that looking at all of them would take seconds. Use fewer words, or rarer ones; `detail` states the limit.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    explanation:
      'Writing needs `Authorization: Bearer <token>` with the token that the server was started with (KHABAR_TOKEN). A server without a token takes no writes over HTTP. Reading needs no key.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    explanation: 'The token is valid, but it does not allow this.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    explanation: 'There is nothing at this address. GET / lists what there is.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    explanation: 'The address exists but does not take this method; the Allow header lists those that it takes.',
  },
  not_acceptable: {
    status: 406,
    title: 'Not acceptable',
    explanation: 'The Accept header rules out the only media type that this address has.',
  },
  request_timeout: {
    status: 408,
    title: 'Request timeout',
    explanation: 'The request did not arrive in full in the time allowed. The connection is closed; send it again.',
  },
  withdrawn: {
    status: 410,
    title: 'Withdrawn',
    explanation:
      'The article was in the archive and has been withdrawn; `withdrawal` says when and why. Remove it from caches and indexes.',
  },
  too_large: {
    status: 413,
    title: 'Too large',
    explanation: 'The body is longer than the server takes; `detail` states the limit.',
  },
  uri_too_long: {
    status: 414,
    title: 'Address too long',
    explanation: 'The address is longer than the server takes, or one segment of its path is.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    explanation:
      'A capture is sent as text/plain or text/html, in an encoding of the web that charset may name, without a content encoding, e.g. curl --data-binary @file -H "Content-Type: text/html; charset=utf-8".',
  },
  no_article: {
    status: 422,
    title: 'No article',
    explanation:
      'No article could be found in the capture. The fault says why: `empty`, `binary`, `not_utf8` or `furniture_only` (menus and the like, but no text), and at which line where that helps.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    explanation: 'This client has sent more requests than it may. Retry-After says in how many seconds to try again.',
  },
  headers_too_large: {
    status: 431,
    title: 'Headers too large',
    explanation: 'The headers of the request are longer than the server takes (16 KiB in all).',
  },
  internal: {
    status: 500,
    title: 'Internal error',
    explanation: 'The server failed. The operator finds the failure in the log under `requestId`.',
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    explanation:
      'The server has as many requests in hand as it takes, or is stopping. Retry-After says when to try again.',
  },
  storage_full: {
    status: 507,
    title: 'Storage full',
    explanation: 'The disk is full. Nothing was kept of this write; reading goes on.',
  },
  not_indexed: {
    status: 503,
    title: 'Not indexed yet',
    explanation:
      'After an update the search index is being made, and nothing can be searched until it is done. All else works. Retry-After says when to try again.',
  },
  storage_unavailable: {
    status: 503,
    title: 'Storage unavailable',
    explanation: 'The archive cannot be written now: it is read-only or locked. Reading may go on.',
  },
} satisfies Record<ErrorCode, ProblemKind>

export const faultSchema = z
  .object({
    in: z.enum(['path', 'query', 'header', 'body']),
    name: z.string(),
    code: z.string().meta({ description: 'What is wrong, for programs: unknown, repeated, invalid, out_of_range …' }),
    detail: z.string().optional(),
    suggestion: z.string().optional().meta({ description: 'The nearest name or value that is allowed' }),
    line: z.int().min(1).optional().meta({ description: 'Line of the capture, from 1' }),
  })
  .meta({ id: 'Fault', description: 'One thing that is wrong with the request' })

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Address of an explanation, relative to the server' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(ERROR_CODES).meta({ description: 'For programs' }),
    detail: z.string().meta({ description: 'For people' }),
    instance: z.string().optional().meta({ description: 'The address that was asked for' }),
    requestId: z.string().meta({ description: 'Also in X-Request-Id and in the log' }),
    errors: z.array(faultSchema).optional(),
    withdrawal: z
      .object({
        at: z.iso.datetime().nullable().meta({ description: 'When; null where that was not noted' }),
        reason: z.string().nullable().meta({ description: 'Why, for people; null where none was given' }),
      })
      .optional()
      .meta({ description: 'Of an article that was withdrawn' }),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details',
    examples: [
      {
        type: '/problems/invalid-parameter',
        title: 'Invalid parameter',
        status: 400,
        code: 'invalid_parameter',
        detail: "Unknown parameter 'contry'.",
        instance: '/v1/articles?contry=am',
        requestId: '5f1c9a20-1',
        errors: [{ in: 'query', name: 'contry', code: 'unknown', suggestion: 'country' }],
      },
    ],
  })
export type Problem = z.infer<typeof problemSchema>

export const PROBLEM_TYPE = 'application/problem+json'

export function problemKind(code: ErrorCode): ProblemKind {
  return PROBLEMS[code]
}

/** e.g. `invalid-parameter`, as in `/problems/invalid-parameter`. */
export function problemName(code: ErrorCode): string {
  return code.replaceAll('_', '-')
}

/** The problem document of an error. `instance` is the request target as it arrived. */
export function describeProblem(error: KhabarError, instance: string | null, requestId: string): Problem {
  const { status, title } = PROBLEMS[error.code]
  const { faults, withdrawal } = error
  return {
    type: `/problems/${problemName(error.code)}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    ...(instance === null ? {} : { instance: toReference(instance) }),
    requestId,
    ...(faults.length === 0 ? {} : { errors: faults }),
    ...(withdrawal === null ? {} : { withdrawal }),
  }
}

/** The target cut to a length that fits any log line, with what may not stand in a URI reference escaped. */
function toReference(target: string): string {
  return target.slice(0, 2048).replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, encodeURIComponent)
}
