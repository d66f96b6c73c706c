import { stemOf } from '../language/stem/stem.ts'
import type { Token } from '../language/tokenise.ts'
import type { Wanted } from './wanted.ts'

/**
 * Where a text has something that was asked for: the whole word with its clitics, a phrase from its first word to its
 * last. `wanted` is the index of what was asked for; `exact`: as it was written, not by another form or name of it.
 */
export type Hit = { start: number; end: number; wanted: number; exact: boolean }

type Phrase = { words: string[]; wanted: number }

/** Finds words by exactly the rules that the index finds articles by. */
export function createHitFinder(wanted: readonly Wanted[]): (tokens: readonly Token[], language: string) => Hit[] {
  const phrases = new Map<string, Phrase[]>()
  const stems = new Map<string, number[]>()
  for (const [index, one] of wanted.entries()) {
    for (const words of one.phrases) put(phrases, words[0] as string, { words, wanted: index })
    for (const stem of one.stems) put(stems, stem, index)
  }
  return (tokens, language) =>
    tokens.flatMap((token, at) => {
      const exact = (phrases.get(token.folded) ?? []).flatMap((phrase) => hitOfPhrase(phrase, tokens, at))
      const { start, end } = token
      const same = (stems.get(stemOf(token.folded, language)) ?? [])
        .filter((wanted) => !exact.some((hit) => hit.wanted === wanted))
        .map((wanted) => ({ start, end, wanted, exact: false }))
      return [...exact, ...same]
    })
}

function hitOfPhrase({ words, wanted }: Phrase, tokens: readonly Token[], at: number): Hit[] {
  if (words.some((word, behind) => tokens[at + behind]?.folded !== word)) return []
  const [first, last] = [tokens[at], tokens[at + words.length - 1]] as [Token, Token]
  return [{ start: first.start, end: last.end, wanted, exact: true }]
}

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
