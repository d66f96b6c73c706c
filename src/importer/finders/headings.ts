import {
  endsInPoint,
  endsSentence,
  isListItem,
  isParagraphLike,
  isShortParagraph,
  lengthOf,
  opensQuote,
  withoutColon,
  wordCount,
} from '../form.ts'
import { isFree, isRepeated, type Line, linesOf, type Page, type Region } from '../page.ts'
import { SPEECH_END } from '../vocabulary.ts'
import { isLabelledCredit } from './credits.ts'

/** Of 226 headings measured, 222 are shorter than 100 characters and 171 than 60. */
export const LONGEST_HEADING = 100
/** Where no blank lines set headings off, only the shorter ones are told from text. */
const LONGEST_HEADING_WITHOUT_BLANKS = 60

/** Where headings are looked for; `isSpaced`: whether blank lines set the paragraphs of the body off. */
export type Text = { page: Page; body: Region; isSpaced: boolean }

/** A page whose menus and boxes have blank lines around them may yet have none between the paragraphs of its article. */
export function textOf(page: Page, body: Region): Text {
  const paragraphs = linesOf(page, body).filter((line) => isFree(page, line) && isParagraphLike(line))
  const inner = paragraphs.slice(1)
  const spaced = inner.filter(({ blankBefore }) => blankBefore).length
  return { page, body, isSpaced: inner.length < 3 ? page.hasBlanks : spaced * 3 > inner.length }
}

/**
 * Whether a bare line of the body is a heading, by its form and its neighbours: short, a line of its own, without a
 * sentence's end, not repeated elsewhere, and with text, a list or another heading below it.
 */
export function isHeading(text: Text, line: Line): boolean {
  const below = nextText(text, line)
  if (below !== undefined && (line.mark === 'heading' || line.mark === 'title')) return true
  if (below === undefined || line.mark !== null || !canHead(text, line)) return false
  const isText = [isParagraphLike, isShortParagraph, isSpeech].some((is) => is(below)) || isListItem(below.text)
  if (!isText && !(canHead(text, below) && isHeading(text, below))) return false
  return !/[:：]$/u.test(line.text) || isHeadingWithColon(line, below)
}

/** What a heading looks like, whatever stands below it. "لغة التحذير.." does, a line with one point does not. */
function canHead(text: Text, line: Line): boolean {
  const { page } = text
  if (wordCount(line.text) === 0 || isSaidAgain(text, line)) return false
  if (endsInPoint(line.text) || isLabelledCredit(line.text) || isRemark(line)) return false
  if (isListItem(line.text) && !isItemAlone(page, line)) return false
  if (!text.isSpaced) return lengthOf(line) <= LONGEST_HEADING_WITHOUT_BLANKS
  return lengthOf(line) <= LONGEST_HEADING && standsAlone(page, line)
}

/** What the page says again is none, but where it is once among the highlights or the contents above the text. */
function isSaidAgain({ page, body }: Text, line: Line): boolean {
  if (!isRepeated(page, line)) return false
  const first = page.firsts.get(line.words) ?? 0
  return page.occurrences.get(line.words) !== 2 || first >= body.start || !standsAlone(page, line)
}

/** All in brackets, "(AI image used for representation)", or several sentences of a speech. */
function isRemark(line: Line): boolean {
  return /^[([（［【].*[)\]）］】]$/u.test(line.text) || isSpeech(line)
}

/** 「やっと直った。長かった」, where the last sentence has no point. */
function isSpeech({ text }: Line): boolean {
  return /^[「『][^「」『』]*[。！？][^「」『』]*[」』]$/u.test(text)
}

/** "- Okullara ücretsiz" and "2. What it costs" between paragraphs head a section; among others they are items. */
function isItemAlone(page: Page, line: Line): boolean {
  if (endsSentence(line.text) || !/^(?:[-–—]|\d{1,2}[.)-])\s[^\p{Ll}]/u.test(line.text)) return false
  const [above, below] = [lastUnclaimed(page, line), page.lines[line.index + 1]]
  return [above, below].every((other) => other !== undefined && isParagraphLike(other) && !isListItem(other.text))
}

/** The line above, with furniture passed over: an advertisement stands between a section's end and the next heading. */
function lastUnclaimed(page: Page, line: Line): Line | undefined {
  let index = line.index - 1
  while (index >= 0 && page.claims.get(page.lines[index] as Line)?.role === 'furniture') index--
  return page.lines[index]
}

/** Blank lines around it; above it may stand furniture ("08:55" of a live blog), below it its own paragraph. */
function standsAlone(page: Page, line: Line): boolean {
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  const begins = line.blankBefore || (above !== undefined && isKnownFurniture(page, above))
  return begins && (line.blankAfter || (below !== undefined && isParagraphLike(below) && below.blankAfter))
}

/** Not the name above a function, "Jane Doe" and "Harbour master", which are left where a quotation was set large. */
function isKnownFurniture(page: Page, line: Line): boolean {
  const given = page.claims.get(line)
  return given?.role === 'furniture' && (given.rule !== 'stray-words-in-body' || wordCount(line.text) > 4)
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
function nextText({ page, body }: Text, line: Line): Line | undefined {
  for (let index = line.index + 1; index <= body.end; index++) {
    const below = page.lines[index] as Line
    if (isFree(page, below)) return below
  }
  return undefined
}
