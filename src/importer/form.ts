import { remember } from '../language/remember.ts'
import { createUnitTest } from '../language/unit-test.ts'
import type { Line } from './page.ts'

/**
 * What the form of a line says, whatever its words mean. Lengths are in characters of alphabetic scripts; a character
 * of Chinese, Japanese or Korean counts for two and a half.
 */
const isDenseUnit = createUnitTest(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u)

export function lengthOf({ text, dense }: Line): number {
  return text.length + Math.round(dense * 1.5)
}

/** Whether a text is written without spaces between words. */
export function isDense(text: string): boolean {
  return denseIn(text) * 2 > text.length
}

/** How many characters of a text are Chinese, Japanese or Korean; none stands before the first that is tested. */
export function denseIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) >= 0x1100 && isDenseUnit(text.charCodeAt(at))) count++
  return count
}

export const wordCount = remember((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0)

/** What closes a quotation or a bracket; "“", "‘" and "«" do in German and in Danish. */
const CLOSINGS = new Set('"\'“”‘’«»‹›)]」』）】')
const CLOSING = '["\'“”‘’«»‹›)\\]」』）】]*$'
const SENTENCE_ENDS = new Set('.!?؟。！？…۔।')
const POINT_END = new RegExp(`(?:[^.]\\.|[،,;؛۔。।])${CLOSING}`, 'u')
const SHORT_END = new RegExp(`[^.][.۔。।]${CLOSING}`, 'u')

/** e.g. `… الأذربيجانية".` and `… بحسب وصفه` : a quote or a bracket may follow the point. */
export function endsSentence(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && CLOSINGS.has(text[last] as string)) last--
  return SENTENCE_ENDS.has(text[last] as string)
}

/** Ends as no title does, in a point or a comma; "لغة التحذير.." and "Why?" may be titles. */
export function endsInPoint(text: string): boolean {
  return POINT_END.test(text)
}

/** How many sentences a text has, as far as their ends show it; "U.S." and "3.5" have no such end inside. */
export const sentenceCount = remember((text) => {
  // The mark comes first, as few characters are one and most are letters.
  const inner = text.match(/[.!?؟…۔।](?<=\p{L}{2}.)["'”’»)\]]?\s/gu)?.length ?? 0
  const dense = text.match(/[。！？]/gu)?.length ?? 0
  return Math.max(inner + 1, dense)
})

/** A line that reads as running text: 285 measured pages have few others this long, or this long with an end. */
export function isParagraphLike(line: Line): boolean {
  const length = lengthOf(line)
  return length >= 110 || (length >= 60 && endsSentence(line.text))
}

/** A whole sentence on a line of its own, e.g. "وستبقى الأجرة على حالها حتى نهاية الشهر." */
export function isShortParagraph(line: Line): boolean {
  return SHORT_END.test(line.text) && wordCount(line.text) >= 4 && lengthOf(line) >= 20
}

/** A file name in place of an image, as text captures have it. */
export const imageFileName = remember((text): string | null => {
  const isName = /^[^/\\]{1,200}\.(?:jpe?g|jfif|png|webp|gif|avif|bmp|svg)(?:\?\S{0,200})?$/i.test(text)
  return isName && text.split(' ').length <= 3 ? text : null
})

/** A line that begins like an item of a list: "- …", "• …", "* …", "1. …". */
export function isListItem(text: string): boolean {
  return /^(?:[-–—•*▪●◦·]|\d{1,2}[.)-])\s/u.test(text)
}

/** Without the mark that only leads on to what follows: "الموقف التركي:" → "الموقف التركي". */
export function withoutColon(text: string): string {
  return text.replace(/\s*[:：]$/u, '')
}

export function opensQuote(text: string): boolean {
  return /^["'“”„«»‹「『—–-]/u.test(text)
}

/** Whether there is a letter with another or with its mark behind it, as in "of" and "जी"; not in "A", "12:30" or "•". */
export function hasWord(text: string): boolean {
  return /\p{L}[\p{L}\p{M}]/u.test(text)
}
