import { z } from 'zod'
import type { Fault } from '../domain/error.ts'
import { nearest } from './suggest.ts'

/** What is wrong with one value: part of a Fault. Thrown by a parameter's reader, since each value has one first fault. */
export class Complaint extends Error {
  readonly fault: Pick<Fault, 'code' | 'suggestion'>

  constructor(code: string, message: string, suggestion?: string) {
    super(message)
    this.fault = { code, ...(suggestion === undefined ? {} : { suggestion }) }
  }
}

/** How a parameter is documented: JSON Schema keywords, `description` first. */
type Documentation = { description: string; [keyword: string]: unknown }

/** A parameter whose text `read` turns into what the handler gets. */
export function parameter<T>(documentation: Documentation, read: (text: string) => T) {
  return z
    .string()
    .transform((text, context): T => {
      try {
        if (text === '') throw new Complaint('empty', 'must not be empty')
        return read(text)
      } catch (error) {
        if (!(error instanceof Complaint)) throw error
        context.issues.push({ code: 'custom', message: error.message, input: text, params: error.fault })
        return z.NEVER
      }
    })
    .meta({ type: 'string', ...documentation })
}

/** Digits only: `1e1`, `0x10`, ` 1` and `+1` would be further spellings of one number, each with its own cache entry. */
export function integer(minimum: number, maximum: number, description: string) {
  return parameter({ description, type: 'integer', minimum, maximum }, (text) => {
    if (!/^(0|[1-9]\d{0,8})$/.test(text)) throw new Complaint('invalid', 'must be a whole number in digits')
    const value = Number(text)
    if (value < minimum || value > maximum) {
      throw new Complaint('out_of_range', `must be from ${minimum} to ${maximum}`)
    }
    return value
  })
}

export function choice<const T extends string>(values: readonly T[], description: string) {
  return parameter({ description, enum: values }, (text) => oneOf(values, text))
}

export function flag(description: string) {
  return parameter({ description, type: 'boolean' }, (text) => oneOf(['true', 'false'], text) === 'true')
}

/** A comma list of known words, each once. */
export function listOf<const T extends string>(values: readonly T[], documentation: Documentation) {
  return parameter(documentation, (text) => [...new Set(text.split(',').map((word) => oneOf(values, word)))])
}

/** White space folded to single spaces. @throws Complaint where nothing else is there */
export function foldSpace(text: string): string {
  const folded = text.trim().replace(/\s+/gu, ' ')
  if (folded === '') throw new Complaint('empty', 'must not be empty')
  return folded
}

/** Free text, white space folded. */
export function phrase(maximum: number, documentation: Documentation) {
  return parameter({ ...documentation, minLength: 1, maxLength: maximum }, (text) => {
    const folded = foldSpace(text)
    if (folded.length > maximum) throw new Complaint('too_long', `must not be longer than ${maximum} characters`)
    return folded
  })
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const known = values.find((value) => value === text)
  if (known === undefined) {
    throw new Complaint('unknown', `must be one of ${values.join(', ')}, not '${text}'`, nearest(text, values))
  }
  return known
}
