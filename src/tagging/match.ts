import { withoutProclitics } from '../language/arabic.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import { decide, judge, type LastCountry, type Span } from './rules.ts'
import type { TaggedText } from './text.ts'

/** A name found in a text, with the tokens that it covers. */
export type Match = Span & {
  name: Name
  /** All whose short name this is. */
  owners?: Name[]
  /** The words that its rule asks for are missing; it counts if the same name counts elsewhere in the article. */
  undecided?: true
}

/**
 * The names in a text, longest first from each word on, none inside another: مينسك in مجموعة مينسك belongs to the
 * group. Inside a name that belongs to a country, that country's own name or demonym counts as well: "القوات الأرمينية"
 * names Armenia.
 */
export function findMatches(text: TaggedText, tree: NameNode): Match[] {
  const matches: Match[] = []
  let country: string | null = null
  const lastCountry: LastCountry = () => country
  for (let first = 0; first < text.tokens.length; first++) {
    const match = longestFrom(text, tree, first, lastCountry)
    if (match === null) continue
    matches.push(match, ...countryInside(match, tree))
    country = countryOf(match.name) ?? country
    first = match.last
  }
  return matches
}

/** Words that only look like a proclitic with a name behind it: horsemanship (ف + Russian), Klaus (ك + Laos). */
const WHOLE_WORDS = new Set(['فروسيه', 'كلاوس'])

/** A known whole word wins over one without its proclitics: لبنان is no ل + بنان. */
function longestFrom(text: TaggedText, tree: NameNode, first: number, lastCountry: LastCountry): Match | null {
  const word = text.tokens[first]?.folded as string
  for (const reading of WHOLE_WORDS.has(word) ? [word] : [word, ...withoutProclitics(word)]) {
    const match = longestReading(text, tree, first, reading, lastCountry)
    if (match !== null && !isLanguage(match, word, reading)) return match
  }
  return null
}

function longestReading(
  text: TaggedText,
  tree: NameNode,
  first: number,
  reading: string,
  lastCountry: LastCountry,
): Match | null {
  const ends: { names: Name[]; last: number }[] = []
  let node = tree.next.get(reading)
  for (let last = first; node !== undefined; last++) {
    if (node.names.length > 0) ends.push({ names: node.names, last })
    if (!isJoined(text, last)) break
    node = node.next.get(text.tokens[last + 1]?.folded as string)
  }
  let undecided: Match | null = null
  for (const { names, last } of ends.reverse()) {
    const span = { text, first, last }
    const verdicts = names.map((name) => ({ name, verdict: judge(name, span, tree, lastCountry) }))
    const counting = verdicts.filter(({ verdict }) => verdict === 'counts').map(({ name }) => name)
    const certain = counting.filter(({ evidence }) => evidence !== 'short-name')
    const name = certain.length > 1 ? decide(certain, span, tree) : (certain[0] ?? counting[0])
    if (name !== undefined) return { ...span, name, ...(certain.length === 0 && { owners: counting }) }
    const doubtful = verdicts.find(({ verdict }) => verdict === 'undecided')
    if (doubtful !== undefined) undecided ??= { ...span, name: doubtful.name, undecided: true }
  }
  return undecided
}

/**
 * Whether the next word may belong to the same name: quotation marks and hyphens may stand between, commas may not, and
 * a point only behind an abbreviation ("U.S.", "St. Lucia").
 */
function isJoined(text: TaggedText, token: number): boolean {
  const [one, next] = [text.tokens[token], text.tokens[token + 1]]
  if (one === undefined || next === undefined) return false
  const gap = text.text.slice(one.end, next.start)
  return /^[\s"'“”„«»‹›’‘`_/&\u0640–-]{0,6}$/u.test(gap) || (/^\.\s?$/.test(gap) && one.end - one.start <= 2)
}

/** "بالفرنسية" and "اللغة الإنجليزية" are languages. */
function isLanguage({ name, text, first }: Match, word: string, reading: string): boolean {
  if (name.evidence !== 'demonym') return false
  const before = text.tokens[first - 1]?.folded ?? ''
  return (
    /^[وفب]?(?:ال|لل)?لغ(?:ه|ات)$/u.test(before) ||
    (/^[وف]?بال/.test(word) && word.endsWith(`ب${reading}`) && reading.endsWith('يه'))
  )
}

/** The country that a name stands for or belongs to, lower case. */
function countryOf({ entry }: Name): string | null {
  return entry.id.startsWith('country:') ? entry.id.slice('country:'.length) : entry.country
}

/** Bodies that act for their country; an agency or a paper that is called by it does not: "وكالة الأنباء الفرنسية". */
const OF_THEIR_COUNTRY: ReadonlySet<string | undefined> = new Set(['government', 'armed-group'])

function countryInside({ name, text, first, last }: Match, tree: NameNode): Match[] {
  const { country, kind } = name.entry
  if (country === null || first === last || !OF_THEIR_COUNTRY.has(kind)) return []
  const inside = { ...text, tokens: text.tokens.slice(first, last + 1) }
  for (let token = 0; token < inside.tokens.length; token++) {
    const match = longestFrom(inside, tree, token, () => null)
    if (match?.name.entry.id !== `country:${country}`) continue
    return [{ ...match, text, first: first + match.first, last: first + match.last }]
  }
  return []
}
