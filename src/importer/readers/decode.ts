import type { Note } from '../../domain/article.ts'
import type { MediaType } from '../../domain/capture.ts'
import { decodeAs, encodingInPage, encodingOf, encodingOfMark } from './encoding.ts'
import { guessEncoding } from './guess-encoding.ts'
import { lineAfter } from './lines.ts'
import { refusal } from './refusal.ts'

export type Decoded = { text: string; notes: Note[] }

/** Encodings that other text can be taken for byte by byte, so that they count where they are stated and only there. */
const STATED_ONLY = /^(?:utf-16|iso-2022)/u

/**
 * The text of a capture: by its byte order mark, as UTF-8, in the encoding that it states, or in the one that it certainly
 * is in; in this order, as a page that was saved as UTF-8 still names the encoding it once had. An HTML page may have a few
 * broken bytes, as browsers show them: U+FFFD in their place, and a note.
 * @throws KhabarError 'no_article' for bytes that are no text, and for text in no encoding that is stated or certain
 */
export function decode(bytes: Uint8Array, source: { charset: string | null; mediaType: MediaType }): Decoded {
  const mark = encodingOfMark(bytes)
  const stated = mark ?? encodingOf(source.charset) ?? (source.mediaType === 'text/html' ? encodingInPage(bytes) : null)
  const mayBreak = source.mediaType === 'text/html'
  const decoded =
    mark !== null || STATED_ONLY.test(stated ?? '')
      ? readStated(bytes, stated as string, mayBreak)
      : readUnmarked(bytes, stated, mayBreak)
  refuseNul(decoded.text)
  return decoded
}

function readUnmarked(bytes: Uint8Array, stated: string | null, mayBreak: boolean): Decoded {
  const nul = bytes.indexOf(0)
  if (nul >= 0) refuseNul(new TextDecoder().decode(bytes.subarray(0, nul + 1)))
  const text = decodeAs('utf-8', bytes)
  if (text !== null) return { text, notes: disagreement(bytes, stated) }
  if (stated !== null && stated !== 'utf-8') return readStated(bytes, stated, mayBreak)
  const guessed = guessEncoding(bytes)
  if (guessed === null) return readStated(bytes, 'utf-8', mayBreak)
  const read = readStated(bytes, guessed, false)
  const reason = `read as ${guessed}, which its words show; the capture does not say so`
  return { text: read.text, notes: [{ rule: 'encoding', line: null, reason }] }
}

/** UTF-8 is told by its bytes, whatever a page says. */
function disagreement(bytes: Uint8Array, stated: string | null): Note[] {
  if (stated === null || stated === 'utf-8' || bytes.every((byte) => byte < 0x80)) return []
  return [{ rule: 'encoding', line: null, reason: `read as UTF-8, which it is; the capture says ${stated}` }]
}

function readStated(bytes: Uint8Array, encoding: string, mayBreak: boolean): Decoded {
  const text = decodeAs(encoding, bytes)
  if (text === null) return (mayBreak ? readBroken(bytes, encoding) : null) ?? refuse(bytes, encoding)
  if (encoding !== 'utf-8') refuseMixed(bytes, encoding)
  return { text, notes: [] }
}

/** Broken bytes in a page: at most one in a thousand characters, or one in fifty of those beyond ASCII. */
function readBroken(bytes: Uint8Array, encoding: string): Decoded | null {
  const text = new TextDecoder(encoding).decode(bytes)
  const { broken, foreign } = countForeign(text)
  if (broken > Math.max(text.length / 1000, foreign / 50)) return null
  const line = lineAfter(text.slice(0, text.indexOf('\ufffd')))
  return { text, notes: [{ rule: 'encoding', line, reason: `${broken} broken characters are shown as U+FFFD` }] }
}

/** Counted without a list of them, of which eight million bytes may make as many entries. */
function countForeign(text: string): { broken: number; foreign: number } {
  let [broken, foreign] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) broken++
    // The second half of a pair is no character of its own.
    if (unit > 0x7f && (unit & 0xfc00) !== 0xdc00) foreign++
  }
  return { broken, foreign }
}

function refuse(bytes: Uint8Array, encoding: string): never {
  const line = lineAfter(
    decodeAs(encoding, bytes.subarray(0, firstInvalidByte(bytes, encoding)), { isCut: true }) ?? '',
  )
  const reason =
    encoding === 'utf-8'
      ? 'The capture is not UTF-8 text, and no other encoding is certain.'
      : `The capture is not ${encoding} text throughout.`
  throw refusal('not_utf8', reason, line)
}

/** Index of the first byte that no text has at its place: found by halving, as any prefix before it decodes. */
function firstInvalidByte(bytes: Uint8Array, encoding: string): number {
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (decodeAs(encoding, bytes.subarray(0, middle), { isCut: true }) !== null) valid = middle
    else invalid = middle
  }
  return valid
}

/** Fewer characters of UTF-8 in a line may be chance in other encodings. */
const CERTAIN = 6

/** A line of UTF-8 in text of another encoding: two files in one, of which one would be read as rubbish. */
function refuseMixed(bytes: Uint8Array, encoding: string): void {
  if (encoding.startsWith('utf-16')) return
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length
    const line = bytes.subarray(start, end)
    const text = line.every((byte) => byte < 0x80) ? null : decodeAs('utf-8', line)
    if ((text?.match(/\P{ASCII}/gu)?.length ?? 0) >= CERTAIN) {
      const before = decodeAs(encoding, bytes.subarray(0, start), { isCut: true }) ?? ''
      throw refusal('not_utf8', `The capture mixes ${encoding} and UTF-8.`, lineAfter(before))
    }
    start = end
  }
}

function refuseNul(text: string): void {
  const nul = text.indexOf('\0')
  if (nul < 0) return
  throw refusal('binary', 'The capture is not text: it holds a NUL character.', lineAfter(text.slice(0, nul)))
}
