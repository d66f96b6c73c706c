import type { SearchNode } from '../../domain/search.ts'
import { clitics } from '../../language/stem/clitics.ts'
import { stemOf } from '../../language/stem/stem.ts'
import { foldedWords } from '../../language/tokenise.ts'

/** The ids of the tags that some words, folded, are a certain name of. */
export type FindNames = (words: string) => string[]

const WORDS = '{headline lead body}'
const STEMS = '{headline_stems lead_stems body_stems}'
/** Words of the longest name that is looked up. */
const LONGEST_NAME = 6
/** A name of more tags than this says too little. */
const MOST_TAGS = 3

/**
 * The FTS5 expression of a search. Every word is quoted, so that nothing a user types is syntax: a folded word consists of
 * letters, marks and digits. A word finds its own form, its stem and, where it is a name that the gazetteer knows, every
 * article that names the same tag; words side by side that are a name together find it, too.
 */
export function matchExpression(node: SearchNode, findNames: FindNames): string {
  if (node.type === 'word') return either([ofWord(node.text), ...ofNames(foldedWords(node.text), findNames)])
  if (node.type === 'phrase') return either([...ofPhrase(node.text), ...ofNames(foldedWords(node.text), findNames)])
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
    const own = nodes.slice(at, at + length).map((one) => matchExpression(one, findNames))
    parts.push(name === null ? all(own) : either([all(own), ...name.matches]))
    at += length
  }
  return parts
}

function longestName(nodes: readonly SearchNode[], at: number, findNames: FindNames) {
  let end = at
  while (end < nodes.length && end - at < LONGEST_NAME && nodes[end]?.type === 'word') end++
  for (; end > at + 1; end--) {
    const words = nodes.slice(at, end).map((one) => (one.type === 'word' ? foldedWords(one.text) : ''))
    const matches = ofNames(words.join(' '), findNames)
    if (matches.length > 0) return { length: end - at, matches }
  }
  return null
}

function ofWord(text: string): string {
  const word = foldedWords(text)
  const stems = new Set(['ar', 'en', 'fr'].map((language) => stemOf(word, language)))
  return `(${WORDS} : ${quote(word)} OR ${STEMS} : (${[...stems].map(quote).join(' OR ')}))`
}

/** A phrase in its own words; the first may carry proclitics ("وقف إطلاق النار" in "لوقف إطلاق النار"). */
function ofPhrase(text: string): string[] {
  const [first = '', ...rest] = foldedWords(text).split(' ')
  return [first, ...clitics(first)].map((word) => `${WORDS} : ${quote([word, ...rest].join(' '))}`)
}

function ofNames(words: string, findNames: FindNames): string[] {
  const ids = findNames(words)
  return ids.length > MOST_TAGS ? [] : ids.map((id) => `names : ${quote(id)}`)
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
