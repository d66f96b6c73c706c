import type { GazetteerEntry, Institution } from '../domain/gazetteer.ts'
import type { Gender } from '../language/arabic.ts'
import { findNode, type NameNode, reach } from './name-tree.ts'
import type { WordsOf } from './word-memo.ts'

/** A body that many countries have, with the entry of each, by country code. */
export type Body = { gender: Gender; tail: readonly string[]; entries: Map<string, GazetteerEntry> }

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

/** Puts the phrases into the tree and makes the entries that no listed one stands for. */
export function addInstitutions(
  institutions: readonly Institution[],
  entries: ReadonlyMap<string, GazetteerEntry>,
  tree: NameNode,
  wordsOf: WordsOf,
  add: (made: GazetteerEntry) => void,
): void {
  const countries = [...entries.values()].filter(hasDemonyms).map((entry) => describeCountry(entry, wordsOf))
  const bodies = new Map<string, Body>()
  for (const institution of institutions) {
    const { id, same, gender, tail } = institution
    const body = {
      gender,
      tail: tail === undefined ? [] : wordsOf(tail),
      entries: bodies.get(same ?? '')?.entries ?? new Map(),
    }
    bodies.set(id, body)
    addPhrases(institution, body, tree, wordsOf)
    findListed(institution, body, countries, tree, wordsOf)
  }
  for (const institution of institutions) {
    const { entries: known } = bodies.get(institution.id) as Body
    if (institution.same !== undefined) continue
    for (const country of countries) {
      if (known.has(country.code)) continue
      const made = makeEntry(institution, country)
      const entry = entries.get(made.id) ?? made
      known.set(country.code, entry)
      add(entry)
    }
  }
}

function addPhrases(
  { ar, short, construct, en, bare }: Institution,
  body: Body,
  tree: NameNode,
  wordsOf: WordsOf,
): void {
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

function describeCountry(entry: GazetteerEntry, wordsOf: WordsOf): Country {
  const stems = (entry.demonyms.ar ?? []).map(wordsOf)
  const definite = (ending: string) =>
    stems.map((words) => words.map((word) => `ال${word}${word.endsWith('ي') ? ending : ''}`))
  return { code: entry.id.slice('country:'.length), entry, forms: { m: definite(''), f: definite('ه') } }
}

/** Finds what is listed under such a name: "وزارة الدفاع الأميركية" is one of the Pentagon's. */
function findListed({ ar }: Institution, body: Body, countries: readonly Country[], tree: NameNode, wordsOf: WordsOf) {
  for (const phrase of ar) {
    const node = reach(tree, wordsOf(phrase))
    const own = node.phrases?.find((other) => other.own)?.body.entries
    for (const { code, forms } of countries) {
      if (body.entries.has(code)) continue
      const entry = own?.get(code) ?? (node.next && listedEntry(node, code, forms[body.gender as 'm' | 'f']))
      if (entry != null) body.entries.set(code, entry)
    }
  }
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
