import { withoutProclitics } from '../language/arabic.ts'
import { type Composed, composeArabic, composeEnglish, composeEnglishOf } from './compose-body.ts'
import type { Phrase } from './institutions.ts'
import { isJoined, type Span, wordAt } from './joined.ts'
import { isLanguage } from './languages.ts'
import { isOfMedia } from './media.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import { decide, judge } from './rules.ts'
import type { TaggedText } from './text.ts'

/** A name found in a text, with the tokens that it covers. */
export type Match = Span & {
  name: Name
  /** What decided that it counts: words of its rule, of a title, or an id. */
  because?: string
  /** A name or demonym of its country is part of it. */
  countryInside?: true
  /** All whose short name this is. */
  owners?: Name[]
  /** Names whose rules ask for words that are missing here; one of them counts if it does elsewhere in the article. */
  undecided?: Name[]
}

/** What a body is called once it was named with its country: "الوزارة", "الجيش". */
export type BareBody = Span & { bare: readonly Phrase[] }

/**
 * The names in a text, longest first from each word on, none inside another: مينسك in مجموعة مينسك belongs to the
 * group. Inside a name that belongs to a country, that country's own name or demonym counts as well: "القوات الأرمينية"
 * names Armenia.
 */
export function findMatches(text: TaggedText, tree: NameNode): (Match | BareBody)[] {
  const matches: (Match | BareBody)[] = []
  let country: string | null = null
  const lastCountry = () => country
  for (let first = 0; first < text.tokens.length; first++) {
    for (const match of longestFrom(text, tree, first, lastCountry)) {
      matches.push(match)
      if ('name' in match) country = countryOf(match.name) ?? country
      first = Math.max(first, match.last)
    }
  }
  return matches
}

/** Words that only look like a proclitic with a name behind it: horsemanship (ف + Russian), Klaus (ك + Laos). */
const WHOLE_WORDS = new Set(['فروسيه', 'كلاوس'])

/** A known whole word wins over one without its proclitics: لبنان is no ل + بنان. */
function longestFrom(
  text: TaggedText,
  tree: NameNode,
  first: number,
  lastCountry: () => string | null,
): (Match | BareBody)[] {
  const word = wordAt(text, first)
  const found = longestReading(text, tree, first, word, lastCountry)
  if (found.length > 0 || WHOLE_WORDS.has(word)) return isLanguage(found[0], word, word) ? [] : found
  for (const reading of withoutProclitics(word)) {
    const found = longestReading(text, tree, first, reading, lastCountry)
    if (found.length > 0 && !isLanguage(found[0], word, reading)) return found
  }
  return []
}

const NOTHING: Match[] = []

/** Of the names and bodies that begin here the longest; of two as long the listed one, or the one that tells more of it. */
function longestReading(
  text: TaggedText,
  tree: NameNode,
  first: number,
  reading: string,
  lastCountry: () => string | null,
): (Match | BareBody)[] {
  if (tree.next?.get(reading) === undefined) return NOTHING
  let best: Match[] = []
  let undecided: Match | null = null
  let bare: BareBody | null = null
  for (const { node, last } of endsOf(text, tree, first, reading)) {
    const span = { text, first, last }
    const named = node.names && judgeNames(node.names, span, tree)
    if (named?.undecided) undecided ??= named
    else if (named != null) best = longer(longer(best, withCountry(named, tree)), fromEnglish(named, tree))
    if (node.phrases === null) continue
    const composed = fromPhrases(node.phrases, span, tree, lastCountry)
    if (composed[0]?.last !== undecided?.last) best = longer(best, composed)
    const alone = node.phrases.filter(({ form, own }) => form === 'bare' || (own && last > first))
    if (alone.length > 0) bare ??= { ...span, bare: alone }
  }
  if (best.length > 0) return best
  return bare ? [bare] : undecided ? withCountry(undecided, tree) : []
}

/** Where names end that begin with this reading of the first token, longest first. */
function endsOf(text: TaggedText, tree: NameNode, first: number, reading: string): { node: NameNode; last: number }[] {
  const ends: { node: NameNode; last: number }[] = []
  let node = tree.next?.get(reading)
  for (let last = first; node !== undefined; last++) {
    if (node.names !== null || node.phrases !== null) ends.push({ node, last })
    if (node.next === null || !isJoined(text, last)) break
    node = node.next.get(wordAt(text, last + 1))
  }
  return ends.reverse()
}

function longer(best: Match[], choice: Match[]): Match[] {
  const more = (choice[0]?.last ?? -1) - (best[0]?.last ?? -1)
  if (more !== 0) return more > 0 ? choice : best
  return choice.length > best.length && choice[0]?.name.entry === best[0]?.name.entry ? choice : best
}

