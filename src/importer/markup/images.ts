import type { Image } from '../../domain/article.ts'
import { splitCredit } from '../finders/credits.ts'
import { endsSentence, hasWord, wordCount } from '../form.ts'
import type { Metadata, StatedImage } from '../metadata.ts'
import { claim, isFree, type Line, type Page, type Region, servedText } from '../page.ts'
import { decodeEntities } from './entities.ts'

const LONGEST_CAPTION = 600
const LONGEST_UNNAMED = 300

/**
 * The images of a page with markup: its figures with what stands in them, and parts of the page that are named as
 * captions, between headline and the end of the body. The one that the page states for previews stands for all where
 * the text has none.
 */
export function findMarkedImages(page: Page, body: Region, metadata: Metadata): Image[] {
  const images: Image[] = []
  const [from, to] = [Math.max(0, body.start - 40), body.end + 4]
  const reach = page.lines.slice(from, to).filter((line) => line.hint !== null && isFree(page, line) && !isTeaser(line))
  for (const group of groupsOf(page, reach)) {
    const image = readGroup(page, group)
    if (image !== null) images.push(image)
  }
  const [stated] = metadata.images.filter(({ url }) => url !== null)
  return images.length > 0 || stated === undefined ? images : [statedImage(stated)]
}

function statedImage({ url, caption, credit }: StatedImage): Image {
  const textOf = (value: string | null) => (value === null ? '' : servedText(decodeEntities(value))) || null
  return { fileName: null, url, caption: textOf(caption), credit: textOf(credit) }
}

function isTeaser({ hint }: Line): boolean {
  return hint?.named === 'related' || hint?.within.has('nav') === true
}

/** Lines of one figure; outside of figures an image with the lines named caption and credit right below it. */
function groupsOf(page: Page, lines: Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const figure = line.hint?.figure ?? null
    const isNamed = line.hint?.named === 'caption' || line.hint?.named === 'credit' || isBelowImage(page, line, before)
    if (figure === null && line.hint?.tag !== 'img' && !isNamed) continue
    const follows = before !== undefined && line.index - before.index <= 2
    const same = figure !== null ? before?.hint?.figure === figure : follows && isNamed && before.hint?.figure === null
    if (last !== undefined && same) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** The line right below an image says what its alternative text says, or is all there is in the image's own element. */
function isBelowImage(page: Page, line: Line, before: Line | undefined): boolean {
  return repeatsAlternative(line, before) || isAloneWithImage(page, line, before)
}

/** <div class="pic"><img><br>A ferry at dawn - Jane Doe</div>, above the text: no figure, no name, but nothing else either. */
function isAloneWithImage(page: Page, line: Line, before: Line | undefined): boolean {
  if (before?.hint?.tag !== 'img' || line.index !== before.index + 1 || line.blankBefore || line.hint === null)
    return false
  const below = page.lines[line.index + 1]
  const isLast = below === undefined || below.blankBefore || below.hint?.block !== line.hint.block
  const isPlain = !/^(?:img|h\d|li|button|label|time|a)$/.test(line.hint.tag) && line.hint.href === null
  return isLast && isPlain && wordCount(line.text) >= 3 && line.text.length <= LONGEST_UNNAMED && hasWord(line.text)
}

/** The line right below an image says what its alternative text says: a caption, whatever the page calls it. */
function repeatsAlternative(line: Line, before: Line | undefined): boolean {
  if (before?.hint?.tag !== 'img' || line.index !== before.index + 1 || line.hint?.tag === 'img') return false
  return before.words.length > 8 && line.words.startsWith(before.words) && line.text.length <= before.text.length + 120
}

function readGroup(page: Page, group: Line[]): Image | null {
  const image = group.find(({ hint }) => hint?.tag === 'img')
  const texts = group.filter((line) => line.hint?.tag !== 'img' && line.text.length <= LONGEST_CAPTION)
  const credits = texts.filter(({ hint }) => hint?.named === 'credit')
  const captions = texts.filter(
    (line) => !credits.includes(line) && (isCaption(line) || isBelowImage(page, line, image)),
  )
  if (image === undefined && captions.length === 0) return null
  if (captions.length === 0 && credits.length === 0 && image?.hint?.figure === null) return null
  if (image !== undefined) claim(page, image, 'image', 'image-element')
  for (const line of captions)
    claim(page, line, 'caption', line.hint?.tag === 'figcaption' ? 'figcaption' : 'named-caption')
  for (const line of credits) claim(page, line, 'credit', 'named-credit')
  const textOf = (lines: Line[]) => (lines.length === 0 ? null : lines.map(({ text }) => text).join(' '))
  const [caption, credit] = [textOf(captions), textOf(credits)]
  const parted = caption === null || credit !== null ? null : splitCredit(caption)
  return {
    fileName: null,
    url: image?.hint?.image ?? null,
    ...(parted?.isSure ? { caption: parted.caption, credit: parted.credit } : { caption, credit }),
  }
}

function isCaption(line: Line): boolean {
  return (
    line.hint?.named === 'caption' ||
    line.hint?.tag === 'figcaption' ||
    (line.hint?.figure !== null && (wordCount(line.text) >= 3 || endsSentence(line.text)))
  )
}
