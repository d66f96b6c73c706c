import { imageFileName } from '../form.ts'
import { claim, freeLines, type Line, type Page } from '../page.ts'
import { FURNITURE, FURNITURE_OPENING } from '../vocabulary.ts'
import { isButtons, isInvitation } from '../vocabulary-furniture.ts'

/** Longer lines are never taken for furniture by their words alone. */
const LONGEST = 200
const LONGEST_BUTTONS = 120

/** Claims the lines that are page furniture wherever they stand, e.g. "+A", "حجم الخط", "Copy link", "icon". */
export function claimFurniture(page: Page): void {
  for (const line of freeLines(page)) {
    if (line.mark === 'control') {
      claim(page, line, 'furniture', 'control-of-dump')
      continue
    }
    if (line.text.length > LONGEST || isImage(line)) continue
    if (FURNITURE.test(line.folded) || saysNothingElse(line)) claim(page, line, 'furniture', 'known-furniture')
    else if (line.text.length <= LONGEST_BUTTONS && isInvitation(line.words))
      claim(page, line, 'furniture', 'invitation')
    else if (!standsAlone(line) && FURNITURE_OPENING.test(line.folded))
      claim(page, line, 'furniture', 'furniture-opening')
    else if (!/[\p{L}\p{N}]/u.test(line.text)) claim(page, line, 'furniture', 'no-letters')
  }
}

/** e.g. "Share Print Save", "이메일에 공유하기 링크 복사하기". */
function saysNothingElse(line: Line): boolean {
  return line.text.length <= LONGEST_BUTTONS && isButtons(line.words)
}

/** An alternative text such as "photo" says nothing of whether the image is the article's. */
function isImage(line: Line): boolean {
  return line.hint?.tag === 'img' || imageFileName(line.text) !== null
}

function standsAlone(line: Line): boolean {
  return line.blankBefore && line.blankAfter
}