/** The entry that the name means here; null where none or several. */
function judgeNames(names: readonly Name[], span: Span, tree: NameNode): Match | null {
  const counting = new Map<Name, string | undefined>()
  const doubtful: Name[] = []
  for (const name of names) {
    const { counts, because } = judge(name, span, tree)
    if (counts === true) counting.set(name, because)
    else if (counts === null) doubtful.push(name)
  }
  const certain = [...counting.keys()].filter(({ evidence }) => evidence !== 'short-name')
  const name = certain.length > 1 ? decide(certain, span, tree) : (certain[0] ?? counting.keys().next().value)
  if (name === undefined) {
    const [first] = doubtful
    if (first === undefined) return null
    const match = matchOf(span, first)
    match.undecided = doubtful
    return match
  }
  const match = matchOf(span, asUsed(name, span))
  const because = counting.get(name)
  if (because) match.because = because
  if (certain.length === 0) match.owners = [...counting.keys()]
  return match
}

/** Key by key, as all that is made for each name in a text: spreading takes ten times as long. */
function matchOf({ text, first, last }: Span, name: Name): Match {
  return { text, first, last, name }
}

/** "الوزارة السعودية", "الأراضي الفلسطينية": a country's name that is also its adjective is one behind a noun that it agrees with. */
function asUsed(name: Name, { text, first, last }: Span): Name {
  if (first < last) return LANDS.test(wordAt(text, first)) ? { ...name, evidence: 'demonym' } : name
  if (name.evidence !== 'name' || !name.entry.id.startsWith('country:')) return name
  if (!ADJECTIVE_TOO.test(wordAt(text, first)) || !isJoined(text, first - 1)) return name
  const isDefinite = wordAt(text, first).startsWith('ال')
  const before = wordAt(text, first - 1)
  const agrees =
    /(?:ه|ات|اضي|وال)$/.test(before) && before.length > 3 && /^[وفبك]?(?:ال|لل)/.test(before) === isDefinite
  return agrees ? { ...name, evidence: 'demonym' } : name
}
const LANDS = /^\S?(?:ال|لل)اراضي$/
const ADJECTIVE_TOO = /^(?:السعوديه|سوريه)$/

function fromPhrases(
  phrases: readonly Phrase[],
  span: Span,
  tree: NameNode,
  lastCountry: () => string | null,
): Match[] {
  const arabic = composeArabic(phrases, span, tree, lastCountry)
  if (arabic.length > 0) return arabic.flatMap((composed) => toMatches(composed, lastCountry))
  const english = composeEnglishOf(phrases, span, tree)
  return english === null ? [] : toMatches(english, lastCountry)
}

/** "Turkish" begins "Turkish Foreign Ministry". */
function fromEnglish(named: Match, tree: NameNode): Match[] {
  if (!named.name.entry.id.startsWith('country:')) return []
  const english = composeEnglish({ span: named, name: named.name }, tree)
  return english === null ? [] : toMatches(english, () => null)
}

/** The body, and the country that its nationality names. */
function toMatches({ span, entry, country }: Composed, lastCountry: () => string | null): Match[] {
  const evidence = country === null ? 'domestic-name' : 'name'
  const whole = matchOf(span, { text: '', entry, evidence, rule: null, generated: true, form: null })
  if (country === null) whole.because = `country:${lastCountry()}`
  whole.countryInside = true
  return country === null ? [whole] : [whole, matchOf(country.span, country.name)]
}

/** The country that a name stands for or belongs to, lower case. */
function countryOf({ entry }: Name): string | null {
  return entry.id.startsWith('country:') ? entry.id.slice('country:'.length) : entry.country
}

/** Bodies that act for their country, whatever of it is in their name. */
const OF_THEIR_COUNTRY: ReadonlySet<string | undefined> = new Set(['government', 'armed-group'])
/** The name, and the country that is named within it. */
function withCountry(named: Match, tree: NameNode): Match[] {
  const inside = countryInside(named, tree)
  if (inside === null) return [named]
  named.countryInside = true
  return [named, inside]
}

function countryInside({ name, text, first, last }: Match, tree: NameNode): Match | null {
  const { country, kind, id } = name.entry
  // Of an organisation only its nationality counts: "شركة أبل الأميركية", but no "نادي قطر".
  const isOrganization = kind === 'organization'
  if (isOrganization && isOfMedia({ text, first, last })) return null
  // "جنوب لبنان" names Lebanon too.
  const mayName = OF_THEIR_COUNTRY.has(kind) || isOrganization || id.startsWith('place:')
  if (country === null || first === last || !mayName) return null
  const own = `country:${country}`
  for (let token = first; token <= last; token++) {
    const word = wordAt(text, token)
    for (const reading of [word, ...withoutProclitics(word)]) {
      for (const end of endsOf(text, tree, token, reading)) {
        const named = end.last <= last && end.node.names?.find(({ entry }) => entry.id === own)
        const span = { text, first: token, last: end.last }
        if (!named || (isOrganization && named.evidence !== 'demonym')) continue
        if (judge(named, span, tree).counts !== false) return matchOf(span, named)
      }
    }
  }
  return null
}
