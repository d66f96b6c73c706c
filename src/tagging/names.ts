import type { AmbiguousName, GazetteerEntry } from '../domain/gazetteer.ts'
import type { Evidence } from '../domain/tag.ts'
import { inflectDemonym } from '../language/arabic.ts'
import { fold } from '../language/fold.ts'

/** One written form of an entry's name, and under which conditions it counts. */
export type Name = {
  text: string
  entry: GazetteerEntry
  evidence: Evidence
  /** Words around it that decide; null where it counts everywhere. */
  rule: AmbiguousName | null
  /** Made by rule from a listed form; a listed name of another entry is stronger. */
  generated: boolean
  /** Counts only where the country named last before it is the entry's: "مجلس الأمن في بلاده". */
  ofNamedCountry: boolean
}

/** How a text says that a body just named is that of the country it speaks of. */
const IN_HIS_COUNTRY = ['في بلاده', 'في بلادها', 'في بلادهم', 'في البلاد']

/** All forms of an entry's names: as listed, inflected, and combined with its country's demonyms. */
export function namesOf(entry: GazetteerEntry, entries: ReadonlyMap<string, GazetteerEntry>): Name[] {
  const rules = new Map(entry.ambiguous.map((rule) => [fold(rule.name), rule]))
  const seen = new Set<string>()
  const names: Name[] = []
  const add = (text: string, evidence: Evidence, how: 'listed' | 'generated' | 'of-named-country' = 'listed') => {
    const key = `${fold(text)}|${how === 'of-named-country'}`
    if (seen.has(key)) return
    seen.add(key)
    const rule = rules.get(fold(text)) ?? null
    names.push({ text, entry, evidence, rule, generated: how !== 'listed', ofNamedCountry: how === 'of-named-country' })
  }
  for (const text of [entry.label.ar, entry.label.en, ...all(entry.names)]) add(text, 'name')
  for (const text of demonymForms(entry)) add(text, 'demonym', 'generated')
  for (const text of all(entry.shortNames)) add(text, 'short-name')
  const country = entries.get(`country:${entry.country}`)
  if (country !== undefined) {
    for (const text of domesticForms(entry, country)) add(text, 'domestic-name', 'generated')
    for (const text of entry.domesticNames.ar ?? []) {
      for (const suffix of IN_HIS_COUNTRY) add(`${text} ${suffix}`, 'domestic-name', 'of-named-country')
    }
  }
  // Last, for a rule may also govern a name or a demonym that is listed above, which says what it rests on.
  for (const rule of entry.ambiguous) add(rule.name, 'name')
  return names
}

/** Every name of an entry for looking it up, as listed. */
export function listedNames(entry: GazetteerEntry): string[] {
  const ambiguous = entry.ambiguous.map(({ name }) => name)
  return [entry.label.ar, entry.label.en, ...all(entry.names), ...all(entry.shortNames), ...ambiguous]
}

function demonymForms(entry: GazetteerEntry): string[] {
  const { ar = [], ...others } = entry.demonyms
  return [...ar.flatMap(inflectDemonym), ...all(others)]
}

/** "مجلس الأمن الروسي"; "Russian Security Council", "Russia's Security Council". */
function domesticForms(entry: GazetteerEntry, country: GazetteerEntry): string[] {
  const { ar = [], en = [] } = entry.domesticNames
  const definite = (country.demonyms.ar ?? []).flatMap(inflectDemonym).filter((form) => form.startsWith('ال'))
  return [
    ...ar.flatMap((name) => definite.map((demonym) => `${name} ${demonym}`)),
    ...en.flatMap((name) => (country.demonyms.en ?? []).map((demonym) => `${demonym} ${name}`)),
    ...en.map((name) => `${country.label.en}'s ${name}`),
  ]
}

function all(names: GazetteerEntry['names']): string[] {
  return Object.values(names).flatMap((list) => list ?? [])
}
