import { MAX_SEARCH_LENGTH, MAX_SEARCH_TERMS, type SearchNode } from '../domain/search.ts'
import { tokenise } from '../language/tokenise.ts'
import { Complaint } from './parameters.ts'

/** A piece of the text: an operator, or a word or phrase that something can be found by. `at` counts from 1. */
type Piece = { at: number } & ({ is: '(' | ')' | '-' | 'OR' | 'AND' } | { is: 'term'; node: SearchNode })

/** Deeper parentheses have no use and would only cost. */
const MAX_DEPTH = 16

/**
 * A minus only where a word begins ("Nagorno-Karabakh" has none), quotation marks of any script, and words up to white
 * space, a quotation mark or a parenthesis.
 */
const PIECES =
  /\s+|(?<quoted>["“”„«»](?<inside>[^"“”„«»]*)(?<closed>["“”„«»]?))|(?<mark>[()])|(?<word>[^\s()"“”„«»]+)/gu

/**
 * Reads a search: words are and, `OR` is or and binds less, `-` before a word, a phrase or a parenthesis is not,
 * quotation marks make a phrase. What has no letter and no digit is left out, unless nothing else is there.
 * @throws Complaint that tells the character, from 1
 */
export function parseSearch(text: string): SearchNode {
  if (text.length > MAX_SEARCH_LENGTH)
    throw new Complaint('too_long', `must not be longer than ${MAX_SEARCH_LENGTH} characters`)
  const pieces = piecesOf(text)
  const terms = pieces.filter(({ is }) => is === 'term').length
  if (terms === 0) throw new Complaint('no_word', 'must have a word to look for, of letters or digits')
  if (terms > MAX_SEARCH_TERMS)
    throw new Complaint('too_many', `must not have more than ${MAX_SEARCH_TERMS} words and phrases, not ${terms}`)
  const reader = createReader(pieces, text.length + 1)
  const node = readAlternatives(reader, 0)
  const rest = reader.next()
  if (rest !== undefined) throw misplaced(rest.at, "has a ')' without its '('")
  return node
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { index, groups = {} } of text.matchAll(PIECES)) {
    const at = index + 1
    if (groups.quoted !== undefined) {
      if (groups.closed === '') throw misplaced(at, 'has a quotation mark that is not closed')
      pieces.push(...termOf('phrase', groups.inside as string, at))
    } else if (groups.mark !== undefined) pieces.push({ is: groups.mark as '(' | ')', at })
    else if (groups.word !== undefined) pieces.push(...wordOf(groups.word, at, text[index + groups.word.length]))
  }
  return pieces
}

function wordOf(word: string, at: number, behind: string | undefined): Piece[] {
  if (word === 'OR' || word === 'AND') return [{ is: word, at }]
  if (!word.startsWith('-')) return termOf('word', word, at)
  const rest = word.replace(/^-+/, '')
  // "-" alone is a dash in a text that was pasted, unless it stands right before a parenthesis or a phrase.
  const negates = rest === '' ? behind !== undefined && /[("“„«]/u.test(behind) : tokenise(rest).length > 0
  return negates ? [{ is: '-', at }, ...termOf('word', rest, at + word.length - rest.length)] : []
}

function termOf(type: 'word' | 'phrase', text: string, at: number): Piece[] {
  const words = tokenise(text).length
  if (words === 0) return []
  return [{ is: 'term', at, node: { type: words > 1 ? 'phrase' : type, text } }]
}

type Reader = ReturnType<typeof createReader>

function createReader(pieces: readonly Piece[], end: number) {
  let position = 0
  return {
    peek: () => pieces[position]?.is,
    at: () => pieces[position]?.at ?? end,
    next: () => pieces[position++],
  }
}

function readAlternatives(reader: Reader, depth: number): SearchNode {
  if (depth > MAX_DEPTH) throw misplaced(reader.at(), `nests parentheses more than ${MAX_DEPTH} deep`)
  const nodes = [readTogether(reader, depth)]
  while (reader.peek() === 'OR') {
    reader.next()
    nodes.push(readTogether(reader, depth))
  }
  return nodes.length === 1 ? (nodes[0] as SearchNode) : { type: 'or', nodes }
}

function readTogether(reader: Reader, depth: number): SearchNode {
  const start = reader.at()
  const nodes: SearchNode[] = []
  for (let piece = reader.peek(); piece !== undefined && piece !== ')' && piece !== 'OR'; piece = reader.peek()) {
    if (piece === 'AND') {
      if (nodes.length === 0) throw misplaced(reader.at(), "has 'AND' without a word before it")
      reader.next()
      if (isEnd(reader)) throw misplaced(reader.at(), "has 'AND' without a word behind it")
    }
    nodes.push(readOne(reader, depth))
  }
  if (nodes.length === 0) throw misplaced(start, 'needs a word here')
  if (nodes.every(({ type }) => type === 'not'))
    throw misplaced(start, 'needs a word that must occur beside those that must not')
  return nodes.length === 1 ? (nodes[0] as SearchNode) : { type: 'and', nodes }
}

function isEnd(reader: Reader): boolean {
  return [undefined, ')', 'OR', 'AND'].includes(reader.peek())
}

function readOne(reader: Reader, depth: number): SearchNode {
  const piece = reader.next()
  if (piece?.is === 'term') return piece.node
  if (piece?.is === '-') return { type: 'not', node: readOne(reader, depth) }
  if (piece?.is !== '(') throw misplaced(piece?.at ?? reader.at(), 'needs a word here')
  const node = readAlternatives(reader, depth + 1)
  if (reader.peek() !== ')') throw misplaced(piece.at, "has a '(' that is not closed")
  reader.next()
  return node
}

function misplaced(at: number, message: string): Complaint {
  return new Complaint('syntax', `${message}, at character ${at}`)
}
