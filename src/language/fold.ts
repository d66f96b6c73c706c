/** The version of the folding rules; stored with the search index, which must be rebuilt when it changes. */
export const FOLD_VERSION = 1

/** Vowel and Quranic marks, tatweel, bidi controls, zero-width characters, soft hyphen, byte order mark. */
const DROPPED =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/u
const PRESENTATION_FORM = /[\uFB50-\uFDFF\uFE70-\uFEFE]/u
const LATIN = /\p{Script=Latin}/u
const MARK = /\p{M}/u

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
export type Folded = { text: string; offsets: number[] }

/**
 * Folds text for matching: spellings of a name that readers take for the same become the same string, in Arabic and
 * Persian (hamza, ta marbuta, vowel marks, tatweel, digits) and in Latin script (case, accents). Stored text is never
 * folded. White space stays as it is, one unit for one. The rules and their order are fixed by FOLD_VERSION.
 */
export function fold(text: string): string {
  return isPlainAscii(text) ? text.toLowerCase() : foldInRuns(text, null)
}

/** As `fold`, with offsets back into `text`. */
export function foldWithOffsets(text: string): Folded {
  const offsets: number[] = []
  return { text: foldInRuns(text, offsets), offsets }
}

/** A string that grows by single units takes thirty times its memory until it is read: they are gathered in runs. */
const RUN = 4096

function foldInRuns(text: string, offsets: number[] | null): string {
  const runs: string[] = []
  const run = new Uint16Array(Math.min(RUN, text.length))
  let used = 0
  const put = (unit: number, start: number) => {
    if (used === run.length) {
      runs.push(textOf(run))
      used = 0
    }
    run[used++] = unit
    offsets?.push(start)
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
  return runs.join('')
}

/** Applied, not spread: ten times faster. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[])
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

const UNKNOWN = 0
const NO_MARK = 1
const IS_MARK = 2
/** What each UTF-16 unit was found to be; no mark that is composed lies beyond them. */
const kinds = new Uint8Array(0x10000)

function isMark(unit: number): boolean {
  if (kinds[unit] === UNKNOWN) kinds[unit] = MARK.test(String.fromCharCode(unit)) ? IS_MARK : NO_MARK
  return kinds[unit] === IS_MARK
}

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
