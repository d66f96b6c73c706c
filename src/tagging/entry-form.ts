import { type GazetteerEntry, gazetteerEntrySchema } from '../domain/gazetteer.ts'

const EMPTY = Object.freeze({})
const NONE: never[] = []
const EDGES = /^\s|\s$/
const LANGUAGE = /^[a-z]{2,3}$/
const ID = /^(?:country:[a-z]{2}|(?:actor|place):[a-z0-9]+(?:-[a-z0-9]+)*)$/
const KEYS: ReadonlySet<string> = new Set(Object.keys(gazetteerEntrySchema.shape))
const RULE_KEYS: ReadonlySet<string> = new Set(['name', 'before', 'after', 'near', 'notBefore', 'notAfter'])
const KINDS: ReadonlySet<unknown> = new Set(['person', 'organization', 'government', 'armed-group'])

/**
 * An entry as the schema reads it, where it is plainly right; null leaves it to the schema, which also says what is
 * wrong. Ten thousand entries go through here in the time in which the schema reads a thousand.
 */
export function readPlainEntry(item: unknown): GazetteerEntry | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null
  const entry = item as Record<string, unknown>
  for (const key in entry) if (!KEYS.has(key)) return null
  const { id, label, kind, wikidata = null, country = null, capital = false, timeZone, ambiguous = NONE } = entry
  const { names = EMPTY, shortNames = EMPTY, domesticNames = EMPTY, demonyms = EMPTY } = entry
  if (typeof id !== 'string' || !ID.test(id) || !isLabel(label)) return null
  if (kind !== undefined && !KINDS.has(kind)) return null
  if (wikidata !== null && !(typeof wikidata === 'string' && /^Q[1-9]\d*$/.test(wikidata))) return null
  if (country !== null && !(typeof country === 'string' && /^[a-z]{2}$/.test(country))) return null
  if (typeof capital !== 'boolean' || (timeZone !== undefined && typeof timeZone !== 'string')) return null
  if (!isNames(names) || !isNames(shortNames) || !isNames(domesticNames) || !isNames(demonyms)) return null
  if (!Array.isArray(ambiguous) || !ambiguous.every(isRule)) return null
  return fillEntry(entry as Partial<GazetteerEntry> & Pick<GazetteerEntry, 'id' | 'label'>)
}

/** An entry that is right, with what it leaves out. */
export function fillEntry(entry: Partial<GazetteerEntry> & Pick<GazetteerEntry, 'id' | 'label'>): GazetteerEntry {
  const { id, label, kind, timeZone, wikidata = null, country = null, capital = false, ambiguous = NONE } = entry
  const { names = EMPTY, shortNames = EMPTY, domesticNames = EMPTY, demonyms = EMPTY } = entry
  const read: GazetteerEntry = {
    id,
    label,
    wikidata,
    country,
    names,
    shortNames,
    domesticNames,
    ambiguous,
    demonyms,
    capital,
  }
  // Spreading what may be absent takes ten times as long as all else of an entry.
  if (kind !== undefined) read.kind = kind
  if (timeZone !== undefined) read.timeZone = timeZone
  return read
}

function isLabel(label: unknown): boolean {
  if (typeof label !== 'object' || label === null) return false
  for (const key in label) if (key !== 'ar' && key !== 'en') return false
  const { ar, en } = label as Record<string, unknown>
  return isName(ar) && isName(en)
}

/** Without white space around it, which the schema would cut off. */
function isName(name: unknown): boolean {
  return typeof name === 'string' && name !== '' && !EDGES.test(name)
}

function isNames(names: unknown): boolean {
  if (names === EMPTY) return true
  if (typeof names !== 'object' || names === null || Array.isArray(names)) return false
  for (const language in names) {
    const list = (names as Record<string, unknown>)[language]
    if (!LANGUAGE.test(language) || !Array.isArray(list) || !list.every(isName)) return false
  }
  return true
}

function isRule(rule: unknown): boolean {
  if (typeof rule !== 'object' || rule === null || !isName((rule as { name: unknown }).name)) return false
  return Object.entries(rule).every(
    ([key, value]) =>
      RULE_KEYS.has(key) &&
      (key === 'name' || (Array.isArray(value) && value.every((phrase) => typeof phrase === 'string'))),
  )
}
