import type { FastifySchemaCompiler } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type Fault, KhabarError } from '../domain/error.ts'
import { NO_QUERY, type Query, type QueryEntry, readEntries } from './query-string.ts'
import { nearest } from './suggest.ts'

/**
 * Validates query strings by their zod schema. Path parameters and bodies pass: a malformed id is simply not found, and
 * what a capture may be the importer decides.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  if (httpPart !== 'querystring' || !(schema instanceof z.ZodObject)) return () => true
  if (Object.keys(schema.shape).length > 0) return remember(schema)
  return (query) => (query === NO_QUERY ? NOTHING : read(schema, query))
}

const NOTHING = { value: Object.freeze({}) }

type Outcome = { value: unknown } | { error: KhabarError }

/** Query strings that are remembered, and how long they may be: a few megabytes in all. */
const REMEMBERED = 1000
const LONGEST = 500

/** Reads a query string once, for it takes longer than to send a kept answer. In the same words it is the same object. */
function remember(schema: z.ZodObject): (query: Query) => Outcome {
  const known = new LRUCache<string, Outcome>({ max: REMEMBERED })
  return (query) => {
    const before = known.get(query.text)
    if (before !== undefined) return before
    const outcome = read(schema, query)
    if ('value' in outcome && query.text.length <= LONGEST) known.set(query.text, outcome)
    return outcome
  }
}

function read(schema: z.ZodObject, query: Query): Outcome {
  const names = Object.keys(schema.shape)
  const { values, faults } = sortOut(readEntries(query), names)
  const parsed = schema.safeParse(values)
  if (!parsed.success) faults.push(...parsed.error.issues.map(toFault))
  if (parsed.success && faults.length === 0) return { value: parsed.data }
  return { error: invalidParameters(faults) }
}

/** The values that can be looked at one by one, and what is wrong with the others. */
function sortOut(entries: readonly QueryEntry[], names: string[]) {
  const given = new Map<string, (string | null)[]>()
  for (const { name, value } of entries) given.set(name, [...(given.get(name) ?? []), value])
  const values: Record<string, string> = {}
  const faults: Fault[] = []
  for (const [name, [value = null, ...more]] of given) {
    if (!names.includes(name)) faults.push(unknownParameter(name, names))
    else if (more.length > 0) faults.push(fault(name, 'repeated', 'must be given once'))
    else if (value === null) faults.push(fault(name, 'malformed', 'must be percent-encoded UTF-8 without NUL'))
    else values[name] = value
  }
  return { values, faults }
}

function unknownParameter(name: string, names: string[]): Fault {
  const suggestion = nearest(name, names)
  const detail = `Unknown parameter '${name}'.`
  return { in: 'query', name, code: 'unknown', detail, ...(suggestion === undefined ? {} : { suggestion }) }
}

function toFault(issue: z.core.$ZodIssue): Fault {
  const complaint = issue.code === 'custom' ? (issue.params as Partial<Fault> | undefined) : undefined
  return { ...fault(String(issue.path[0]), 'invalid', issue.message), ...complaint }
}

/** @param complaint goes after the name, e.g. "must be given once" */
export function fault(name: string, code: string, complaint: string): Fault {
  return { in: 'query', name, code, detail: `Parameter '${name}' ${complaint}.` }
}

export function invalidParameters(faults: Fault[]): KhabarError {
  const detail = faults.map((one) => one.detail).join(' ')
  return new KhabarError('invalid_parameter', detail, { faults })
}
