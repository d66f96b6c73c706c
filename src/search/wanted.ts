import type { SearchNode } from '../domain/search.ts'
import { clitics } from '../language/stem/clitics.ts'
import { stemOf } from '../language/stem/stem.ts'
import { foldedWords } from '../language/tokenise.ts'
import { type FindNames, longestName, tagsNamed } from './names.ts'

/** The languages that words are stemmed in; which of them a query is in, nobody says. */
const LANGUAGES = ['ar', 'en', 'fr']

/** One thing that a search asks for, with all that it is found by. */
export type Wanted = {
  /** Ways to write it: folded words that stand side by side. */
  phrases: string[][]
  /** The stems of a single word. */
  stems: string[]
  /** Ids of the tags that it names. */
  tags: string[]
}

/** What a search wants to find, whatever it says about which of it must occur together. */
export function wantedOf(node: SearchNode, findNames: FindNames): Wanted[] {
  if (node.type === 'word') return [wantedWord(node.text, findNames)]
  if (node.type === 'phrase') return [wantedPhrase(node.text, findNames)]
  if (node.type === 'not') return []
  const each = node.nodes.flatMap((one) => wantedOf(one, findNames))
  return node.type === 'and' ? [...each, ...wantedNames(node.nodes, findNames)] : each
}

/** A word finds its own form, its stem and what it is a name of. */
export function wantedWord(text: string, findNames: FindNames): Wanted {
  const word = foldedWords(text)
  const stems = new Set(LANGUAGES.map((language) => stemOf(word, language)))
  return { phrases: [[word]], stems: [...stems], tags: tagsNamed(text, findNames) }
}

/** A phrase in its own words; the first may carry proclitics ("وقف إطلاق النار" in "لوقف إطلاق النار"). */
export function wantedPhrase(text: string, findNames: FindNames): Wanted {
  const [first = '', ...rest] = foldedWords(text).split(' ')
  const phrases = [first, ...clitics(first)].map((word) => [word, ...rest])
  return { phrases, stems: [], tags: tagsNamed(text, findNames) }
}

/** Words side by side that are a name together. */
function wantedNames(nodes: readonly SearchNode[], findNames: FindNames): Wanted[] {
  const positive = nodes.filter(({ type }) => type !== 'not')
  const names: Wanted[] = []
  for (let at = 0; at < positive.length; ) {
    const name = longestName(positive, at, findNames)
    if (name !== null) names.push({ phrases: [], stems: [], tags: name.tags })
    at += name?.length ?? 1
  }
  return names
}
