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
  return isPlainAscii(text) ? text.toLowerCase() : foldWithOffsets(text).text
}

/** As `fold`, with offsets back into `text`. */
export function foldWithOffsets(text: string): Folded {
  const offsets: number[] = []
  let folded = ''
  for (const cluster of clusters(text)) {
    const piece = foldCluster(cluster.text)
    for (let unit = 0; unit < piece.length; unit++) offsets.push(cluster.start)
    folded += piece
  }
  return { text: folded, offsets }
}

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Base characters, each with the marks that follow it: composing (ا + ◌ٔ → أ) must see them together. */
function* clusters(text: string): Generator<{ text: string; start: number }> {
  let start = 0
  let cluster = ''
  let at = 0
  for (const char of text) {
    if (cluster !== '' && !(char.charCodeAt(0) > 127 && MARK.test(char))) {
      yield { text: cluster, start }
      start = at
      cluster = ''
    }
    cluster += char
    at += char.length
  }
  if (cluster !== '') yield { text: cluster, start }
}

function foldCluster(cluster: string): string {
  const known = single.get(cluster)
  if (known !== undefined) return known
  let kept = ''
  for (const char of cluster.normalize('NFC')) {
    if (DROPPED.test(char)) continue
    kept += PRESENTATION_FORM.test(char) ? withoutMarks(char.normalize('NFKC')) : char
  }
  let folded = ''
  for (const char of kept) folded += LETTERS.get(char) ?? foldOther(char)
  if (cluster.length === 1) single.set(cluster, folded)
  return folded
}

/** Folded single characters; at most 65,536 of them can ever be asked for. */
const single = new Map<string, string>()

function foldOther(char: string): string {
  const lower = char.toLowerCase()
  return LATIN.test(char) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
}

function withoutMarks(text: string): string {
  return [...text].filter((char) => !DROPPED.test(char)).join('')
}
