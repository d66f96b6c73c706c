import { endsSentence, imageFileName, lengthOf, wordCount } from '../form.ts'
import { claim, freeLines, isFree, type Line, type Page, type Region } from '../page.ts'
import { CREDIT_HOUSE } from '../vocabulary.ts'

/** Lines above the body among which the headline is looked for; menus stand further away. */
const REACH = 60
/** Scores that differ by no more say little. */
const CLOSE = 1.5

/**
 * Finds the headline among the lines above the body by its form: a line of its own, of a headline's length, which the
 * page often repeats, near the date, and without a sentence's end. Its copies are claimed as furniture.
 */
export function findHeadline(page: Page, body: Region, dateLine: Line | null): Line | null {
  const candidates = freeLines(page, Math.max(0, body.start - REACH), body.start).filter(isPossible)
  const scored = candidates.map((line) => ({ line, score: scoreOf(page, line, body, dateLine) }))
  const best = scored.reduce<Scored | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  )
  const headline = best === null ? null : aboveStandfirst(scored, best)
  if (headline === null) return longHeadline(page, body)
  claim(page, headline, 'headline', 'best-above-body')
  claimCopies(page, headline)
  return headline
}

type Scored = { line: Line; score: number }

/** Standfirst and caption look like headlines, but stand below one: of such lines that follow each other the first is it. */
function aboveStandfirst(scored: Scored[], best: Scored): Line {
  let chosen = best
  for (let index = scored.indexOf(best) - 1; index >= 0; index--) {
    const above = scored[index] as Scored
    const follows = chosen.line.index - above.line.index <= 2 && above.line.blankBefore && chosen.line.blankBefore
    if (!follows || chosen.score - above.score > CLOSE) break
    chosen = above
  }
  return chosen.line
}

function isPossible(line: Line): boolean {
  return wordCount(line.text) >= 2 && lengthOf(line) >= 12 && lengthOf(line) <= 250 && imageFileName(line.text) === null
}

function scoreOf(page: Page, line: Line, body: Region, dateLine: Line | null): number {
  const length = lengthOf(line)
  const stands = (line.blankBefore ? 1.5 : 0) + (line.blankAfter ? 1.5 : 0)
  const size = length >= 25 && length <= 160 ? 2 : 0
  const repeats = copiesOf(page, line).length > 0 ? 1.5 : 0
  const nearDate = dateLine !== null && Math.abs(dateLine.index - line.index) <= 3 ? 1.5 : 0
  const end = endsSentence(line.text) && !/[?؟!]["'”»]*$/u.test(line.text) ? -2 : /[:：]$/u.test(line.text) ? -2.5 : 0
  const credit = CREDIT_HOUSE.test(line.folded) && /[)\]]$/.test(line.text) ? -2 : 0
  const marks = /[|»›>]/.test(line.text) ? -1.5 : 0
  return stands + size + repeats + nearDate + end + credit + marks - Math.max(0, body.start - line.index - 12) * 0.1
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

/** Lines with the same words: alternative texts, breadcrumbs, the page's title with or without the site's name. */
function copiesOf(page: Page, headline: Line): Line[] {
  const { words } = headline
  return freeLines(page).filter((line) => {
    if (line === headline || line.text.length > headline.text.length + 60) return false
    const other = line.words
    return other === words || (words.length >= 20 && lineWithSite(other, words))
  })
}

/** "Headline - Site" and "Site | Headline": the rest is a name of few letters. */
function lineWithSite(other: string, words: string): boolean {
  return (other.startsWith(`${words} `) || other.endsWith(` ${words}`)) && other.length - words.length <= 40
}
