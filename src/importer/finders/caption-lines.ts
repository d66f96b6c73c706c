import type { Image } from '../../domain/article.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { hasWord, imageFileName, lengthOf } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'
import { ENLARGE } from '../vocabulary-credits.ts'
import { isCredit, isLabelledCredit, splitCredit, withoutLabel } from './credits.ts'
import { isPersonName } from './person-name.ts'

export const LONGEST_CAPTION = 600
const LONGEST_ALT = 250

/** What a caption says, with the line that it stands on. */
export type FoundCaption = Pick<Image, 'caption' | 'credit'>

/** Where captions are looked for, and which of the lines belong to other finders. */
export type Search = { page: Page; body: Region; isTaken: (line: Line) => boolean }

/** Alternative texts that a machine wrote: "lodge, night, pool, lights". */
export const LISTED = /^[\p{L}\s-]{2,30}(?:,\s[\p{L}\s-]{2,30}){2,12}$/u

/** Takes a line as a caption, with the credit at its end or on the line below, and with its alternative text above. */
export function claimCaption(search: Search, line: Line, rule: string): FoundCaption {
  const { page } = search
  claim(page, line, 'caption', rule)
  const above = page.lines[line.index - 1]
  if (rule === 'below-alternative-text' && above !== undefined) claim(page, above, 'image', 'alternative-text')
  else if (above !== undefined && isFree(page, above) && ENLARGE.test(above.words))
    claim(page, above, 'furniture', 'enlarge-button')
  else if (above !== undefined && isAltAbove(search, above, line)) claim(page, above, 'image', 'above-caption')
  const text = undoubled(line.text)
  const { caption, credit } = splitCredit(text)
  if (credit !== null) return { caption, credit }
  const signed = splitSignature(page, text)
  if (signed !== null) return signed
  const below = page.lines[line.index + 1]
  if (below === undefined || !isFree(page, below) || !isCreditLine(search, below)) return { caption, credit: null }
  claim(page, below, 'credit', 'below-caption')
  return { caption, credit: withoutLabel(below.text) }
}

/** "العبارة في المرفأ - هيثم درويش": behind a dash at the end of what is known to be a caption stands who made the picture. */
function splitSignature(page: Page, text: string): FoundCaption | null {
  const [, caption, credit = ''] = /^(.{15,600})\s[-–—/|ـ]\s([^-–—/|]{3,40})$/u.exec(text) ?? []
  return caption !== undefined && isPersonName(page, credit) ? { caption, credit } : null
}

/** In the body a line that touches its caption is the alternative text: paragraphs have blank lines around them. */
function isAltAbove({ page, body }: Search, above: Line, line: Line): boolean {
  if (!page.hasBlanks || line.blankBefore || !above.blankBefore || !isFree(page, above)) return false
  return lengthOf(above) <= LONGEST_ALT && (line.index > body.start || LISTED.test(above.text))
}

/** "A ferry at dawn A ferry at dawn" → "A ferry at dawn": the alternative text, and the caption behind it. */
export function undoubled(text: string): string {
  const half = (text.length - 1) / 2
  if (half < 20 || text.length > 2 * LONGEST_CAPTION || text[half] !== ' ' || text[half + 1] !== text[0]) return text
  return text.slice(0, half) === text.slice(half + 1) ? text.slice(0, half) : text
}

/** A line that is a credit and no dateline: "AFP, MANILA" names a place. */
export function isCreditLine({ page, body, isTaken }: Search, line: Line): boolean {
  if (!isCredit(line.text) || (line.index <= body.start && isTaken(line))) return false
  return (
    isLabelledCredit(line.text) || !line.text.split(/[,،/–—-]/u).some((part) => page.lexicon.isPlace(foldedWords(part)))
  )
}

export function canBeCaption({ page, body, isTaken }: Search, line: Line): boolean {
  return (
    isFree(page, line) &&
    !(line.index <= body.start && isTaken(line)) &&
    lengthOf(line) <= LONGEST_CAPTION &&
    imageFileName(line.text) === null &&
    hasWord(line.text) &&
    !isCredit(line.text)
  )
}
