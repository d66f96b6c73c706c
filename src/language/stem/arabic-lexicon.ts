import { foldedWords } from '../tokenise.ts'
import { FAMILIES } from './arabic-plurals.ts'
import { VERBS } from './arabic-verbs.ts'
import { WORDS } from './arabic-words.ts'

/** Folded forms of words that are known, each with its stem; built on first use. */
let forms: Map<string, string> | null = null

/** The stem of a folded form that is listed, or that a listed verb makes; undefined for any other. */
export function listedStem(form: string): string | undefined {
  forms ??= listForms()
  return forms.get(form)
}

function listForms(): Map<string, string> {
  const stems = new Map<string, string>()
  const add = (form: string, stem: string) => {
    if (!stems.has(form)) stems.set(form, stems.get(stem) ?? stem)
  }
  for (const [stem = '', ...others] of parse(FAMILIES)) for (const form of [stem, ...others]) add(form, stem)
  for (const word of foldedWords(WORDS).split(' ')) add(word, word)
  for (const words of VERBS.split(',')) for (const [form, stem] of formsOfVerb(words, stems)) add(form, stem)
  return stems
}

function parse(families: string): string[][] {
  return families.split(',').map((words) => foldedWords(words).split(' '))
}

/**
 * "قال قول" → قال قالت قالوا يقول تقول يقولون; with a colon the forms themselves: "دعا: دعت دعوا يدعو". A past that is
 * also a form of a noun leaves it that: كتب are books, and يكتب is a stem of its own.
 */
function formsOfVerb(words: string, stems: ReadonlyMap<string, string>): [form: string, stem: string][] {
  const [past = '', ...others] = foldedWords(words).split(' ')
  const present = others[0] ?? past
  const forms = words.includes(':')
    ? others
    : [`${past}ت`, `${past}وا`, `ي${present}`, `ت${present}`, `ي${present}ون`, `ي${present}وا`]
  const stem = (stems.get(past) ?? past) === past ? past : `ي${present}`
  return [past, ...forms].map((form) => [form, stem])
}
