import type { Profile } from './languages.ts'
import { scriptsOf } from './scripts.ts'

/** The language of a text, ISO 639, and how it is written. */
export type Language = { language: string; direction: 'rtl' | 'ltr' }

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd', 'he', 'yi', 'dv'])
/** Characters that are looked at; more make no text clearer. */
const SAMPLE = 3000

/**
 * Tells a text's language by script, letters and function words; "und" where nothing is known. In a text of several
 * scripts the one that most of it is in decides, and among languages of that script likewise.
 */
export function detectLanguage(text: string): Language {
  const language = languageOf(text.slice(0, SAMPLE).normalize('NFC').toLowerCase())
  return { language, direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr' }
}

function languageOf(sample: string): string {
  const weights = scriptsOf(sample)
  const [script] = [...weights].reduce((best, next) => (next[1] > best[1] ? next : best), ['und', 0] as never)
  // Japanese is for the most part in Chinese characters, but has one of its own for every two or so.
  if (script === 'zh' && (weights.get('ja') ?? 0) > (weights.get('zh') ?? 0) * 0.25) return 'ja'
  return typeof script === 'string' ? script : best(sample, script)
}

/** What is known of the languages of a script, by word and by letter. */
type Index = { languages: string[]; words: Map<string, number[]>; letters: Map<string, number[]> }

const indexes = new Map<Profile[], Index>()

function indexOf(profiles: Profile[]): Index {
  const known = indexes.get(profiles)
  if (known !== undefined) return known
  const index: Index = { languages: profiles.map(([language]) => language), words: new Map(), letters: new Map() }
  for (const [at, [, letters, words]] of profiles.entries()) {
    for (const word of new Set(words.split(' '))) push(index.words, word, at)
    for (const letter of new Set(letters)) push(index.letters, letter, at)
  }
  indexes.set(profiles, index)
  return index
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** A letter says more than its length of text, as it is in few languages, and less than a word. */
const LETTER = 0.4

function best(sample: string, profiles: Profile[]): string {
  const index = indexOf(profiles)
  const scores = new Array<number>(profiles.length).fill(0)
  for (const word of sample.match(/[\p{L}\p{M}ʻʼ‘’]+/gu) ?? []) reward(scores, index.words.get(word), 1)
  for (const [letter, count] of lettersIn(sample, index)) {
    const has = index.letters.get(letter) as number[]
    reward(scores, has, count * LETTER)
    for (let at = 0; at < scores.length; at++)
      if (!has.includes(at)) scores[at] = (scores[at] as number) - count * LETTER
  }
  const top = scores.reduce((best, score, at) => (score > (scores[best] as number) ? at : best), 0)
  return (scores[top] as number) > 0 ? (index.languages[top] as string) : unknownOf(index)
}

/** The fewer languages share a sign, the more it says. */
function reward(scores: number[], languages: number[] | undefined, weight: number): void {
  if (languages === undefined) return
  const share = weight / Math.sqrt(languages.length)
  for (const at of languages) scores[at] = (scores[at] as number) + share
}

/** No letter that tells a language lies beyond. */
const LAST_LETTER = 0x1fff

/** How often each letter that tells languages apart is in the text, if at all. */
function lettersIn(sample: string, { letters }: Index): [string, number][] {
  const counts = new Uint32Array(LAST_LETTER + 2)
  for (let at = 0; at < sample.length; at++) {
    const code = Math.min(sample.charCodeAt(at), LAST_LETTER + 1)
    counts[code] = (counts[code] as number) + 1
  }
  const found = [...letters.keys()].map(
    (letter) => [letter, counts[letter.charCodeAt(0)] as number] as [string, number],
  )
  return found.filter(([, count]) => count > 0)
}

/** Without one known word, the script's commonest language in the news for Arabic script, else undetermined. */
function unknownOf({ languages }: Index): string {
  return languages.includes('ar') ? 'ar' : 'und'
}
