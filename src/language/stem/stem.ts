import { stemArabic } from './arabic-stem.ts'
import { stemEnglish, stemFrench } from './snowball.ts'

/** The version of the stems; stored with the search index, which must be rebuilt when it changes. */
export const STEM_VERSION = 1

const STEMMERS: Record<string, { stem: (word: string) => string; stems: Map<string, string> }> = {
  ar: { stem: stemArabic, stems: new Map() },
  en: { stem: stemEnglish, stems: new Map() },
  fr: { stem: stemFrench, stems: new Map() },
}

/** Words whose stem is kept at once: more than a hundred thousand articles of one language have in common. */
const KEPT = 100_000
/** A longer word is no word, and is its own stem. */
const LONGEST = 40

/**
 * The key under which all forms of a word meet that a reader takes for the same: ووزيرها, الوزراء and وزير are "وزير".
 * `word` is one folded word as the tokeniser gives it, `language` a code such as "ar"; in a language without a stemmer,
 * and in digits, a word is its own stem. A stem is for looking up only: it need not be a word.
 */
export function stemOf(word: string, language: string): string {
  const stemmer = STEMMERS[language]
  if (stemmer === undefined || word.length > LONGEST) return word
  const known = stemmer.stems.get(word)
  if (known !== undefined) return known
  const stem = stemmer.stem(word) || word
  if (stemmer.stems.size >= KEPT) stemmer.stems.clear()
  stemmer.stems.set(word, stem)
  return stem
}
