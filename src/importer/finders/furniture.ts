import { imageFileName } from '../form.ts'
import { claim, freeLines, type Line, type Page } from '../page.ts'
import { FURNITURE, FURNITURE_OPENING } from '../vocabulary.ts'

/** Longer lines are never taken for furniture by their words alone. */
const LONGEST = 200

/** Claims the lines that are page furniture wherever they stand, e.g. "+A", "حجم الخط", "Copy link", "icon". */
export function claimFurniture(page: Page): void {
  for (const line of freeLines(page)) {
    if (line.mark === 'control') {
      claim(page, line, 'furniture', 'control-of-dump')
      continue
    }
    if (line.text.length > LONGEST || isImage(line)) continue
    if (FURNITURE.test(line.folded)) claim(page, line, 'furniture', 'known-furniture')
    else if (!standsAlone(line) && FURNITURE_OPENING.test(line.folded))
      claim(page, line, 'furniture', 'furniture-opening')
    else if (!/[\p{L}\p{N}]/u.test(line.text)) claim(page, line, 'furniture', 'no-letters')
  }
}

/** An alternative text such as "photo" says nothing of whether the image is the article's. */
function isImage(line: Line): boolean {
  return line.hint?.tag === 'img' || imageFileName(line.text) !== null
}

function standsAlone(line: Line): boolean {
  return line.blankBefore && line.blankAfter
}
