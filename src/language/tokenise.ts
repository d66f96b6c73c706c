import { fold, foldWithOffsets } from './fold.ts'

/** A word: its folded form and where it stands in the original text, in UTF-16 units, end exclusive. */
export type Token = { folded: string; start: number; end: number }

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * The words of a text: unbroken runs of letters, marks and digits once folded. The search index, the query and the
 * tagger all use this one tokeniser, so that what is found by one is found by the others.
 */
export function tokenise(text: string): Token[] {
  const { text: folded, offsets } = foldWithOffsets(text)
  const tokens: Token[] = []
  for (const match of folded.matchAll(WORD)) {
    const from = match.index
    const last = from + match[0].length - 1
    tokens.push({
      folded: match[0],
      start: offsets[from] as number,
      end: endOfCluster(text, offsets[last] as number, offsets[last + 1]),
    })
  }
  return tokens
}

/** The end of the character at `start` with the marks behind it, which belong to the word though they fold to nothing. */
function endOfCluster(text: string, start: number, next: number | undefined): number {
  const limit = next === undefined || next === start ? text.length : next
  let end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1)
  while (end < limit && /[\p{M}\p{Lm}\p{Cf}]/u.test(text[end] as string)) end++
  return end
}

/** The words of a text alone, folded, with single spaces: what is left when marks of any kind do not count. */
export function foldedWords(text: string): string {
  return wordsOf(fold(text))
}

/** The same for text that is folded already. */
export function wordsOf(folded: string): string {
  return folded.match(WORD)?.join(' ') ?? ''
}
