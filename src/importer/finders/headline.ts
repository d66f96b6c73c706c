import { endsSentence, imageFileName, lengthOf, wordCount } from '../form.ts'
import { claim, freeLines, isFree, type Line, type Page, type Region } from '../page.ts'
import { copiesOf, hasSite, type Scored, scoreHeadlines } from './headline-score.ts'

/** Lines above the body among which the headline is looked for; menus stand further away. */
const REACH = 150
/** Lines of the body's run that may stand above the headline: a notice, a teaser, the title of a site. */
const INTO_BODY = 6
/** The least that a line must score. */
const LEAST = -1.5

/**
 * Finds the headline among the lines above the body by its form: a line of a headline's length, which speaks of what
 * the body speaks of and which the page often repeats, near the date, and without a sentence's end. Its copies are
 * claimed as furniture.
 */
export function findHeadline(page: Page, body: Region, dateLine: Line | null): Line | null {
  const candidates = candidatesFor(page, body)
  const titles = candidates.filter(({ mark }) => mark === 'title')
  const scored = scoreHeadlines(page, titles.length > 0 ? titles : candidates, body, dateLine)
  const best = scored.reduce<Scored | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  )
  if (best === null || (titles.length === 0 && best.score < LEAST)) return longHeadline(page, body)
  const headline = withoutSite(scored, best.line)
  if (headline.index >= body.start) body.start = headline.index + 1
  claim(page, headline, 'headline', 'best-above-body')
  claimCopies(page, headline)
  return headline
}

function candidatesFor(page: Page, body: Region): Line[] {
  const above = freeLines(page, Math.max(0, body.start - REACH), body.start)
  const inside = freeLines(page, body.start, Math.min(body.start + INTO_BODY, body.end))
  return [...above, ...inside.filter((line) => !endsSentence(line.text))].filter(isPossible)
}

function isPossible(line: Line): boolean {
  const length = lengthOf(line)
  return (
    length >= 12 && length <= 250 && wordCount(line.text) >= 1 && imageFileName(line.text) === null && !isPath(line)
  )
}

/** "Harbour News › City › Traffic": where the page stands among the others. */
function isPath({ text }: Line): boolean {
  const parts = text.split(/\s?[›»>|\\]\s?|\s\/\s/u)
  return parts.length >= 3 && parts.every((part) => wordCount(part) <= 3)
}

/** Of "Home Bridge opens after four years" and "Bridge opens after four years" the title is what both say. */
function withoutSite(scored: Scored[], line: Line): Line {
  const isInside = (other: Line) => other.words !== line.words && hasSite(line, other.words)
  return scored.find((other) => isInside(other.line))?.line ?? line
}

/** A headline so long that it was taken for the body's first paragraph. */
function longHeadline(page: Page, body: Region): Line | null {
  const line = page.lines[body.start] as Line
  if (
    !isFree(page, line) ||
    body.start === body.end ||
    !line.blankAfter ||
    endsSentence(line.text) ||
    lengthOf(line) > 250
  )
    return null
  claim(page, line, 'headline', 'long-first-line')
  body.start += 1
  return line
}

function claimCopies(page: Page, headline: Line): void {
  for (const copy of copiesOf(page, headline)) claim(page, copy, 'furniture', 'duplicate-of-headline')
}
