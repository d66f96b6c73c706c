import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { withoutProclitics } from '../language/arabic.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isJoined, type Span, wordAt } from './joined.ts'
import { belongsToLonger } from './longer-name.ts'
import type { Match } from './match.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import { resolve } from './resolve.ts'
import { judge } from './rules.ts'
import type { TaggedText } from './text.ts'

/** A name of an entry that stands in a text, and why it does not count there. */
export type Uncounted = { span: Span; reason: string }

/** The names of an entry that stand in the texts without counting as mentions of it. */
export function findRuledOut(
  texts: readonly TaggedText[],
  id: string,
  { names: tree }: Pick<Gazetteer, 'names'>,
): Uncounted[] {
  const counted = resolve(texts, tree)
  const ruledOut: Uncounted[] = []
  for (const text of texts) {
    for (let first = 0; first < text.tokens.length; first++) {
      const found = longestOf(text, first, id, tree)
      if (found === null) continue
      const { span, name } = found
      const others = counted.filter((match) => overlap(match, span))
      if (!others.some(({ name }) => name.entry.id === id))
        ruledOut.push({ span, reason: explain(name, span, others, tree) })
      first = span.last
    }
  }
  return [...ruledOut, ...placesOf(id, counted)]
}

/** The longest name of the entry that begins at a token, whether it counts or not. */
function longestOf(text: TaggedText, first: number, id: string, tree: NameNode): { span: Span; name: Name } | null {
  const word = wordAt(text, first)
  for (const reading of [word, ...withoutProclitics(word)]) {
    let longest: { span: Span; name: Name } | null = null
    let node = tree.next?.get(reading)
    for (let last = first; node !== undefined; last++) {
      const name = node.names?.find(({ entry }) => entry.id === id)
      if (name !== undefined) longest = { span: { text, first, last }, name }
      node = isJoined(text, last) ? node.next?.get(wordAt(text, last + 1)) : undefined
    }
    if (longest !== null) return longest
  }
  return null
}

function overlap(one: Span, other: Span): boolean {
  return one.text === other.text && one.first <= other.last && other.first <= one.last
}

function explain(name: Name, span: Span, others: readonly Match[], tree: NameNode): string {
  const { counts } = judge(name, span, tree)
  if (counts === false) return name.rule === null ? 'it is not written with its capitals' : forbids(name.rule)
  if (others.length > 0) return `it counts for ${[...new Set(others.map(({ name }) => name.entry.id))].join(' and ')}`
  if (counts === null && name.rule !== null) return asks(name.rule)
  if (belongsToLonger({ ...span, name }, tree)) return 'it is part of a longer name'
  if (name.evidence === 'short-name') return 'it is short, and neither the full name nor a title that fits supports it'
  return 'another reading of these words was preferred'
}

type Rule = GazetteerEntry['ambiguous'][number]

function forbids({ notBefore, notAfter }: Rule): string {
  return `its rule does not let it count here: ${listed({ notBefore, notAfter })}`
}

function asks({ before, after, near }: Rule): string {
  return `its rule asks for words that are not here: ${listed({ before, after, near })}`
}

const WORDS_TOLD = 6

function listed(lists: Record<string, string[] | undefined>): string {
  return Object.entries(lists)
    .filter(([, phrases]) => phrases !== undefined)
    .map(([key, phrases = []]) => {
      const more = phrases.length > WORDS_TOLD ? ', …' : ''
      return `${key} ${phrases.slice(0, WORDS_TOLD).join(', ')}${more}`
    })
    .join('; ')
}

/** What lies in a country does not by itself make an article about it. */
function placesOf(id: string, counted: readonly Match[]): Uncounted[] {
  const [type, code] = id.split(':')
  if (type !== 'country') return []
  return counted
    .filter(({ name: { entry } }) => entry.id.startsWith('place:') && entry.country === code)
    .map(({ text, first, last }) => ({
      span: { text, first, last },
      reason: 'it is a place in the country, which no other words here make the article speak of',
    }))
}
