import { endsSentence, isParagraphLike, lengthOf } from '../form.ts'
import { claim, isFree, isRepeated, type Line, linesOf, type Page, type Region } from '../page.ts'
import { overlapWith, stemsOf } from '../topic.ts'
import { isEndCue, isLastCue } from './body-end.ts'

/** Lines behind the text's end among which it may go on: a box of ten teasers has three lines for each. */
const REACH = 45
/** Lines between two paragraphs of the same text: a heading, an image with its caption. */
const BETWEEN = 3
/** Letters and share of the topic that the rest of a text has; a comment or another article's summary is less. */
const LEAST_LETTERS = 350
const LEAST_OVERLAP = 0.18
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

/** The line right above the rest, if it speaks of the same: the last teaser of a box does not. */
function headsRest(page: Page, line: Line, rest: Region): boolean {
  if (line.index !== rest.start - 1 || isRepeated(page, line)) return false
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
  if (letters < LEAST_LETTERS || touching === 0 || touching * 2 < paragraphs.length - 1) return false
  const topic = new Set(linesOf(page, body).flatMap(stemsOf))
  return overlapWith(topic, paragraphs.flatMap(stemsOf)) >= LEAST_OVERLAP
}
