import { createUnitTest } from '../language/unit-test.ts'
import type { TaggedText } from './text.ts'

/** Some tokens of a text, first and last, inclusive. */
export type Span = { text: TaggedText; first: number; last: number }

/**
 * Whether the next word may belong to the same name: quotation marks and hyphens may stand between, commas may not, and
 * a point only behind an abbreviation ("U.S.", "St. Lucia").
 */
export function isJoined(text: TaggedText, token: number): boolean {
  const one = text.tokens[token]
  const next = text.tokens[token + 1]
  if (one === undefined || next === undefined) return false
  if (next.start === one.end + 1 && text.text.charCodeAt(one.end) === 32) return true
  const gap = text.text.slice(one.end, next.start)
  return /^[\s"'“”„«»‹›’‘`_/&\u0640–-]{0,6}$/u.test(gap) || (/^\.\s?$/.test(gap) && one.end - one.start <= 2)
}

/** The folded word of a token; '' beyond the ends. */
export function wordAt(text: TaggedText, token: number): string {
  return text.tokens[token]?.folded ?? ''
}

/** Whether a folded word begins with a Latin letter. */
export function isLatin(word: string): boolean {
  return word !== '' && isLatinLetter(word.charCodeAt(0))
}
const isLatinLetter = createUnitTest(/\p{Script=Latin}/u)

/** The text that a span covers, as written. */
export function writtenText({ text, first, last }: Span): string {
  return text.text.slice(text.tokens[first]?.start, text.tokens[last]?.end)
}
