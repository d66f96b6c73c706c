import type { RelatedLink } from '../../domain/article.ts'
import { fold } from '../../language/fold.ts'
import { endsSentence, isParagraphLike, lengthOf } from '../form.ts'
import { claim, freeLines, isFree, type Line, type Page } from '../page.ts'
import { stemsOf } from '../topic.ts'
import { NEEDS_NO_MARK, RELATED_CUE } from '../vocabulary-related.ts'

/** A read-also link and the lines that it stands on; its section is known once the sections are. */
export type FoundLink = Omit<RelatedLink, 'number' | 'section' | 'article'> & { first: number; last: number }

const LONGEST_TITLE = 200
/** Items that may follow a cue that stands alone on its line. */
const MOST_ITEMS = 10
/** A shorter line behind other items is rather the heading of what follows. */
const SHORTEST_TITLE = 30

/**
 * Finds the links to other articles by the words that introduce them: "اقرأ أيضاً: …" with the title on the same line,
 * or the cue alone and the titles on the lines below, until a paragraph.
 */
export function findRelated(page: Page): FoundLink[] {
  const links: FoundLink[] = []
  for (const line of freeLines(page)) {
    const cue = isFree(page, line) ? readCue(line) : null
    if (cue === null) continue
    if (cue.title !== '') {
      claim(page, line, 'related', 'related-cue')
      links.push(linkOf(cue.label, cue.title, line))
      continue
    }
    const items = itemsBelow(page, line)
    if (items.length > 0) claim(page, line, 'related', 'related-cue')
    else claim(page, line, 'furniture', 'related-cue-alone')
    for (const item of items) {
      claim(page, item, 'related', 'below-related-cue')
      links.push(linkOf(cue.label, withoutBullet(item.text), item))
    }
  }
  return links
}

function linkOf(label: string, title: string, { first, last, hint }: Line): FoundLink {
  return { label, title, url: hint?.href ?? null, first, last }
}

/** Patterns by the number of words of a label, made as they are met. */
const patterns: RegExp[] = []

/** What a line has behind so many words. */
function behindWords(count: number): RegExp {
  patterns[count] ??= new RegExp(
    `^[\\p{P}\\p{S}\\s]{0,3}((?:\\S+\\s){${count - 1}}[\\p{L}\\p{M}\\u0640]+)\\s*([:：|–—»›>→▶►/-]|\\.\\.\\.|…)?\\s*(.*)$`,
    'u',
  )
  return patterns[count]
}

/** The cue as captured, and what stands behind it; null where the line does not begin with one. */
function readCue(line: Line): { label: string; title: string } | null {
  const match = line.text.length > LONGEST_TITLE + 40 ? null : RELATED_CUE.exec(line.folded)
  if (match === null) return null
  const words = (match.groups?.label ?? '').split(/\s/).length
  const behind = behindWords(words).exec(line.text)
  if (behind === null) return null
  const [, label = '', mark = '', title = ''] = behind
  if (!/[\p{L}\p{N}]/u.test(title)) return { label, title: '' }
  const isText = mark === '' && (endsSentence(title) || !NEEDS_NO_MARK.test(fold(label)))
  return isText ? null : { label, title }
}

/**
 * The titles below a cue that stands alone: those that touch it, up to the next blank line; or where each stands alone,
 * all up to a paragraph, but for a last one as short as a heading.
 */
function itemsBelow(page: Page, cue: Line): Line[] {
  const items: Line[] = []
  let touches = false
  for (const line of page.lines.slice(cue.index + 1, cue.index + 1 + MOST_ITEMS)) {
    if (!isItem(page, line) || (touches && line.blankBefore)) break
    if (items.length === 0) touches = page.hasBlanks && !line.blankBefore
    else if (!touches && (lengthOf(line) < SHORTEST_TITLE || headsText(page, line))) break
    items.push(line)
  }
  return items
}

/** The heading of the paragraph below, which says its words again. */
function headsText(page: Page, line: Line): boolean {
  const below = page.lines[line.index + 1]
  if (below === undefined || !isParagraphLike(below) || !endsSentence(below.text)) return false
  const own = stemsOf(line)
  const said = new Set(stemsOf(below))
  return own.length >= 2 && own.filter((stem) => said.has(stem)).length * 3 >= own.length * 2
}

function isItem(page: Page, line: Line): boolean {
  if (!isFree(page, line) || lengthOf(line) > LONGEST_TITLE || readCue(line) !== null) return false
  return !/[.。।۔]["'”’»)\]」』]*$/u.test(line.text) && !(isParagraphLike(line) && endsSentence(line.text))
}

function withoutBullet(text: string): string {
  return text.replace(/^[•*▪●◦·»›→▶►-]\s+/u, '')
}
