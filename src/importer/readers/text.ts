import type { Note } from '../../domain/article.ts'
import type { Capture } from '../../domain/capture.ts'
import type { RawLine } from '../page.ts'
import { decode } from './decode.ts'
import { LINE_END } from './lines.ts'
import { refusal } from './refusal.ts'

/** More combining marks on one letter than any script has; putting them into order takes quadratic time. */
export const PILED_MARKS = /\p{M}{50}/u

/** Non-blank lines of a capture; a long live blog has some thousands, and each takes half a kilobyte while it is read. */
const MOST_LINES = 20_000
/** Characters of a capture: the longest live blogs have some hundred thousand. */
const MOST_CHARACTERS = 500_000

/**
 * The non-blank lines of a text capture, numbered from 1 with the blank ones counted, and what is doubtful in reading them.
 * @throws KhabarError 'no_article' for bytes that are no text, and for text in no encoding that is stated or certain
 */
export function readText(capture: Capture): { lines: RawLine[]; notes: Note[] } {
  const { text, notes } = decode(capture.bytes, capture)
  if (text.length > MOST_CHARACTERS)
    throw refusal('too_much_text', `The capture has more than ${MOST_CHARACTERS} characters.`, 1)
  const lines = text.split(LINE_END)
  const marked = lines.findIndex((line) => PILED_MARKS.test(line))
  if (marked >= 0) throw refusal('binary', 'The capture is not text: it piles up combining marks.', marked + 1)
  const kept: RawLine[] = []
  let blankBefore = false
  for (const [index, raw] of lines.entries()) {
    if (isBlank(raw)) blankBefore = true
    else {
      if (kept.length === MOST_LINES)
        throw refusal('too_many_lines', `The capture has more than ${MOST_LINES} lines of text.`, index + 1)
      kept.push({ number: index + 1, raw, blankBefore })
      blankBefore = false
    }
  }
  if (kept.length === 0) throw refusal('empty', 'The capture is empty.', 1)
  return { lines: kept, notes }
}

/** White space, and characters that nobody sees. */
function isBlank(raw: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(raw)
}
