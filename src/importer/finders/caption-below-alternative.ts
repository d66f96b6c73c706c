import { endsSentence, lengthOf } from '../form.ts'
import { isFree, isRepeated, type Line, type Page } from '../page.ts'
import { stemsOf } from '../topic.ts'
import { canBeCaption, claimCaption, type FoundCaption, isCreditLine, type Search } from './caption-lines.ts'

const LONGEST = 300
const LONGEST_ALT = 160
/** Lines below the date among which the article's first image stands. */
const BELOW_DATE = 16
/** Lines above the date among which the headline stands. */
const ABOVE_DATE = 20

/**
 * Two lines that touch and stand apart from others are an image's alternative text and its caption, which speak of the
 * same: "Bats at dusk" / "Free-tailed bats leave the bridge at dusk". Above the text they stand below the date, with a
 * headline above that; inside it the caption has all words of the alternative text.
 */
export function captionBelowAlternative(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  const caption = page.lines[line.index + 1]
  if (caption === undefined || !isPair(search, line, caption)) return null
  const isTold =
    caption.index <= body.start
      ? isBelowDate(page, line) && (isRepeated(page, line) || speakOfTheSame(line, caption))
      : line.index > body.start && caption.index < body.end && isContained(line, caption)
  return isTold ? claimCaption(search, caption, 'below-alternative-text') : null
}

function isPair(search: Search, line: Line, caption: Line): boolean {
  const { page } = search
  if (!page.hasBlanks || caption.blankBefore || lengthOf(line) > LONGEST_ALT || lengthOf(caption) > LONGEST)
    return false
  if (endsSentence(line.text) || !canBeCaption(search, line) || !canBeCaption(search, caption)) return false
  return endsBlock(search, caption)
}

/** Behind it stands a blank line, a credit, or furniture. */
function endsBlock(search: Search, caption: Line): boolean {
  const { page } = search
  const below = page.lines[caption.index + 1]
  if (caption.blankAfter || below === undefined) return true
  return isFree(page, below) ? isCreditLine(search, below) : page.claims.get(below)?.role === 'furniture'
}

function isBelowDate(page: Page, line: Line): boolean {
  const date = page.lines
    .slice(Math.max(0, line.index - BELOW_DATE), line.index)
    .findLast((above) => page.claims.get(above)?.role === 'date')
  if (date === undefined) return false
  const above = page.lines.slice(Math.max(0, date.index - ABOVE_DATE), date.index)
  return above.some((other) => isFree(page, other) && other.blankBefore && lengthOf(other) >= 25)
}

function sharedStems(line: Line, caption: Line): number {
  const said = new Set(stemsOf(caption))
  return stemsOf(line).filter((stem) => said.has(stem)).length
}

/** A word of four letters, or more of one that may be inflected. */
function speakOfTheSame(line: Line, caption: Line): boolean {
  const said = new Set(caption.words.split(' '))
  return line.words.split(' ').some((word) => word.length >= 4 && said.has(word)) || sharedStems(line, caption) > 0
}

/** A heading that touches its paragraph is said again by it too, but rarely at its beginning. */
function isContained(line: Line, caption: Line): boolean {
  const stems = stemsOf(line).length
  const isSentence = endsSentence(caption.text) && !caption.words.startsWith(line.words.split(' ')[0] as string)
  return !isSentence && stems > 0 && lengthOf(caption) > lengthOf(line) && sharedStems(line, caption) === stems
}
