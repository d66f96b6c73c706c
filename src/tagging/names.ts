import type { AmbiguousName, GazetteerEntry } from '../domain/gazetteer.ts'
import type { Evidence } from '../domain/tag.ts'
import { type Gender, inflectDemonym } from '../language/arabic.ts'
import { spellingsOf, surnamesOf } from './people.ts'
import { wordsOf } from './words-of.ts'

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
  form: { definite: boolean; gender: Gender } | null
}

/** Takes a name with its folded words. */
export type AddName = (words: readonly string[], name: Name) => void

/** Passes on the names of an entry as they are listed. */
export function eachListedName(entry: GazetteerEntry, add: AddName): void {
  const rules = rulesOf(entry)
  const pass = (text: string, evidence: Evidence) => {
    const words = wordsOf(text)
    add(words, { text, entry, evidence, rule: ruleOf(rules, words), generated: false, form: null })
  }
  pass(entry.label.ar, 'name')
  pass(entry.label.en, 'name')
  eachOf(entry.names, (text) => pass(text, 'name'))
  for (const language in entry.demonyms) {
    if (language !== 'ar') for (const text of entry.demonyms[language] ?? []) pass(text, 'demonym')
  }
  eachOf(entry.shortNames, (text) => pass(text, 'short-name'))
}

/** Passes on other spellings of a listed name. */
export function eachSpelling(words: readonly string[], name: Name, add: AddName): void {
  for (const spelling of spellingsOf(words, name.entry)) add(spelling, { ...name, generated: true })
}

/**
 * Passes on what follows from an entry by rule, which gives way to a listed name of another entry: inflected demonyms
 * ("برازيلياً" is also Brasília), the names of its own rules that it does not list, surnames.
 */
export function eachGeneratedName(entry: GazetteerEntry, add: AddName): void {
  const rules = rulesOf(entry)
  for (const text of entry.demonyms.ar ?? []) {
    for (const { words, definite, gender } of inflectDemonym(wordsOf(text))) {
      const rule = ruleOf(rules, words)
      add(words, { text, entry, evidence: 'demonym', rule, generated: true, form: { definite, gender } })
    }
  }
  for (const rule of entry.ambiguous) {
    const words = wordsOf(rule.name)
    const form = entry.id.startsWith('country:') ? nisbaForm(words) : null
    const evidence = form === null ? 'name' : 'demonym'
    add(words, { text: rule.name, entry, evidence, rule, generated: false, form })
  }
  for (const { words, text } of surnamesOf(entry))
    add(words, { text, entry, evidence: 'short-name', rule: ruleOf(rules, words), generated: true, form: null })
}

/** "المالية" of Mali is no inflected demonym, for it is a word of its own; with the words that decide it is one. */
function nisbaForm([word, ...others]: readonly string[]): Name['form'] {
  const ending = /^ال.{2,}(ي|يه|يون|يين)$/.exec(others.length === 0 ? (word as string) : '')?.[1]
  if (ending === undefined) return null
  return { definite: true, gender: ending === 'ي' ? 'm' : ending === 'يه' ? 'f' : 'p' }
}

function rulesOf({ ambiguous }: GazetteerEntry): Map<string, AmbiguousName> | null {
  if (ambiguous.length === 0) return null
  return new Map(ambiguous.map((rule) => [wordsOf(rule.name).join(' '), rule]))
}

function ruleOf(rules: Map<string, AmbiguousName> | null, words: readonly string[]): AmbiguousName | null {
  return rules?.get(words.join(' ')) ?? null
}

/** Passes on every name of an entry for looking it up, as listed. */
export function eachName({ label, names, shortNames, ambiguous }: GazetteerEntry, pass: (text: string) => void): void {
  pass(label.ar)
  pass(label.en)
  eachOf(names, pass)
  eachOf(shortNames, pass)
  for (const { name } of ambiguous) pass(name)
}

/** Passes on names of all languages. */
export function eachOf(names: GazetteerEntry['names'], pass: (text: string) => void): void {
  for (const language in names) for (const text of names[language] ?? []) pass(text)
}
