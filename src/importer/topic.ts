import { createCharacterCount, createCharacterTest } from '../language/unit-test.ts'
import type { Line } from './page.ts'

/** Scripts that write no space between words; pairs of their letters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const unspacedIn = createCharacterCount(UNSPACED)
const isHangul = createCharacterTest(/\p{Script=Hangul}/u)
const isArabic = createCharacterTest(/\p{Script=Arabic}/u)

/**
 * What a line speaks of: the beginnings of its longer words, so that inflected forms agree without knowing the language.
 * Articles and prepositions are short in most languages; Arabic and Korean words are short themselves.
 */
export function stemsOf({ words }: Pick<Line, 'words'>): string[] {
  return words.split(' ').flatMap((word) => {
    if (unspacedIn(word) > 0) return pairsOf(word)
    if (isHangul(word, 0)) return word.length >= 2 ? [word.slice(0, 2)] : []
    if (isArabic(word, 0)) return word.length >= 4 ? [bareArabic(word).slice(0, 4)] : []
    return word.length >= 5 || /^\d{2}/.test(word) ? [word.slice(0, 5)] : []
  })
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.min(word.length - 1, 200) }, (_, at) => word.slice(at, at + 2))
}

/** Without the article and what is written onto it: "والحكومة" and "للحكومة" speak of what "حكومة" does. */
function bareArabic(word: string): string {
  return !'وفبكلا'.includes(word[0] as string) ? word : word.replace(/^(?:[وف]?[بكل]?ال|[وف]?لل|و)(?=\p{L}{3})/u, '')
}

/**
 * How much of what is said belongs to the topic, from 0 to 1: the share of stems that the topic has, less for so few of
 * them that chance could have it.
 */
export function overlapWith(topic: ReadonlySet<string>, stems: string[]): number {
  return stems.filter((stem) => topic.has(stem)).length / (stems.length + 2)
}
