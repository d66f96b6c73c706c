import type { Image } from '../../domain/article.ts'
import { endsSentence, imageFileName, lengthOf, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'
import { CREDIT_HOUSE, CREDIT_LABEL } from '../vocabulary.ts'

const LONGEST_CAPTION = 400
const LONGEST_CREDIT = 80

/**
 * Finds the images that left a trace in the text: a file name in place of the image, or its alternative text, which
 * the caption then repeats; and a line that ends in a credit. Caption and credit stand below it or on one line.
 */
export function findImages(page: Page, body: Region, isTaken: (line: Line) => boolean): Image[] {
  const images: Image[] = []
  for (const line of page.lines.slice(0, body.end + 3)) {
    if (!isFree(page, line) || isTaken(line)) continue
    const fileName = imageFileName(line.text)
    if (fileName !== null) images.push(imageByFileName(page, line, fileName, isTaken))
    else if (isAltOf(page, line)) images.push(imageByAlt(page, line))
    else if (isCreditedCaption(line))
      images.push({ fileName: null, url: null, ...claimCaption(page, line, 'ends-in-credit') })
  }
  return images
}

function imageByFileName(page: Page, line: Line, fileName: string, isTaken: (line: Line) => boolean): Image {
  claim(page, line, 'image', 'file-name')
  const below = page.lines[line.index + 1]
  const isCaption = below !== undefined && isFree(page, below) && !below.blankBefore && !isTaken(below)
  const found =
    isCaption && canBeCaption(below) ? claimCaption(page, below, 'below-file-name') : { caption: null, credit: null }
  return { fileName, url: null, ...found }
}

function imageByAlt(page: Page, line: Line): Image {
  claim(page, line, 'image', 'alternative-text')
  return {
    fileName: null,
    url: null,
    ...claimCaption(page, page.lines[line.index + 1] as Line, 'repeats-alternative-text'),
  }
}

/** The caption begins with the alternative text above it, word for word. */
function isAltOf(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  if (
    below === undefined ||
    below.blankBefore ||
    !isFree(page, below) ||
    wordCount(line.text) < 3 ||
    lengthOf(line) > LONGEST_CAPTION
  )
    return false
  return below.folded.startsWith(line.folded) && lengthOf(below) <= LONGEST_CAPTION + LONGEST_CREDIT
}

function canBeCaption(line: Line): boolean {
  return lengthOf(line) <= LONGEST_CAPTION && imageFileName(line.text) === null && /\p{L}{2}/u.test(line.text)
}

/** e.g. "قصف لمدفعية أذرية (الأناضول)", not a paragraph that ends in a bracket. */
function isCreditedCaption(line: Line): boolean {
  if (lengthOf(line) > LONGEST_CAPTION) return false
  const { credit } = splitCredit(line.text)
  return (
    credit !== null &&
    (CREDIT_HOUSE.test(foldedPart(line, credit)) || CREDIT_LABEL.test(foldedPart(line, credit)) || hasLabel(line))
  )
}

function hasLabel(line: Line): boolean {
  return /[([（]\s*(?:photo|foto|bild|image|credit|صوره|تصوير|фото)\b/u.test(line.folded)
}

function foldedPart(line: Line, part: string): string {
  return line.folded.slice(-part.length - 4)
}

function claimCaption(page: Page, line: Line, rule: string): Pick<Image, 'caption' | 'credit'> {
  claim(page, line, 'caption', rule)
  const { caption, credit } = splitCredit(line.text)
  if (credit !== null) return { caption, credit }
  const below = page.lines[line.index + 1]
  if (below === undefined || below.blankBefore || !isFree(page, below) || !isCredit(below))
    return { caption: line.text, credit: null }
  claim(page, below, 'credit', 'below-caption')
  return { caption: line.text, credit: withoutLabel(below.text) }
}

/** A line of its own that names only who made the picture, e.g. "Getty Images" or "صورة: رويترز". */
function isCredit(line: Line): boolean {
  if (line.text.length > LONGEST_CREDIT || endsSentence(line.text)) return false
  return (
    (CREDIT_LABEL.exec(line.folded)?.index === 0 && wordCount(line.text) >= 2) ||
    CREDIT_HOUSE.exec(line.folded)?.index === 0
  )
}

/** "caption (credit)", the commonest; "caption © credit"; "caption Label: credit"; "caption - maker/agency". */
function splitCredit(text: string): { caption: string; credit: string | null } {
  const bracket = /^(.{3,}?)[\s.]*[([（]([^()[\]（）]{2,80})[)\]）]\.?$/u.exec(text)
  if (bracket !== null && wordCount(bracket[2] as string) <= 6)
    return { caption: bracket[1] as string, credit: withoutLabel(bracket[2] as string) }
  const sign = /^(.{3,}?)\s*©\s*(.{2,80})$/u.exec(text)
  if (sign !== null) return { caption: sign[1] as string, credit: sign[2] as string }
  const label =
    /^(.{3,}?)[\s.]+(?:photograph|photo|foto|bild|image|credit|صورة|تصوير|фото)(?:\s?by)?\s?[:：]\s?(.{2,80})$/iu.exec(
      text,
    )
  if (label !== null) return { caption: (label[1] as string).replace(/[\s|–—-]+$/u, ''), credit: label[2] as string }
  return { caption: text, credit: null }
}

function withoutLabel(credit: string): string {
  return credit.replace(
    /^(?:photo(?:graph)?(?:\sby)?|foto|bild|image|credit|صورة|الصورة|تصوير|عدسة|фото)\s?[:：=/]\s?|^©\s?/iu,
    '',
  )
}
