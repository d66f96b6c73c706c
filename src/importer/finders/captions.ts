import { endsSentence, hasWord, imageFileName, isParagraphLike, lengthOf, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page } from '../page.ts'
import { CAPTION_START, ENLARGE, IMAGE_SOURCE_START, PLACE_IN_PICTURE } from '../vocabulary-credits.ts'
import { captionBelowAlternative } from './caption-below-alternative.ts'
import {
  canBeCaption,
  claimCaption,
  type FoundCaption,
  isCreditLine,
  LISTED,
  LONGEST_CAPTION,
  type Search,
  undoubled,
} from './caption-lines.ts'
import { isLabelledCredit, splitCredit, withoutLabel } from './credits.ts'

const SHORTEST_ALT = 8
/** A longer line is rather a paragraph, which ends in a bracket or has a picture without a caption below it. */
const LONGEST_CREDITED = 450

/** The rules in their order, the surest first. Each claims the lines that it takes. */
export function findCaption(search: Search, line: Line): FoundCaption | null {
  return (
    labelledCaption(search, line) ??
    repeatedCaption(search, line) ??
    captionAboveCredit(search, line) ??
    captionBelowAlternative(search, line) ??
    creditedCaption(search, line) ??
    enlargedCaption(search, line) ??
    describedCaption(search, line) ??
    opensLikeCaption(search, line) ??
    loneCredit(search, line)
  )
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
 * An alternative text that the line below says again, with or without a credit behind either; or both on one line, as
 * lynx writes them. Above the body the same is said twice of the headline too, so that a credit must tell the two apart.
 */
function repeatedCaption(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  if (lengthOf(line) > LONGEST_CAPTION || line.words.length < SHORTEST_ALT) return null
  if (undoubled(line.text) !== line.text && line.index >= body.start) return claimCaption(search, line, 'said-twice')
  const below = belowCounter(search, line)
  if (below === undefined || !canBeCaption(search, below) || !repeats(line, below)) return null
  const isCertain =
    line.index > body.start || hasCredit(search, below) || (below.text !== line.text && !below.blankBefore)
  if (!isCertain || (line.index > body.end && below.blankBefore)) return null
  claim(page, line, 'image', 'alternative-text')
  return claimCaption(search, below, 'repeats-alternative-text')
}

/** The next line; in a gallery the picture's number stands between. */
function belowCounter({ page }: Search, line: Line): Line | undefined {
  const below = page.lines[line.index + 1]
  return below !== undefined && /^\d{1,2}(?:\s?\/\s?\d{1,2})?$/.test(below.folded) ? page.lines[line.index + 2] : below
}

/** "Bridge" and "Bridge / AFP", or where they touch "Bridge - Name of the paper" and "Bridge"; two words only if the same. */
function repeats(line: Line, below: Line): boolean {
  if (line.words === below.words) return true
  const [short, long] = line.words.length < below.words.length ? [line, below] : [below, line]
  if (wordCount(short.text) < 3 || (long === line && below.blankBefore)) return false
  return long.words.startsWith(short.words) && long.words.length - short.words.length <= (long === line ? 40 : 120)
}

function hasCredit(search: Search, line: Line): boolean {
  const { page } = search
  const below = page.lines[line.index + 1]
  return splitCredit(line.text).isSure || (below !== undefined && isFree(page, below) && isCreditLine(search, below))
}

/** The line below it is a credit: "Foto: Lena Strand", "Ohad Levi / Reuters", "AFP". */
function captionAboveCredit(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  const below = page.lines[line.index + 1]
  if (below === undefined || !isFree(page, below) || !isCreditLine(search, below)) return null
  if (!canBeCaption(search, line) || lengthOf(line) < (line.index < body.start ? 20 : 10)) return null
  const touches = page.hasBlanks && !below.blankBefore
  // Below a long paragraph it is rather a picture's that has no caption.
  if (!touches && lengthOf(line) > LONGEST_CREDITED) return null
  // The sign of an agency below the last paragraph says whose the report is.
  if (line.index >= body.end && !touches && !isLabelledCredit(below.text)) return null
  if (line.index >= body.end && isParagraphLike(line) && !touches) return null
  // A headline whose picture has no caption has no sentence's end, or nothing above it that could be the headline.
  if (line.index < body.start && !((touches || endsSentence(line.text)) && isBelowHeadline(search, line))) return null
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
function isShortOf({ page, body }: Search, line: Line): boolean {
  if (line.index >= body.end) return false
  const above = page.lines[line.index - 1]
  const touches = page.hasBlanks && !line.blankBefore && line.blankAfter && above?.blankBefore === true
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
    !hasWord(line.text)
  )
    return null
  claim(page, line, 'credit', 'labelled-credit')
  return { caption: null, credit: withoutLabel(line.text) }
}

/** Right below an alternative text that lists what is seen, or with the places of people in it: "(left)", "（中）". */
function describedCaption(search: Search, line: Line): FoundCaption | null {
  const { page, body } = search
  if (line.index <= body.start || line.index >= body.end || !canBeCaption(search, line) || lengthOf(line) > 300)
    return null
  const above = page.lines[line.index - 1] as Line
  const isListed = page.hasBlanks && !line.blankBefore && isFree(page, above) && LISTED.test(above.text)
  if (!isListed && !PLACE_IN_PICTURE.test(line.folded)) return null
  return claimCaption(search, line, isListed ? 'below-list-of-things' : 'places-in-picture')
}

/** "THERE YOU GO … The president leaves on a trip", as African papers write. */
const CAPPED = /^\p{Lu}{2}[\p{Lu}\s,’'-]{2,40}\s?(?:…|\.{3})\s?\p{Lu}/u
/** "…, à Paris, le 12 juillet 2023.", "… in Lisbon, Monday, Jan. 5, 2026." */
const DATED =
  /,\s(?:\p{L}{1,4}\s)?(?:\p{L}{3,12},?\s)?(?:\d{1,2}(?:\.|er|st|nd|rd|th)?\s(?:de\s)?\p{L}{3,12}\.?(?:\sde)?|\p{L}{3,12}\.?\s\d{1,2},)\s(?:19|20)\d\d\.?$/u

/** A line on top of the body that ends in place and day, or anywhere one that begins in capitals and dots. */
function opensLikeCaption(search: Search, line: Line): FoundCaption | null {
  const { body } = search
  if (line.index > body.end || lengthOf(line) > 300 || !canBeCaption(search, line)) return null
  const isDated =
    line.index <= body.start && line.index >= body.start - 3 && body.end > body.start && DATED.test(line.text)
  if (!isDated && !CAPPED.test(line.text)) return null
  return claimCaption(search, line, isDated ? 'ends-in-place-and-day' : 'capitals-and-dots')
}

/** Such a caption is its image's, which comes next. */
function isAboveFileName(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  return below !== undefined && !below.blankBefore && imageFileName(below.text) !== null
}

/** Whether another line above could be the headline: a picture without a caption stands right below that. */
function isBelowHeadline({ page }: Search, line: Line): boolean {
  return page.lines
    .slice(Math.max(0, line.index - 12), line.index)
    .some((above) => isFree(page, above) && wordCount(above.text) >= 4 && (!page.hasBlanks || above.blankBefore))
}
