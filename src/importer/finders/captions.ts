import type { Image } from '../../domain/article.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { imageFileName, isParagraphLike, lengthOf, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'
import { CAPTION_START, ENLARGE, IMAGE_SOURCE_START, PLACE_IN_PICTURE } from '../vocabulary-credits.ts'
import { isCredit, isLabelledCredit, splitCredit, withoutLabel } from './credits.ts'

export const LONGEST_CAPTION = 600
const LONGEST_ALT = 250
const LONGEST_ABOVE_BLANK = 450
/** A line that ends like a caption, but is longer, is rather a paragraph that ends in a bracket. */
const LONGEST_CREDITED = 450

/** What a caption says, with the line that it stands on. */
export type FoundCaption = Pick<Image, 'caption' | 'credit'>

/** Where captions are looked for, and which of the lines belong to other finders. */
export type Search = { page: Page; body: Region; hasBlanks: boolean; isTaken: (line: Line) => boolean }

/** The rules in their order, the surest first. Each claims the lines that it takes. */
export function findCaption(search: Search, line: Line): FoundCaption | null {
  return (
    labelledCaption(search, line) ??
    repeatedCaption(search, line) ??
    captionAboveCredit(search, line) ??
    creditedCaption(search, line) ??
    enlargedCaption(search, line) ??
    describedCaption(search, line) ??
    loneCredit(search, line)
  )
}

/** Alternative texts that a machine wrote: "lodge, night, pool, lights". */
const LISTED = /^[\p{L}\s-]{2,30}(?:,\s[\p{L}\s-]{2,30}){2,12}$/u

/** Takes a line as a caption, with the credit at its end or on the line below, and with its alternative text above. */
export function claimCaption(search: Search, line: Line, rule: string): FoundCaption {
  const { page } = search
  claim(page, line, 'caption', rule)
  const above = page.lines[line.index - 1]
  if (above !== undefined && isFree(page, above) && ENLARGE.test(above.words))
    claim(page, above, 'furniture', 'enlarge-button')
  else if (above !== undefined && isAltAbove(search, above, line)) claim(page, above, 'image', 'above-caption')
  const { caption, credit } = splitCredit(undoubled(line.text))
  if (credit !== null) return { caption, credit }
  const below = page.lines[line.index + 1]
  if (below === undefined || !isFree(page, below) || !isCreditLine(search, below)) return { caption, credit: null }
  claim(page, below, 'credit', 'below-caption')
  return { caption, credit: withoutLabel(below.text) }
}

/** In the body a line that touches its caption is the alternative text: paragraphs have blank lines around them. */
function isAltAbove({ page, body, hasBlanks }: Search, above: Line, line: Line): boolean {
  if (!hasBlanks || line.blankBefore || !above.blankBefore || !isFree(page, above)) return false
  return lengthOf(above) <= LONGEST_ALT && (line.index > body.start || LISTED.test(above.text))
}

/** "Image caption, The harbour at dawn", "Bildunterschrift: …", with "Image source, Getty Images" above it. */
function labelledCaption(search: Search, line: Line): FoundCaption | null {
  const { page } = search
  if (lengthOf(line) > LONGEST_CAPTION || !CAPTION_START.test(line.folded)) return null
  const text = afterLabel(line.text)
  const below = page.lines[line.index + 1]
  if (text === '' && (below === undefined || !canBeCaption(search, below))) return null
  claim(page, line, 'caption', 'caption-label')
  if (text === '') return claimCaption(search, below as Line, 'below-caption-label')
  return splitCredit(text)
}

/** The name behind "Image source, …", on its line or on the next. */
export function imageSource({ page }: Search, line: Line): string | null {
  if (line.text.length > 140 || !IMAGE_SOURCE_START.test(line.folded)) return null
  const name = afterLabel(line.text)
  const below = page.lines[line.index + 1]
  if (name === '' && (below === undefined || !isFree(page, below) || below.text.length > 100)) return null
  claim(page, line, 'credit', 'image-source-label')
  if (name !== '') return name
  claim(page, below as Line, 'credit', 'below-image-source-label')
  return (below as Line).text
}

function afterLabel(text: string): string {
  return text.replace(/^[^,،:：，]{1,60}[,،:：，]\s?/u, '')
}

/**
 * An alternative text that the line below says again, with or without a credit behind it; or both on one line, as lynx
 * writes them. Above the body the same is said twice of the headline too, so that a credit must tell the two apart.
 */
function repeatedCaption(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  if (lengthOf(line) > LONGEST_CAPTION || wordCount(line.text) < 3) return null
  const below = page.lines[line.index + 1]
  if (undoubled(line.text) !== line.text && line.index >= body.start) return claimCaption(search, line, 'said-twice')
  if (below === undefined || !canBeCaption(search, below) || !repeats(line, below)) return null
  const isCertain =
    line.index > body.start || hasCredit(search, below) || (below.text !== line.text && !below.blankBefore)
  if (!isCertain) return null
  claim(page, line, 'image', 'alternative-text')
  return claimCaption(search, below, 'repeats-alternative-text')
}

function repeats(line: Line, below: Line): boolean {
  return below.words.startsWith(line.words) && below.words.length - line.words.length <= 120
}

function hasCredit(search: Search, line: Line): boolean {
  const { page } = search
  const below = page.lines[line.index + 1]
  return splitCredit(line.text).isSure || (below !== undefined && isFree(page, below) && isCreditLine(search, below))
}

