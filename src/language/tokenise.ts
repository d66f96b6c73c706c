import { fold, foldWithOffsets } from './fold.ts'
import { createUnitTest } from './unit-test.ts'

/** A word: its folded form and where it stands in the original text, in UTF-16 units, end exclusive. */
export type Token = { folded: string; start: number; end: number }

const IN_WORDS = /^[\p{L}\p{N}\p{M}]/u
const isInWords = createUnitTest(IN_WORDS)
const belongsToWord = createUnitTest(/[\p{M}\p{Lm}\p{Cf}]/u)

/**
 * The words of a text: unbroken runs of letters, marks and digits once folded. The search index, the query and the
 * tagger all use this one tokeniser, so that what is found by one is found by the others.
 */
export function tokenise(text: string): Token[] {
  const { text: folded, offsets } = foldWithOffsets(text)
  const tokens: Token[] = []
  for (let from = wordStart(folded, 0); from < folded.length; ) {
    const to = wordEnd(folded, from)
    const start = offsets[from] as number
    const end = endOfCluster(text, offsets[to - 1] as number, offsets[to])
    tokens.push({ folded: folded.slice(from, to), start, end })
    from = wordStart(folded, to)
  }
  return tokens
}

/** The end of the character at `start` with the marks behind it, which belong to the word though they fold to nothing. */
function endOfCluster(text: string, start: number, next: number | undefined): number {
  const limit = next === undefined || next === start ? text.length : next
  let end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1)
  while (end < limit && belongsToWord(text.charCodeAt(end))) end++
  return end
}

/** Where the next word begins, from `at` on; the length of the text where none does. */
export function wordStart(text: string, at: number): number {
  while (at < text.length && unitsInWord(text, at) === 0) at++
  return at
}

/** The end of the word that begins at `from`. */
export function wordEnd(text: string, from: number): number {
  let at = from
  for (let units = unitsInWord(text, at); units > 0; units = at < text.length ? unitsInWord(text, at) : 0) at += units
  return at
}

/** How many units of the text the letter, mark or digit at `at` takes; 0 where there is none. */
function unitsInWord(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if ((unit & 0xf800) !== 0xd800) return isInWords(unit) ? 1 : 0
  return IN_WORDS.test(text.slice(at, at + 2)) ? 2 : 0
}

/** The words of a text alone, folded, with single spaces: what is left when marks of any kind do not count. */
export function foldedWords(text: string): string {
  return wordsOf(fold(text))
}

/** The same for text that is folded already. */
export function wordsOf(folded: string): string {
  return listWords(folded).join(' ')
}

/** The words of folded text, one by one. */
export function listWords(folded: string): string[] {
  const words: string[] = []
  for (let from = wordStart(folded, 0); from < folded.length; ) {
    const to = wordEnd(folded, from)
    words.push(folded.slice(from, to))
    from = wordStart(folded, to)
  }
  return words
}
