import { isListItem } from '../form.ts'
import type { Line, Page } from '../page.ts'

/** What a line of text is in its section. */
export type TextRole = 'paragraph' | 'list-item' | 'quote'

/** By the markup of a page or the signs of a dump; in bare text by a mark that the line above or below has too. */
export function textRoleOf(page: Page, line: Line): TextRole {
  if (line.mark === 'quote' || line.hint?.within.has('quote')) return 'quote'
  if (line.hint?.tag === 'li') return 'list-item'
  const kind = kindOfItem(line)
  if (kind === null) return 'paragraph'
  const [above, below] = [page.lines[line.index - 1], page.lines[line.index + 1]]
  return [above, below].some((other) => other !== undefined && kindOfItem(other) === kind) ? 'list-item' : 'paragraph'
}

/** The mark of an item; numbers are one mark. Dialogue opens with dashes too, which are longer than a hyphen. */
function kindOfItem({ text, mark }: Line): string | null {
  if (mark === 'item') return 'item'
  if (!isListItem(text) || /^[–—]/u.test(text)) return null
  return /^\d/.test(text) ? '1' : (text[0] as string)
}
