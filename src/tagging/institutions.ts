import type { GazetteerEntry, Institution } from '../domain/gazetteer.ts'
import type { Gender } from '../language/arabic.ts'
import { findNode, type NameNode, reach } from './name-tree.ts'
import { wordsOf } from './words-of.ts'

/**
 * A body that many countries have. `entries` holds its entry in each by country code, as far as it was asked for; `find`
 * finds or makes it, and is null for the domestic names of listed entries, which are all there.
 */
export type Body = {
  gender: Gender
  tail: readonly string[]
  entries: Map<string, GazetteerEntry>
  find: ((code: string) => GazetteerEntry | null) | null
}

/** The entry of a body in a country; undefined where it has none. */
export function entryOf(body: Body, code: string): GazetteerEntry | undefined {
  const known = body.entries.get(code)
  if (known !== undefined || body.find === null) return known
  const found = body.find(code)
  if (found === null) return undefined
  body.entries.set(code, found)
  return found
}

/**
 * Words that name a body with a country behind them (`definite`, `short`, `construct`), before them (`english`), or none
 * (`bare`, once the body was named with its country).
 */
export type Phrase = {
  body: Body
  form: 'definite' | 'short' | 'construct' | 'english' | 'bare'
  /** Listed as the domestic name of entries, not the phrase of an institution. */
  own?: true
}

/** A country with its demonyms as they stand behind a noun, by gender, in folded words. */
type Country = { code: string; entry: GazetteerEntry; forms: Record<'m' | 'f', (readonly string[])[]> }

/** Puts the phrases of institutions into the tree, and answers what makes their entries: all that no listed one stands for. */
export function addInstitutions(
  institutions: readonly Institution[],
  entries: ReadonlyMap<string, GazetteerEntry>,
  tree: NameNode,
): () => GazetteerEntry[] {
  const countries = new Map<string, Country>()
  for (const entry of entries.values()) {
    if (!hasDemonyms(entry)) continue
    const country = describeCountry(entry)
    countries.set(country.code, country)
  }
  const bodies = new Map<string, Body>()
  const phrasesOf = (institution: Institution) =>
    institutions.filter(({ id, same }) => id === institution.id || same === institution.id)
  for (const institution of institutions) {
    const { id, same, gender, tail } = institution
    const whole = bodies.get(same ?? '')
    const find = (code: string) => {
      const country = countries.get(code)
      if (country === undefined) return null
      const listed = findListed(phrasesOf(institution), country, tree)
      const made = listed ?? makeEntry(institution, country)
      return entries.get(made.id) ?? made
    }
    const body = {
      gender,
      tail: tail === undefined ? [] : wordsOf(tail),
      entries: whole?.entries ?? new Map(),
      find: whole?.find ?? find,
    }
    bodies.set(id, body)
    addPhrases(institution, body, tree)
  }
  return () =>
    [...bodies.values()].flatMap((body) => [...countries.keys()].flatMap((code) => entryOf(body, code) ?? []))
}

function addPhrases({ ar, short, construct, en, bare }: Institution, body: Body, tree: NameNode): void {
  const add = (texts: readonly string[], form: Phrase['form']) => {
    for (const text of texts) {
      const node = reach(tree, wordsOf(text))
      node.phrases ??= []
      node.phrases.push({ body, form })
    }
  }
  add(ar, 'definite')
  add(short, 'short')
  add(construct, 'construct')
  add(en, 'english')
  add(bare, 'bare')
}

function hasDemonyms({ id, demonyms }: GazetteerEntry): boolean {
  return id.startsWith('country:') && (demonyms.ar ?? demonyms.en) !== undefined
}

function describeCountry(entry: GazetteerEntry): Country {
  const stems = (entry.demonyms.ar ?? []).map(wordsOf)
  const definite = (ending: string) =>
    stems.map((words) => words.map((word) => `ال${word}${word.endsWith('ي') ? ending : ''}`))
  return { code: entry.id.slice('country:'.length), entry, forms: { m: definite(''), f: definite('ه') } }
}

/** What is listed under such a name: "وزارة الدفاع الأميركية" is one of the Pentagon's. */
function findListed(
  institutions: readonly Institution[],
  { code, forms }: Country,
  tree: NameNode,
): GazetteerEntry | null {
  for (const { ar, gender } of institutions) {
    for (const phrase of ar) {
      const node = findNode(tree, wordsOf(phrase))
      const own = node?.phrases?.find((other) => other.own)?.body.entries.get(code)
      const listed = own ?? (node?.next ? listedEntry(node, code, forms[gender]) : null)
      if (listed !== null) return listed
    }
  }
  return null
}

function listedEntry(node: NameNode, code: string, forms: readonly (readonly string[])[]): GazetteerEntry | null {
  for (const words of forms) {
    const name = findNode(node, words)?.names?.find(({ entry, rule }) => entry.country === code && rule === null)
    if (name?.entry.id.startsWith('actor:')) return name.entry
  }
  return null
}

/** What stands for a country in English before the name of a body, where its demonym does not. */
const ADJECTIVES: Record<string, string> = { us: 'US' }
const NO_NAMES = Object.freeze({})
const NO_RULES: never[] = []

function makeEntry({ id, kind, gender, label }: Institution, { code, entry }: Country): GazetteerEntry {
  const english = ADJECTIVES[code] ?? entry.demonyms.en?.[0]
  const arabic = entry.demonyms.ar?.[0]
  return {
    id: `actor:${slugOf(english ?? entry.label.en)}-${id}`,
    kind,
    label: {
      ar: arabic === undefined ? `${label.ar} في ${entry.label.ar}` : `${label.ar} ${agreeing(arabic, gender)}`,
      en: english === undefined ? `${label.en} of ${entry.label.en}` : `${english} ${label.en}`,
    },
    wikidata: null,
    country: code,
    names: NO_NAMES,
    shortNames: NO_NAMES,
    domesticNames: NO_NAMES,
    demonyms: NO_NAMES,
    ambiguous: NO_RULES,
    capital: false,
  }
}

/** "تركي" → "التركية" behind a feminine noun. */
function agreeing(demonym: string, gender: Gender): string {
  return demonym
    .split(' ')
    .map((word) => `${word.startsWith('ال') ? '' : 'ال'}${word}${gender === 'f' && word.endsWith('ي') ? 'ة' : ''}`)
    .join(' ')
}

function slugOf(english: string): string {
  return english
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
