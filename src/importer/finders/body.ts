import {
  endsSentence,
  imageFileName,
  isListItem,
  isParagraphLike,
  isShortParagraph,
  lengthOf,
  sentenceCount,
} from '../form.ts'
import { isCopy, isFree, isRepeated, type Line, type Page, type Region } from '../page.ts'
import { refusal } from '../readers/refusal.ts'
import { endOfText } from './body-end.ts'
import { resumeText } from './resumed-text.ts'

/** More of one line says no more: a paragraph of 3,000 characters does not outweigh five of 600. */
const HEAVIEST = 600

/**
 * Finds where the article's text is: the run of lines that weighs most, where running text weighs its length and every
 * other line counts against it, or in a short article the heaviest run of single sentences. Everything else is placed
 * relative to it, so it comes first.
 * @throws KhabarError 'no_article' where nothing reads as running text
 */
export function findBody(page: Page): Region {
  const run = heaviestRun(page, isParagraphLike) ?? heaviestRun(page, isShortParagraph)
  if (run !== null) {
    const body = { start: run.start, end: endOfText(page, run, run.weights) }
    resumeText(page, body)
    return body
  }
  const reason = 'No line of the capture reads as the text of an article.'
  throw refusal('furniture_only', reason, page.lines[0]?.first ?? 1)
}

type IsText = (line: Line) => boolean
type Run = Region & { weight: number; weights: number[] }

/**
 * What a page says twice is a notice or a teaser; but where it says all its text twice, for the printer or for telephones,
 * this outweighs the rest, and the first time counts.
 */
function heaviestRun(page: Page, isText: IsText): Run | null {
  const once = heaviest(page, isText, (line) => isRepeated(page, line))
  const first = heaviest(page, isText, (line) => isCopy(page, line))
  return once === null || (first !== null && first.weight > 2 * once.weight) ? first : once
}

/** The run whose weights add up to most (Kadane); null where no line is text. */
function heaviest(page: Page, isText: IsText, isSaidAgain: IsText): Run | null {
  const weights = page.lines.map((line) => weightOf(page, line, isText, isSaidAgain(line)))
  let best: (Region & { weight: number }) | null = null
  let start = 0
  let weight = 0
  for (const [index, own] of weights.entries()) {
    if (weight <= 0) {
      start = index
      weight = 0
    }
    weight += own
    if (isText(page.lines[index] as Line) && own > 0 && (best === null || weight > best.weight))
      best = { start, end: index, weight }
  }
  return best === null ? null : { ...best, weights }
}

/**
 * What a line says for or against being inside the article, in characters of running text. Sentences weigh more than a
 * long line without an end, which is a teaser or a menu as often; a menu of thirty entries outweighs a cookie notice.
 */
function weightOf(page: Page, line: Line, isText: IsText, isSaidAgain: boolean): number {
  if (!isFree(page, line)) return page.claims.get(line)?.role === 'related' ? -5 : -10
  if (isListItem(line.text)) return Math.min(lengthOf(line) / 4, 40)
  if (!isText(line)) return isShortParagraph(line) ? lengthOf(line) / 3 : line.text.length > 40 ? -40 : -25
  if (isSaidAgain || isBelowFileName(page, line)) return -10
  const length = Math.min(lengthOf(line), HEAVIEST)
  if (!endsSentence(line.text)) return length / 4
  return sentenceCount(line.text) > 1 ? length * 1.5 : length
}

/** A caption may be as long as a paragraph. */
function isBelowFileName(page: Page, line: Line): boolean {
  const above = page.lines[line.index - 1]
  return !line.blankBefore && above !== undefined && imageFileName(above.text) !== null
}
