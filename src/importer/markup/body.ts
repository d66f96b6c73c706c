import { type TextRole, textRoleOf } from '../finders/blocks.ts'
import { endOfText } from '../finders/body-end.ts'
import { endsSentence, hasWord, isParagraphLike, isShortParagraph, wordCount } from '../form.ts'
import { claim, isCopy, isFree, type Line, linesOf, type Page, type Region } from '../page.ts'

/** Fewer letters than these are no article's text, whatever the extractor holds. */
const LEAST_LETTERS = 140
/** The share of what the extractor chose that may yet be teasers. */
const MOST_TEASERS = 0.12
const LONGEST_BOLD_HEADING = 120

/** What a page's markup says is neither text nor data of the article: menus, footers, forms, and parts named so. */
export function claimMarkedFurniture(page: Page): void {
  for (const line of page.lines) {
    const { hint } = line
    if (hint === null || !isFree(page, line) || hint.tag === 'h1' || (hint.isContent && /^h\d$/.test(hint.tag)))
      continue
    const { within } = hint
    if (within.has('nav') || within.has('form') || (within.has('footer') && !within.has('article')))
      claim(page, line, 'furniture', 'navigation-element')
    else if (hint.named === 'furniture' && !(hint.isContent && isParagraphLike(line)))
      claim(page, line, 'furniture', 'named-furniture')
  }
}

/** The lines that the extractor counts to the text, from the first paragraph to the last; null for a page without markup. */
export function findMarkedBody(page: Page): Region | null {
  const texts = page.lines.filter((line) => isFree(page, line) && isMarkedText(line))
  if (texts.reduce((sum, { text }) => sum + text.length, 0) < LEAST_LETTERS) return null
  const [first, last] = [texts.find(canOpen) ?? texts[0], texts.at(-1)] as [Line, Line]
  return {
    start: startAtHeading(page, first),
    end: endBeforeTeasers(page, { start: first.index, end: last.index }, texts),
  }
}

/** Where a cue such as "Most read" says that the text ends; but boxes of that kind also stand amidst it. */
function endBeforeTeasers(page: Page, run: Region, texts: Line[]): number {
  const weights = page.lines.map(() => 0)
  for (const { index, text } of texts) weights[index] = text.length
  const weightFrom = (start: number) => weights.slice(start).reduce((sum, weight) => sum + weight, 0)
  const all = weightFrom(run.start)
  const end = endOfText(page, { ...run, weight: all }, weights)
  return weightFrom(end + 1) <= all * MOST_TEASERS ? end : run.end
}

/** "In brief:" above the list that an article opens with; other headings there are standfirsts. */
function startAtHeading(page: Page, first: Line): number {
  const above = page.lines[first.index - 1]
  const heads = first.hint?.tag === 'li' && above !== undefined && isFree(page, above)
  return heads && above.hint?.isContent === true && /^h[2-6]$/.test(above.hint.tag) ? above.index : first.index
}

function isMarkedText({ hint, text }: Line): boolean {
  if (hint === null || !hint.isContent) return false
  return isTextTag(hint.tag) && hint.figure === null && hasWord(text)
}

function isTextTag(tag: string): boolean {
  return !/^(?:h[1-6]|img|figcaption|caption|button|time|address)$/.test(tag)
}

function canOpen(line: Line): boolean {
  return isParagraphLike(line) || (isShortParagraph(line) && line.hint?.tag === 'p')
}

/** Gives the lines of the body their roles by their elements; what is not sure by these is left to the rules of form. */
export function claimMarkedText(page: Page, body: Region): void {
  for (const line of linesOf(page, body)) {
    if (line.hint === null || !isFree(page, line)) continue
    const role = roleOf(page, line, body)
    if (role !== null) claim(page, line, role[0], role[1])
  }
}

function roleOf(page: Page, line: Line, body: Region): ['heading' | TextRole | 'furniture', string] | null {
  const { hint, text } = line
  if (hint === null) return null
  if (hint.tag === 'img') return ['furniture', 'image-without-figure']
  const isText = isParagraphLike(line) || endsSentence(text)
  if ((page.occurrences.get(line.words) ?? 0) > 2 && (isCopy(page, line) || !isText))
    return ['furniture', 'repeated-in-body']
  if (isMarkedHeading(page, line, body)) return ['heading', /^h/.test(hint.tag) ? 'heading-element' : 'bold-line']
  if (!hint.isContent) return ['furniture', 'left-out-by-extractor']
  if (hint.linked >= 0.9 && !isParagraphLike(line)) return ['furniture', 'link-alone']
  if (isText || ((hint.tag === 'p' || hint.tag === 'li') && wordCount(text) > 2))
    return [textRoleOf(page, line), 'text-by-extractor']
  return null
}

/** A heading's element among the text, or a short line that is bold as a whole; both with text below them. */
function isMarkedHeading(page: Page, line: Line, body: Region): boolean {
  const { hint, text } = line
  if (hint === null || hint.linked >= 0.9 || hint.within.has('aside') || hint.named === 'related') return false
  if (wordCount(text) === 0 || !hasTextBelow(page, line, body)) return false
  if (isHeadingTag(hint.tag)) return text.length <= 200
  const isLine = hint.isContent && hint.isBold && /^(?:p|div|section|article)$/.test(hint.tag)
  return isLine && text.length <= LONGEST_BOLD_HEADING && !/[.،,;:؛]["'”’»)]*$/u.test(text)
}

/** The next line that is neither an image nor another heading is the article's text, not a teaser's title or date. */
function hasTextBelow(page: Page, line: Line, body: Region): boolean {
  const rest = page.lines.slice(line.index + 1, Math.min(body.end + 1, line.index + 12))
  const free = rest.filter((other) => isFree(page, other) && other.hint?.tag !== 'img')
  const [next, second] = free
  if (next === undefined || next.hint === null) return false
  const below = isHeadingTag(next.hint.tag) && line.hint?.tag !== next.hint.tag ? second : next
  const hint = below?.hint
  if (below === undefined || hint === null || hint === undefined) return false
  const isPart = hint.named === 'date' || hint.named === 'related' || hint.named === 'furniture' || hint.linked >= 0.9
  return !isPart && !isHeadingTag(hint.tag) && (line.hint?.isBold !== true || !hint.isBold)
}

function isHeadingTag(tag: string): boolean {
  return /^h[1-6]$/.test(tag)
}
