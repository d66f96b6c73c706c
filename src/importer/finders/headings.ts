import {
  isListItem,
  isParagraphLike,
  isShortParagraph,
  lengthOf,
  opensQuote,
  withoutColon,
  wordCount,
} from '../form.ts'
import { isFree, isRepeated, type Line, type Page, type Region } from '../page.ts'
import { SPEECH_END } from '../vocabulary.ts'
import { isLabelledCredit } from './credits.ts'

/** Of 226 headings measured, 222 are shorter than 100 characters and 171 than 60. */
export const LONGEST_HEADING = 100
/** Where no blank lines set headings off, only the shorter ones are told from text. */
const LONGEST_HEADING_WITHOUT_BLANKS = 60

/**
 * Whether a bare line of the body is a heading, by its form and its neighbours: short, a line of its own, without a
 * sentence's end, not repeated elsewhere, and with text, a list or another heading below it.
 */
export function isHeading(page: Page, line: Line, body: Region): boolean {
  const below = nextText(page, line, body)
  if (below !== undefined && line.mark === 'heading') return true
  if (below === undefined || line.mark !== null || !canHead(page, line)) return false
  const isText = isParagraphLike(below) || isShortParagraph(below) || isListItem(below.text)
  if (!isText && !(canHead(page, below) && isHeading(page, below, body))) return false
  return !/[:：]$/u.test(line.text) || isHeadingWithColon(line, below)
}

/** What a heading looks like, whatever stands below it. "لغة التحذير.." does, a line with one point does not. */
function canHead(page: Page, line: Line): boolean {
  if (wordCount(line.text) === 0 || isListItem(line.text) || isRepeated(page, line)) return false
  if (/(?:[^.]\.|[،,;؛۔。])["'”’»)]*$/u.test(line.text) || isLabelledCredit(line.text)) return false
  if (!page.hasBlanks) return lengthOf(line) <= LONGEST_HEADING_WITHOUT_BLANKS
  return lengthOf(line) <= LONGEST_HEADING && standsAlone(page, line)
}

/** Blank lines around it; above it may stand furniture ("08:55" of a live blog), below it its own paragraph. */
function standsAlone(page: Page, line: Line): boolean {
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  const begins = line.blankBefore || (above !== undefined && page.claims.get(above)?.role === 'furniture')
  return begins && (line.blankAfter || (below !== undefined && isParagraphLike(below) && below.blankAfter))
}

/** "الموقف التركي:" is a heading; a line that ends in a verb of speech, or with a quotation below it, leads on to it. */
function isHeadingWithColon(line: Line, below: Line): boolean {
  return (
    wordCount(line.text) <= 6 &&
    (!opensQuote(below.text) || isListItem(below.text)) &&
    !SPEECH_END.test(withoutColon(line.folded))
  )
}

/** The next line of the body that is text: links and furniture may stand between a heading and it. */
function nextText(page: Page, line: Line, body: Region): Line | undefined {
  for (let index = line.index + 1; index <= body.end; index++) {
    const below = page.lines[index] as Line
    if (isFree(page, below)) return below
  }
  return undefined
}
