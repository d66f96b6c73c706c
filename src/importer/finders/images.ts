import type { Image } from '../../domain/article.ts'
import { fold } from '../../language/fold.ts'
import { endsSentence, imageFileName, lengthOf, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'
import { CREDIT_HOUSE, CREDIT_LABEL } from '../vocabulary.ts'

const LONGEST_CAPTION = 400
const LONGEST_CREDIT = 80

/**
 * Finds the images that left a trace in the text: a file name in place of the image, or its alternative text, which
 * the caption then repeats; and, above the body, a line that ends in a credit. Caption and credit stand below it or on
 * one line.
 */
export function findImages(page: Page, body: Region, isTaken: (line: Line) => boolean): Image[] {
  const images: Image[] = []
  for (const line of page.lines.slice(0, body.end + 3)) {
    if (!isFree(page, line) || isTaken(line)) continue
    const fileName = imageFileName(line.text)
    if (fileName !== null) images.push(imageByFileName(page, line, fileName, isTaken))
    else if (isAltOf(page, line)) images.push(imageByAlt(page, line))
    else if (line.index < body.start && isCreditedCaption(line) && !isAboveFileName(page, line))
      images.push({ fileName: null, url: null, ...claimCaption(page, line, 'ends-in-credit') })
  }
  return images
}

/** Such a caption is its image's, which comes next. */
function isAboveFileName(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  return below !== undefined && !below.blankBefore && imageFileName(below.text) !== null
}

function imageByFileName(page: Page, line: Line, fileName: string, isTaken: (line: Line) => boolean): Image {
  claim(page, line, 'image', 'file-name')
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  const canBe = (other: Line) => isFree(page, other) && !isTaken(other) && canBeCaption(other)
  const none = { fileName, url: null, caption: null, credit: null }
  if (below !== undefined && canBe(below) && (!below.blankBefore || isCreditedCaption(below))) {
    return { ...none, ...claimCaption(page, below, 'below-file-name') }
  }
  const isAbove = above !== undefined && canBe(above) && !line.blankBefore && wordCount(above.text) >= 3
  return isAbove ? { ...none, ...claimCaption(page, above, 'above-file-name') } : none
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

/** A line whose end names a known house or says that it is a credit: "قصف لمدفعية أذرية (الأناضول)", "… (Photo: Jane Doe)". */
function isCreditedCaption(line: Line): boolean {
  if (lengthOf(line) > LONGEST_CAPTION) return false
  const { caption, credit } = splitCredit(line.text)
  const end = fold(line.text.slice(caption.length))
  return credit !== null && (CREDIT_HOUSE.test(end) || CREDIT_LABEL.test(end))
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

/** Forms of a caption with its credit on one line, the commonest first. */
const CREDIT_FORMS = [
  // قصف لمدفعية أذرية (الأناضول)
  /^(.{3,}?)[\s.]*[([（]([^()[\]（）]{2,80})[)\]）]\.?$/u,
  // A bridge at dawn © Jane Doe
  /^(.{3,}?)\s*©\s*(.{2,80})$/u,
  // The test ferry leaves the harbour. Photo: Lena Strand
  /^(.{3,}?)[\s.|–—-]+(?:photograph|photo|foto|bild|image|crédit|credit|fotoğraf|صورة|تصوير|عکس|фото)(?:\s?by)?\s?[:：]\s?(.{2,80})$/iu,
]
/** The same with a mark that other captions have too, so that the rest must be a known house: "… في حلب - رويترز". */
const CREDIT_FORMS_OF_HOUSES = [/^(.{10,}?)\s?[-–—ـ|/]\s(.{2,60})$/u, /^(.{10,}?[.!?؟])\s+(.{2,60})$/u]

function splitCredit(text: string): { caption: string; credit: string | null } {
  for (const form of [...CREDIT_FORMS, ...CREDIT_FORMS_OF_HOUSES]) {
    const [, caption, credit] = form.exec(text) ?? []
    if (caption === undefined || credit === undefined || wordCount(credit) > 6) continue
    if (CREDIT_FORMS.includes(form) || isHouse(credit)) return { caption, credit: withoutLabel(credit) }
  }
  return { caption: text, credit: null }
}

function isHouse(credit: string): boolean {
  const folded = fold(credit)
  return CREDIT_HOUSE.exec(folded)?.index === 0 || CREDIT_LABEL.exec(folded)?.index === 0
}

function withoutLabel(credit: string): string {
  return credit.replace(
    /^(?:photo(?:graph)?(?:\sby)?|foto|fotoğraf|bild|image|crédit|credit|صورة|الصورة|تصوير|عدسة|عکس|фото)\s?[:：=/]\s?|^©\s?/iu,
    '',
  )
}
