import type { SearchNode } from '../domain/search.ts'
import { foldedWords } from '../language/tokenise.ts'

/** The ids of the tags that some words, folded, are a certain name of. */
export type FindNames = (words: string) => string[]

/** Words of the longest name that is looked up. */
const LONGEST_NAME = 6
/** A name of more tags than this says too little. */
const MOST_TAGS = 3

/** The tags that a word or phrase of a search names by itself. */
export function tagsNamed(text: string, findNames: FindNames): string[] {
  const ids = findNames(foldedWords(text))
  return ids.length > MOST_TAGS ? [] : ids
}

/** The longest name of several words that begins at `nodes[at]`: how many nodes it takes, and what it names. */
export function longestName(nodes: readonly SearchNode[], at: number, findNames: FindNames) {
  let end = at
  while (end < nodes.length && end - at < LONGEST_NAME && nodes[end]?.type === 'word') end++
  for (; end > at + 1; end--) {
    const words = nodes.slice(at, end).map((one) => (one.type === 'word' ? one.text : ''))
    const tags = tagsNamed(words.join(' '), findNames)
    if (tags.length > 0) return { length: end - at, tags }
  }
  return null
}