/** "A ferry at dawn A ferry at dawn" → "A ferry at dawn": the alternative text, and the caption behind it. */
function undoubled(text: string): string {
  const half = (text.length - 1) / 2
  if (half < 20 || text.length > 2 * LONGEST_CAPTION || text[half] !== ' ') return text
  return text.slice(0, half) === text.slice(half + 1) ? text.slice(0, half) : text
}

/** The line below it is a credit: "Foto: Lena Strand", "Ohad Levi / Reuters", "AFP". */
function captionAboveCredit(search: Search, line: Line): FoundCaption | null {
  const { page, body, hasBlanks } = search
  const below = page.lines[line.index + 1]
  if (below === undefined || !isFree(page, below) || !isCreditLine(search, below)) return null
  if (!canBeCaption(search, line) || lengthOf(line) < (line.index < body.start ? 20 : 10)) return null
  const touches = hasBlanks && !below.blankBefore
  // Below a long paragraph it is rather a picture's that has no caption.
  if (!touches && lengthOf(line) > LONGEST_ABOVE_BLANK) return null
  // The sign of an agency below the last paragraph says whose the report is.
  if (line.index >= body.end && !touches && !isLabelledCredit(below.text)) return null
  if (line.index >= body.end && isParagraphLike(line) && !touches) return null
  if (line.index < body.start && !touches && !isBelowHeadline(search, line)) return null
  return claimCaption(search, line, 'above-credit')
}

/** Ends in a credit: "قصف لمدفعية أذرية (الأناضول)", "… (Photo: Jane Doe)". */
function creditedCaption(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  if (line.index === 0 || lengthOf(line) > LONGEST_CREDITED || isAboveFileName(page, line)) return null
  const { caption, credit, isSure, isSigned } = splitCredit(line.text)
  if (credit === null || !isSure || lengthOf(line) < 15 || isSaidElsewhere(page, line, caption)) return null
  if (!isSigned && line.index >= body.start && !isShortOf(search, line)) return null
  return claimCaption(search, line, 'ends-in-credit')
}

/** In the body the sign of an agency ends reports as well as captions; captions are short, or touch what they are under. */
function isShortOf({ page, body, hasBlanks }: Search, line: Line): boolean {
  if (line.index >= body.end) return false
  const above = page.lines[line.index - 1]
  const touches = hasBlanks && !line.blankBefore && line.blankAfter && above?.blankBefore === true
  return touches || !isParagraphLike(line)
}

/** The page's title with the name of its site: the headline stands elsewhere without it. */
function isSaidElsewhere(page: Page, line: Line, caption: string): boolean {
  const words = caption.trim()
  return page.lines
    .slice(0, 400)
    .some((other) => other !== line && other.index !== line.index - 1 && other.text === words)
}

/** "View image in fullscreen", and the caption right below. */
function enlargedCaption(search: Search, line: Line): FoundCaption | null {
  const above = search.page.lines[line.index - 1]
  if (above === undefined || line.blankBefore || !ENLARGE.test(above.words) || !canBeCaption(search, line)) return null
  return wordCount(line.text) < 4 ? null : claimCaption(search, line, 'below-enlarge-button')
}

/** A picture without a caption leaves its credit alone. */
function loneCredit({ page, body, isTaken }: Search, line: Line): FoundCaption | null {
  if (
    line.index >= body.end ||
    (line.index <= body.start && isTaken(line)) ||
    !isLabelledCredit(line.text) ||
    !/\p{L}{2}/u.test(line.text)
  )
    return null
  claim(page, line, 'credit', 'labelled-credit')
  return { caption: null, credit: withoutLabel(line.text) }
}

/** Right below an alternative text that lists what is seen, or with the places of people in it: "(left)", "（中）". */
function describedCaption(search: Search, line: Line): FoundCaption | null {
  const { page, body, hasBlanks } = search
  if (line.index <= body.start || line.index >= body.end || !canBeCaption(search, line) || lengthOf(line) > 300)
    return null
  const above = page.lines[line.index - 1] as Line
  const isListed = hasBlanks && !line.blankBefore && isFree(page, above) && LISTED.test(above.text)
  if (!isListed && !PLACE_IN_PICTURE.test(line.folded)) return null
  return claimCaption(search, line, isListed ? 'below-list-of-things' : 'places-in-picture')
}

/** A line that is a credit and no dateline: "AFP, MANILA" names a place. */
function isCreditLine({ page, body, isTaken }: Search, line: Line): boolean {
  if (!isCredit(line.text) || (line.index <= body.start && isTaken(line))) return false
  return (
    isLabelledCredit(line.text) || !line.text.split(/[,،/–—-]/u).some((part) => page.lexicon.isPlace(foldedWords(part)))
  )
}

/** Such a caption is its image's, which comes next. */
function isAboveFileName(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  return below !== undefined && !below.blankBefore && imageFileName(below.text) !== null
}

/** Whether another line above could be the headline: a picture without a caption stands right below that. */
function isBelowHeadline({ page, hasBlanks }: Search, line: Line): boolean {
  return page.lines
    .slice(Math.max(0, line.index - 12), line.index)
    .some((above) => isFree(page, above) && wordCount(above.text) >= 4 && (!hasBlanks || above.blankBefore))
}

export function canBeCaption({ page, body, isTaken }: Search, line: Line): boolean {
  return (
    isFree(page, line) &&
    !(line.index <= body.start && isTaken(line)) &&
    lengthOf(line) <= LONGEST_CAPTION &&
    imageFileName(line.text) === null &&
    /\p{L}{2}/u.test(line.text) &&
    !isCredit(line.text)
  )
}
