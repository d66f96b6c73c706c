/** Everything that can go wrong in a way a caller should know. Only `http/problem.ts` knows the HTTP status of each. */
export const ERROR_CODES = [
  'bad_request',
  'invalid_parameter',
  'invalid_cursor',
  'too_broad',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'not_acceptable',
  'request_timeout',
  'withdrawn',
  'too_large',
  'uri_too_long',
  'unsupported_media_type',
  'no_article',
  'too_many_requests',
  'headers_too_large',
  'internal',
  'overloaded',
  'storage_full',
  'storage_unavailable',
  'not_indexed',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** One fault of the input: where it is, what it is called, what is wrong with it and what is allowed instead. */
export type Fault = {
  in: 'path' | 'query' | 'header' | 'body'
  name: string
  code: string
  detail?: string
  suggestion?: string
  line?: number
}

/** When and why an article was withdrawn; null where that is not known. */
export type Withdrawal = { at: string | null; reason: string | null }

/** An error with a code for programs and a sentence for people; `faults` lists all that is wrong with the input at once. */
export class KhabarError extends Error {
  readonly code: ErrorCode
  readonly faults: Fault[]
  /** Of `withdrawn`. */
  readonly withdrawal: Withdrawal | null

  constructor(
    code: ErrorCode,
    message: string,
    options: { faults?: Fault[]; withdrawal?: Withdrawal; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'KhabarError'
    this.code = code
    this.faults = options.faults ?? []
    this.withdrawal = options.withdrawal ?? null
  }
}
