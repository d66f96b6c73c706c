import type { SearchNode } from '../../domain/search.ts'
import { type FindNames, longestName } from '../../search/names.ts'
import { type Wanted, wantedPhrase, wantedWord } from '../../search/wanted.ts'

const WORDS = '{headline lead body}'
const STEMS = '{headline_stems lead_stems body_stems}'

/**
 * The FTS5 expression of a search. Every word is quoted, so that nothing a user types is syntax: a folded word consists of
 * letters, marks and digits. A word finds its own form, its stem and, where it is a name that the gazetteer knows, every
 * article that names the same tag; words side by side that are a name together find it, too.
 */
export function matchExpression(node: SearchNode, findNames: FindNames): string {
  if (node.type === 'word') return expressionOf(wantedWord(node.text, findNames))
  if (node.type === 'phrase') return expressionOf(wantedPhrase(node.text, findNames))
  if (node.type === 'or') return either(node.nodes.map((one) => matchExpression(one, findNames)))
  if (node.type === 'not') throw new TypeError('A search needs something to find beside what it leaves out.')
  const wanted = node.nodes.filter(({ type }) => type !== 'not')
  const unwanted = node.nodes.flatMap((one) => (one.type === 'not' ? [matchExpression(one.node, findNames)] : []))
  const found = all(ofRun(wanted, findNames))
  return unwanted.length === 0 ? found : `(${[found, ...unwanted].join(' NOT ')})`
}

/** What stands side by side: names of several words first, then the words that are left. */
function ofRun(nodes: readonly SearchNode[], findNames: FindNames): string[] {
  const parts: string[] = []
  for (let at = 0; at < nodes.length; ) {
    const name = longestName(nodes, at, findNames)
    const length = name?.length ?? 1
    const own = all(nodes.slice(at, at + length).map((one) => matchExpression(one, findNames)))
    parts.push(name === null ? own : either([own, ...name.tags.map(ofTag)]))
    at += length
  }
  return parts
}

function expressionOf({ phrases, stems, tags }: Wanted): string {
  const words = phrases.map((phrase) => `${WORDS} : ${quote(phrase.join(' '))}`)
  const stemmed = stems.length === 0 ? [] : [`${STEMS} : (${stems.map(quote).join(' OR ')})`]
  return either([...words, ...stemmed, ...tags.map(ofTag)])
}

function ofTag(id: string): string {
  return `names : ${quote(id)}`
}

function quote(words: string): string {
  return `"${words}"`
}

function either(parts: string[]): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' OR ')})`
}

function all(parts: string[]): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' AND ')})`
}
