import type { RelatedLink } from '../../domain/article.ts'
import { fold } from '../../language/fold.ts'
import { endsSentence, lengthOf } from '../form.ts'
import { claim, freeLines, isFree, type Line, type Page } from '../page.ts'
import { RELATED_CUE } from '../vocabulary.ts'

/** A read-also link and the lines that it stands on; its section is known once the sections are. */
export type FoundLink = Omit<RelatedLink, 'number' | 'section' | 'article'> & { first: number; last: number }

const LONGEST_TITLE = 200
/** Labels that also begin sentences and headings: "Related costs rise", "ذات صلة بالأحداث". */
const NEEDS_MARK = /^(?:related|recommended|ذات صله)$/u
/** Items that may follow a cue that stands alone on its line. */
const MOST_ITEMS = 10

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
      links.push({ label: cue.label, title: cue.title, url: null, first: line.first, last: line.last })
      continue
    }
    const items = itemsBelow(page, line)
    claim(
      page,
      line,
      items.length > 0 ? 'related' : 'furniture',
      items.length > 0 ? 'related-cue' : 'related-cue-alone',
    )
    for (const item of items) {
      claim(page, item, 'related', 'below-related-cue')
      links.push({ label: cue.label, title: item.text, url: null, first: item.first, last: item.last })
    }
  }
  return links
}

/** The cue as captured, and what stands behind it; null where the line does not begin with one. */
function readCue(line: Line): { label: string; title: string } | null {
  const match = line.text.length > LONGEST_TITLE + 40 ? null : RELATED_CUE.exec(line.folded)
  if (match === null) return null
  const words = (match.groups?.label ?? '').split(/\s/).length
  const behind = new RegExp(
    `^[\\p{P}\\p{S}\\s]{0,3}((?:\\S+\\s){${words - 1}}[\\p{L}\\p{M}\\u0640]+)\\s*([:：|–—-]?)\\s*(.*)$`,
    'u',
  ).exec(line.text)
  if (behind === null) return null
  const [, label = '', mark = '', title = ''] = behind
  const isText = mark === '' && title !== '' && (endsSentence(title) || NEEDS_MARK.test(fold(label)))
  return isText ? null : { label, title }
}

function itemsBelow(page: Page, cue: Line): Line[] {
  const items: Line[] = []
  for (const line of page.lines.slice(cue.index + 1, cue.index + 1 + MOST_ITEMS)) {
    const isItem =
      isFree(page, line) && lengthOf(line) <= LONGEST_TITLE && !endsSentence(line.text) && readCue(line) === null
    if (!isItem || (items.length > 0 && line.blankBefore)) break
    items.push(line)
  }
  return items
}
