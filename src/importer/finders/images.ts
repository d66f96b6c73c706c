import type { Image } from '../../domain/article.ts'
import { imageFileName, isParagraphLike, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'
import { canBeCaption, claimCaption, type FoundCaption, type Search } from './caption-lines.ts'
import { findCaption, imageSource } from './captions.ts'
import { splitCredit } from './credits.ts'

/** Lines below the body that may still be an image of it. */
const REACH = 3

/**
 * Finds the images that left a trace in the text: a file name in place of the image, its alternative text, its credit,
 * or a word that says what the line is. Each claims its lines; an image that the page shows twice is one.
 */
export function findImages(page: Page, body: Region, isTaken: (line: Line) => boolean): Image[] {
  const search: Search = { page, body, isTaken }
  const images: Image[] = []
  let source: string | null = null
  for (const line of page.lines.slice(0, body.end + REACH)) {
    if (!isFree(page, line) || (line.index <= body.start && isTaken(line))) continue
    const named = imageSource(search, line)
    if (named !== null) {
      source = named
      continue
    }
    const image = findImage(search, line)
    if (image === null) continue
    addImage(images, { ...image, credit: image.credit ?? source })
    source = null
  }
  skipClaimed(page, body)
  return images
}

function findImage(search: Search, line: Line): Image | null {
  const fileName = imageFileName(line.text)
  if (fileName !== null) return { fileName, url: null, ...captionOfFile(search, line) }
  const found = findCaption(search, line)
  return found === null ? null : { fileName: null, url: null, ...found }
}

/** The caption below a file name, or above it. */
function captionOfFile(search: Search, line: Line): FoundCaption {
  const { page } = search
  claim(page, line, 'image', 'file-name')
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  if (
    below !== undefined &&
    canBeCaption(search, below) &&
    (!below.blankBefore || splitCredit(below.text).credit !== null)
  )
    return claimCaption(search, below, 'below-file-name')
  const isAbove = above !== undefined && canBeCaption(search, above) && !line.blankBefore && wordCount(above.text) >= 3
  return isAbove ? claimCaption(search, above, 'above-file-name') : { caption: null, credit: null }
}

/** A gallery says a caption again where it shows the picture large. */
function addImage(images: Image[], image: Image): void {
  const same = images.find(({ caption }) => caption !== null && caption === image.caption)
  if (same === undefined) images.push(image)
  else same.credit ??= image.credit
}

/** Captions that were taken for the first or last paragraph are none of the body's. */
function skipClaimed(page: Page, body: Region): void {
  const isText = (index: number) => {
    const line = page.lines[index] as Line
    return isFree(page, line) && isParagraphLike(line)
  }
  let [start, end] = [body.start, body.end]
  while (start < end && !isText(start)) start++
  while (end > start && !isText(end)) end--
  if (isText(start)) Object.assign(body, { start, end })
}
