import type { AmbiguousName, GazetteerEntry } from '../domain/gazetteer.ts'
import type { Evidence } from '../domain/tag.ts'
import { type Gender, inflectDemonym } from '../language/arabic.ts'
import { spellingsOf, surnamesOf } from './people.ts'
import type { WordsOf } from './word-memo.ts'

/** One written form of an entry's name, and under which conditions it counts. */
export type Name = {
  text: string
  entry: GazetteerEntry
  evidence: Evidence
  /** Words around it that decide; null where it counts everywhere. */
  rule: AmbiguousName | null
  /** Made by rule from a listed form; a listed name of another entry is stronger. */
  generated: boolean
  /** Arabic demonyms: the form of the adjective. */
  form?: { definite: boolean; gender: Gender }
}

/** A name with its folded words. */
export type Spelled = { words: readonly string[]; name: Name }

/** The names of an entry as they are listed. */
export function listedNamesOf(entry: GazetteerEntry, wordsOf: WordsOf): Spelled[] {
  const names: Spelled[] = []
  const rules = rulesOf(entry, wordsOf)
  const add = (text: string, evidence: Evidence) => {
    const words = wordsOf(text)
    names.push({ words, name: { text, entry, evidence, rule: rules?.get(words.join(' ')) ?? null, generated: false } })
  }
  add(entry.label.ar, 'name')
  add(entry.label.en, 'name')
  forEach(entry.names, (text) => add(text, 'name'))
  forEach(entry.demonyms, (text, language) => language !== 'ar' && add(text, 'demonym'))
  forEach(entry.shortNames, (text) => add(text, 'short-name'))
  return names
}

/**
 * What follows from the listed names by rule, which gives way to a listed name of another entry: inflected demonyms
 * ("برازيلياً" is also Brasília), other spellings, surnames. Then the names of rules that are none of these.
 */
export function generatedNamesOf(entry: GazetteerEntry, listed: readonly Spelled[], wordsOf: WordsOf): Spelled[] {
  const names: Spelled[] = []
  const rules = rulesOf(entry, wordsOf)
  const add = (words: readonly string[], name: Partial<Name> & Pick<Name, 'text' | 'evidence'>) =>
    names.push({ words, name: { entry, rule: rules?.get(words.join(' ')) ?? null, generated: true, ...name } })
  for (const text of entry.demonyms.ar ?? []) {
    for (const { words, ...form } of inflectDemonym(wordsOf(text))) add(words, { text, evidence: 'demonym', form })
  }
  for (const { words, name } of listed) {
    for (const spelling of spellingsOf(words, entry)) add(spelling, { text: name.text, evidence: name.evidence })
  }
  for (const rule of entry.ambiguous) {
    const words = wordsOf(rule.name)
    const form = entry.id.startsWith('country:') ? nisbaForm(words) : undefined
    const evidence = form === undefined ? 'name' : 'demonym'
    add(words, { text: rule.name, evidence, generated: false, ...(form !== undefined && { form }) })
  }
  for (const { words, text } of surnamesOf(entry, wordsOf)) add(words, { text, evidence: 'short-name' })
  return names
}

/** "المالية" of Mali is no inflected demonym, for it is a word of its own; with the words that decide it is one. */
function nisbaForm([word, ...others]: readonly string[]): Name['form'] {
  const ending = /^ال.{2,}(ي|يه|يون|يين)$/.exec(others.length === 0 ? (word as string) : '')?.[1]
  if (ending === undefined) return undefined
  return { definite: true, gender: ending === 'ي' ? 'm' : ending === 'يه' ? 'f' : 'p' }
}

function rulesOf({ ambiguous }: GazetteerEntry, wordsOf: WordsOf): Map<string, AmbiguousName> | null {
  if (ambiguous.length === 0) return null
  return new Map(ambiguous.map((rule) => [wordsOf(rule.name).join(' '), rule]))
}

function forEach(names: GazetteerEntry['names'], visit: (text: string, language: string) => void): void {
  for (const language in names) for (const text of names[language] ?? []) visit(text, language)
}

/** Every name of an entry for looking it up, as listed. */
export function listedNames(entry: GazetteerEntry): string[] {
  const ambiguous = entry.ambiguous.map(({ name }) => name)
  return [entry.label.ar, entry.label.en, ...all(entry.names), ...all(entry.shortNames), ...ambiguous]
}

function all(names: GazetteerEntry['names']): string[] {
  return Object.values(names).flatMap((list) => list ?? [])
}
