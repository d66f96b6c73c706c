import type { Section } from '../../domain/article.ts'
import {
  endsSentence,
  isListItem,
  isParagraphLike,
  isShortParagraph,
  lengthOf,
  withoutColon,
  wordCount,
} from '../form.ts'
import { claim, freeLines, isFree, isRepeated, type Line, linesOf, type Page, type Region } from '../page.ts'
import { overlapWith, stemsOf } from '../topic.ts'
import { textRoleOf } from './blocks.ts'
import { isHeading, LONGEST_HEADING, textOf } from './headings.ts'
import type { FoundLink } from './related.ts'

/**
 * Cuts the body into sections: claims each free line of it as heading, paragraph or furniture, and puts the links in
 * their places.
 */
/** Share of the topic of a sentence that closes a text; with less, it is as often a notice below it. */
const CLOSING_OVERLAP = 0.15

export function buildSections(page: Page, body: Region, links: FoundLink[]): Section[] {
  const text = textOf(page, body)
  for (const line of linesOf(page, body)) {
    if (!isFree(page, line)) continue
    if (isClock(line)) claim(page, line, 'furniture', 'clock-of-live-blog')
    else if (isHeading(text, line)) claim(page, line, 'heading', text.isSpaced ? 'bare-line' : 'short-between-long')
    else claimText(page, line)
  }
  return assemble(page, links)
}

/** "08:55" above an entry of a live blog. */
function isClock(line: Line): boolean {
  return /^\d{1,2}:\d{2}$/.test(line.folded)
}

/** Takes in the text right before the body's run or right behind it that is too short to have been counted to it. */
export function widenBody(page: Page, body: Region, from: number): void {
  const above = freeLines(page, from, body.start).at(-1)
  if (above !== undefined && isShortParagraph(above) && above.index === body.start - 1) body.start = above.index
  for (const line of page.lines.slice(body.end + 1)) {
    if (page.claims.get(line)?.role === 'related') continue
    if (!isFree(page, line)) break
    if (!line.blankBefore || !line.blankAfter) {
      if (!closesText(page, body, line)) break
      body.end = line.index
    } else if (isShortParagraph(line)) body.end = line.index
    else if (!leadsToShortParagraph(page, line)) break
  }
}

/**
 * A sentence that touches the text where no blank lines part what follows from it, and speaks of the same or has nothing
 * below it: "وتشارك دور نشر من مصر والمغرب ولبنان."
 */
function closesText(page: Page, body: Region, line: Line): boolean {
  if (line.blankBefore || line.index !== body.end + 1 || !isShortParagraph(line)) return false
  if (line.index === page.lines.length - 1) return true
  const topic = new Set(linesOf(page, body).flatMap(stemsOf))
  return overlapWith(topic, stemsOf(line)) >= CLOSING_OVERLAP
}

/** A heading behind the body's run, with a sentence of its own below it. */
function leadsToShortParagraph(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  return (
    below !== undefined &&
    isFree(page, below) &&
    lengthOf(line) <= LONGEST_HEADING &&
    isShortParagraph(below) &&
    below.blankAfter
  )
}

/**
 * A line between headline and body that says in a sentence what the article is about: a standfirst. It is text of the
 * article, and so its first paragraph.
 */
export function claimStandfirst(page: Page, from: number, body: Region): void {
  for (const line of freeLines(page, from, body.start)) {
    if (lengthOf(line) >= 45 && wordCount(line.text) >= 7) claim(page, line, 'paragraph', 'standfirst')
  }
}

function claimText(page: Page, line: Line): void {
  const role = textRoleOf(page, line)
  if (isParagraphLike(line)) claim(page, line, role, 'running-text')
  else if (isRepeated(page, line)) claim(page, line, 'furniture', 'repeated-in-body')
  else if (role !== 'paragraph') claim(page, line, role, role === 'quote' ? 'set-apart' : 'marked-item')
  else if (endsSentence(line.text) || isListItem(line.text)) claim(page, line, 'paragraph', 'short-text')
  else if ((wordCount(line.text) <= 2 && lengthOf(line) < 40) || touchesFurniture(page, line))
    claim(page, line, 'furniture', 'stray-words-in-body')
  else {
    claim(page, line, 'paragraph', 'short-text')
    const reason = 'a short line without a sentence end was kept as a paragraph'
    page.notes.push({ rule: 'short-text', line: line.first, reason })
  }
}

/** e.g. "Story continues below advertisement" right below "ADVERTISEMENT". */
function touchesFurniture(page: Page, line: Line): boolean {
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  const isFurniture = (other: Line | undefined) => other !== undefined && page.claims.get(other)?.role === 'furniture'
  return (!line.blankBefore && isFurniture(above)) || (!line.blankAfter && isFurniture(below))
}

/** Sections and blocks in the order of their lines; the first paragraph becomes the lead. */
function assemble(page: Page, links: FoundLink[]): Section[] {
  const sections: Section[] = [{ number: 1, heading: null, blocks: [] }]
  const numbers = new Map(links.map((link, index) => [link.first, index + 1]))
  let started = false
  for (const line of page.lines) {
    const { role } = page.claims.get(line) ?? {}
    const section = sections.at(-1) as Section
    const lines: [number, number] = [line.first, line.last]
    if (role === 'heading') {
      const heading = withoutColon(line.text)
      if (started) sections.push({ number: sections.length + 1, heading, blocks: [] })
      else section.heading = heading
    } else if (role === 'paragraph' || role === 'list-item' || role === 'quote') {
      section.blocks.push({ type: role, text: line.text, lines })
    } else if (role === 'related' && started) {
      const related = numbers.get(line.first)
      if (related !== undefined) section.blocks.push({ type: 'related', related, lines })
    }
    started ||= role === 'heading' || section.blocks.length > 0
  }
  claimLead(page)
  return sections
}

function claimLead(page: Page): void {
  const first = page.lines.find((line) => page.claims.get(line)?.role === 'paragraph')
  if (first !== undefined) page.claims.set(first, { role: 'lead', rule: page.claims.get(first)?.rule ?? '' })
}

/** The first paragraph of the article, or what stands for it in one of lists and quotes; null where it has no text. */
export function leadOf(sections: Section[]): string | null {
  const texts = sections.flatMap(({ blocks }) => blocks).filter((block) => block.type !== 'related')
  return (texts.find(({ type }) => type === 'paragraph') ?? texts[0])?.text ?? null
}
