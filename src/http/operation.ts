import { z } from 'zod'
import type { ErrorCode } from '../domain/error.ts'
import { PROBLEM_TYPE, problemKind, problemSchema } from './problem.ts'

/** What a route takes and answers: validates, and becomes its OpenAPI operation. */
export type Operation<Query extends z.ZodObject, Path extends z.ZodObject> = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  querystring: Query
  params?: Path
  body?: z.ZodType
  consumes?: string[]
  security?: { [scheme: string]: string[] }[]
  response: Record<number, unknown>
  /** Whether the OpenAPI document leaves it out. */
  hide?: boolean
}

type AnswerDocument = { description: string; content: Record<string, { schema: z.ZodType }> }

type Description<Query extends z.ZodObject, Path extends z.ZodObject> = {
  id: string
  tag: string
  summary: string
  description: string
  query?: Query
  path?: Path
  answer: AnswerDocument
  /** Beyond those that every operation can end with. */
  errors?: ErrorCode[]
}

type NoParameters = z.ZodObject<Record<never, never>>
const noParameters: NoParameters = z.strictObject({})

const EVERYWHERE: ErrorCode[] = ['invalid_parameter', 'request_timeout', 'uri_too_long', 'headers_too_large']
const ALSO_EVERYWHERE: ErrorCode[] = ['not_acceptable', 'too_many_requests', 'internal', 'overloaded']

/** A read: 200, 304 and its problems. */
export function documented<Query extends z.ZodObject = NoParameters, Path extends z.ZodObject = NoParameters>({
  id,
  tag,
  summary,
  description,
  query,
  path,
  answer,
  errors = [],
}: Description<Query, Path>): Operation<Query, Path> {
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(path === undefined ? {} : { params: path }),
    querystring: (query ?? noParameters) as Query,
    response: { 200: answer, 304: notModified, ...problems(errors) },
  }
}

const notModified = z.null().meta({ description: 'The client has it already' })

/** The problem answers of an operation; codes that share a status share an answer. */
export function problems(codes: ErrorCode[]): Record<number, AnswerDocument> {
  const all = new Set([...EVERYWHERE, ...ALSO_EVERYWHERE, ...codes])
  const answers: Record<number, AnswerDocument> = {}
  for (const code of all) {
    const { status, title } = problemKind(code)
    const description =
      answers[status] === undefined ? title : `${answers[status].description}, or ${title.toLowerCase()}`
    answers[status] = { description, content: { [PROBLEM_TYPE]: { schema: problemSchema } } }
  }
  return answers
}

export function json(description: string, schema: z.ZodType): AnswerDocument {
  return { description, content: { 'application/json': { schema } } }
}

export function text(mediaType: string, description: string): AnswerDocument {
  return { description, content: { [mediaType]: { schema: z.string() } } }
}
