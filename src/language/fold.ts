import { createUnitTest } from './unit-test.ts'

/** The version of the folding rules; stored with the search index, which must be rebuilt when it changes. */
export const FOLD_VERSION = 1

/** Vowel and Quranic marks, tatweel, bidi controls, zero-width characters, soft hyphen, byte order mark. */
const DROPPED =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/u
const PRESENTATION_FORM = /[\uFB50-\uFDFF\uFE70-\uFEFE]/u
const LATIN = /\p{Script=Latin}/u

/** Letters that Arabic and Persian spelling vary between, and both sets of Arabic digits. */
const LETTERS = new Map([
  ...pairs('أإآٱ', 'اااا'),
  ...pairs('ىیئ', 'ييي'),
  ...pairs('ةکؤ', 'هكو'),
  ...pairs('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...pairs('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
])

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((char, at) => [char, [...to][at] as string])
}

/** Folded text with, for each of its UTF-16 units, the offset in the original of the character that it came from. */
export type Folded = { text: string; offsets: Int32Array }

/**
 * Folds text for matching: spellings of a name that readers take for the same become the same string, in Arabic and
 * Persian (hamza, ta marbuta, vowel marks, tatweel, digits) and in Latin script (case, accents). Stored text is never
 * folded. White space stays as it is, one unit for one. The rules and their order are fixed by FOLD_VERSION.
 */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase()
  return foldByUnit(text) ?? foldInRuns(text, false).text
}

/** As `fold`, with offsets back into `text`. */
export function foldWithOffsets(text: string): Folded {
  return foldInRuns(text, true)
}

/** A string that grows by single units takes thirty times its memory until it is read: they are gathered in runs. */
const RUN = 4096
/** The run in hand. No fold begins within another, and a buffer for each word would take longer than folding it. */
const run = new Uint16Array(RUN)
const NO_OFFSETS = new Int32Array(0)

function foldInRuns(text: string, keepsOffsets: boolean): Folded {
  const runs: string[] = []
  let offsets = keepsOffsets ? new Int32Array(text.length) : NO_OFFSETS
  let [used, before] = [0, 0]
  const put = (unit: number, start: number) => {
    if (used === RUN) {
      runs.push(textOf(run))
      before += RUN
      used = 0
    }
    if (keepsOffsets) {
      if (before + used === offsets.length) offsets = longer(offsets)
      offsets[before + used] = start
    }
    run[used++] = unit
  }
  for (let start = 0; start < text.length; ) {
    const end = endOfCluster(text, start)
    const unit = end === start + 1 ? foldUnit(text.charCodeAt(start)) : MANY
    if (unit >= 0) put(unit, start)
    else if (unit === MANY) {
      const piece = foldCluster(text.slice(start, end))
      for (let at = 0; at < piece.length; at++) put(piece.charCodeAt(at), start)
    }
    start = end
  }
  runs.push(textOf(run.subarray(0, used)))
  return { text: runs.join(''), offsets: offsets.subarray(0, before + used) }
}

/** A text of ligatures folds to more units than it has: "ﷺ". */
function longer(offsets: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(offsets.length * 2)
  twice.set(offsets)
  return twice
}

/** Applied, not spread: ten times faster. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[])
}

/**
 * The folded text where each of its units folds by itself to one unit, as in most texts; else null. No unit is a mark,
 * which may belong to the one before, nor half of a character.
 */
function foldByUnit(text: string): string | null {
  let isFolded = true
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const folded = foldUnit(unit)
    if (folded < 0 || isMark(unit) || (unit & 0xf800) === 0xd800) return null
    if (folded !== unit) isFolded = false
    if (at < RUN) run[at] = folded
    else if (!isFolded) return null
  }
  return isFolded ? text : textOf(run.subarray(0, text.length))
}

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** More marks than any character has; normalising takes the square of their number, and a text may be marks alone. */
const LONGEST_CLUSTER = 32

/** A base character goes with the marks that follow it: composing (ا + ◌ٔ → أ) must see them together. */
function endOfCluster(text: string, start: number): number {
  let end = start + (isPair(text, start) ? 2 : 1)
  while (end < text.length && end - start < LONGEST_CLUSTER && isMark(text.charCodeAt(end))) end++
  return end
}

function isPair(text: string, at: number): boolean {
  const isHigh = (text.charCodeAt(at) & 0xfc00) === 0xd800
  return isHigh && at + 1 < text.length && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** No mark that is composed lies beyond single units. */
const isMark = createUnitTest(/\p{M}/u)

/** What a unit alone folds to, where that is not one unit. */
const NOTHING = -1
const MANY = -2
const UNMET = -3
/** The folded forms of single units, as they are met. */
const units = new Int32Array(0x10000).fill(UNMET)

function foldUnit(unit: number): number {
  const known = units[unit] as number
  if (known !== UNMET) return known
  const folded = foldCluster(String.fromCharCode(unit))
  const found = folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? NOTHING : MANY
  units[unit] = found
  return found
}

function foldCluster(cluster: string): string {
  let kept = ''
  for (const char of cluster.normalize('NFC')) {
    if (DROPPED.test(char)) continue
    kept += PRESENTATION_FORM.test(char) ? withoutMarks(char.normalize('NFKC')) : char
  }
  let folded = ''
  for (const char of kept) folded += LETTERS.get(char) ?? foldOther(char)
  return folded
}

function foldOther(char: string): string {
  const lower = char.toLowerCase()
  return LATIN.test(char) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
}

function withoutMarks(text: string): string {
  return [...text].filter((char) => !DROPPED.test(char)).join('')
}
