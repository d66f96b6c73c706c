import { endsSentence, isParagraphLike, lengthOf } from '../form.ts'
import { claim, isFree, isRepeated, type Line, linesOf, type Page, type Region } from '../page.ts'
import { overlapWith, stemsOf } from '../topic.ts'
import { isEndCue, isLastCue } from './body-end.ts'

/** Lines behind the text's end among which it may go on: a box of ten teasers has three lines for each. */
const REACH = 45
/** Lines between two paragraphs of the same text: a heading, an image with its caption. */
const BETWEEN = 3
/** Letters and share of the topic that the rest of a text has; a comment or another article's summary is less. */
const LEAST = { letters: 350, overlap: 0.18 }
/** Behind a box of nothing but read-also links the text goes on as a rule, so that less tells it from teasers. */
const BEHIND_LINKS = { letters: 200, overlap: 0.05 }
/** So it does below a heading that stands alone, behind a box of a few lines. */
const BELOW_HEADING = { letters: 300, overlap: 0.14 }
const SHORT_BOX = 14
const MOST_BOXES = 4

/**
 * Goes on with a text that a box parts: teasers below "Most read", a row of share buttons, a gallery. What is behind is
 * its rest if most of the paragraphs there touch, as those of a list of teasers do not, if they speak of the same, and
 * if no comments begin before. The lines of the box are claimed as furniture.
 */
export function resumeText(page: Page, body: Region): void {
  for (let boxes = 0; boxes < MOST_BOXES; boxes++) {
    const rest = findRest(page, body)
    if (rest === null) return
    for (const line of page.lines.slice(body.end + 1, rest.start))
      if (isFree(page, line) && !headsRest(page, line, rest)) claim(page, line, 'furniture', 'box-in-text')
    body.end = rest.end
  }
}

/**
 * The line right above the rest, if it speaks of the same, as the last teaser of a box does not, or if it stands alone
 * below links that are told by their cue.
 */
function headsRest(page: Page, line: Line, rest: Region): boolean {
  if (line.index !== rest.start - 1 || isRepeated(page, line)) return false
  const above = page.lines[line.index - 1]
  if (above !== undefined && page.claims.get(above)?.role === 'related' && line.blankBefore && line.blankAfter)
    return true
  const topic = new Set(linesOf(page, rest).flatMap(stemsOf))
  return stemsOf(line).some((stem) => topic.has(stem))
}

function findRest(page: Page, body: Region): Region | null {
  let at = body.end + 1
  while (at <= body.end + REACH) {
    const paragraphs = paragraphsFrom(page, at)
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first === undefined || last === undefined || first.index > body.end + REACH) return null
    if (page.lines.slice(at, last.index + 1).some(isLastCue)) return null
    if (isRest(page, body, paragraphs)) return { start: first.index, end: last.index }
    at = last.index + 1
  }
  return null
}

/** The next paragraph and those that follow it closely. */
function paragraphsFrom(page: Page, from: number): Line[] {
  const paragraphs: Line[] = []
  for (let index = from; index < page.lines.length; index++) {
    const line = page.lines[index] as Line
    const last = paragraphs.at(-1)
    if (last === undefined && index > from + REACH) break
    if (last !== undefined && (index - last.index > BETWEEN || isEndCue(line))) break
    if (isFree(page, line) && isParagraphLike(line) && endsSentence(line.text) && !isRepeated(page, line))
      paragraphs.push(line)
  }
  return paragraphs
}

function isRest(page: Page, body: Region, paragraphs: Line[]): boolean {
  const letters = paragraphs.reduce((sum, line) => sum + lengthOf(line), 0)
  const touching = paragraphs.filter(({ index }, at) => paragraphs[at + 1]?.index === index + 1).length
  const least = leastOf(page, body, paragraphs[0] as Line)
  if (letters < least.letters || touching === 0 || touching * 2 < paragraphs.length - 1) return false
  const topic = new Set(linesOf(page, body).flatMap(stemsOf))
  return overlapWith(topic, paragraphs.flatMap(stemsOf)) >= least.overlap
}

function leastOf(page: Page, body: Region, first: Line): typeof LEAST {
  if (isBehindLinks(page, body, first)) return BEHIND_LINKS
  return first.index <= body.end + SHORT_BOX && isHeaded(page, first) ? BELOW_HEADING : LEAST
}

/** A heading stands alone above the rest, where the teasers above it touch. */
function isHeaded(page: Page, first: Line): boolean {
  const [above, before] = [page.lines[first.index - 1], page.lines[first.index - 2]]
  if (above === undefined || before === undefined || !isFree(page, above) || !first.blankBefore) return false
  return above.blankBefore && !before.blankBefore && lengthOf(above) <= 60 && !endsSentence(above.text)
}

/** Whether nothing but links told by their cue, and a heading at most, stands between the text and what may be its rest. */
function isBehindLinks(page: Page, body: Region, first: Line): boolean {
  const between = page.lines.slice(body.end + 1, first.index)
  const isLink = (line: Line) => page.claims.get(line)?.role === 'related'
  return between.some(isLink) && between.filter((line) => !isLink(line)).length <= 1
}
