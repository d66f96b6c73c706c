import { KhabarError } from '../../domain/error.ts'
import type { RawLine } from '../page.ts'

/** CRLF, LF, CR, vertical tab, form feed, next line, line and paragraph separator. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** More combining marks on one letter than any script has; putting them into order takes quadratic time. */
const PILED_MARKS = /\p{M}{50}/u

/**
 * The non-blank lines of a text capture, numbered from 1 with the blank ones counted.
 * @throws KhabarError 'no_article' for bytes that are no text: not UTF-8, or with NUL or other binary data
 */
export function readText(bytes: Uint8Array): RawLine[] {
  const text = decode(bytes)
  const lines = text.split(LINE_END)
  const marked = lines.findIndex((line) => PILED_MARKS.test(line))
  if (marked >= 0) throw refusal('binary', 'The capture is not text: it piles up combining marks.', marked + 1)
  const kept: RawLine[] = []
  let blankBefore = false
  for (const [index, raw] of lines.entries()) {
    if (isBlank(raw)) blankBefore = true
    else {
      kept.push({ number: index + 1, raw, blankBefore })
      blankBefore = false
    }
  }
  if (kept.length === 0) throw refusal('empty', 'The capture is empty.', 1)
  return kept
}

/** White space, and characters that nobody sees. */
function isBlank(raw: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(raw)
}

function decode(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw refusal('binary', 'The capture is not text: it holds a NUL byte.', lineAt(bytes, nul))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const line = lineAt(bytes, firstInvalidByte(bytes))
    throw refusal('not_utf8', 'The capture is not UTF-8 text.', line, cause)
  }
}

/** Index of the first byte that no UTF-8 text has at its place: found by halving, as any prefix before it decodes. */
function firstInvalidByte(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (decodes(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

/** Whether the bytes are UTF-8 up to a character that may go on behind their end. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++
  return line
}

/** Why a capture holds no article, and at which line that shows. */
export function refusal(code: string, reason: string, line: number, cause?: unknown): KhabarError {
  return new KhabarError('no_article', `${reason} (line ${line})`, {
    faults: [{ in: 'body', name: 'capture', code, detail: reason, line }],
    cause,
  })
}
