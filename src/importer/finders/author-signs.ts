import { fold } from '../../language/fold.ts'
import { wordCount } from '../form.ts'
import { isFree, type Line, linesOf, type Page, type Region } from '../page.ts'
import { AVATAR_OF, AVATAR_OWNER, MORE_FROM, ROLE, WRITES } from '../vocabulary-authors.ts'
import { bareNames, labelledNames, type Named } from './byline.ts'
import { isPersonName } from './person-name.ts'

/** Lines behind the text among which the box about the writer may stand. */
const BEHIND = 30
/** Paragraphs at the end of the text that may be about its writer. */
const LAST = 2
/** A name below the text is the signature only if next to it. */
const NEXT = 2

/** Names that stand-ins of the writer's portrait give: "Headshot of Lena Berg", "Lena Berg's avatar", "Avatar photo by Lena Berg". */
export function portraitNames(page: Page, lines: Line[]): Named[] {
  return lines.flatMap((line): Named[] => {
    if (line.text.length > 90) return []
    const owner = AVATAR_OWNER.exec(line.text)?.groups?.name
    const rest = AVATAR_OF.exec(line.text)
    const label = rest === null ? '' : line.text.slice(rest[0].length)
    const parts = [label, ...label.split(/\s[-–—|]\s/u)].map((part) => labelledNames(page, `By ${part}`))
    const names = owner === undefined ? (parts.find(([name]) => name !== undefined) ?? []) : bareNames(page, owner)
    return names.length > 0 && names.every((name) => isPersonName(page, name)) ? [{ line, names }] : []
  })
}

/** The signature right behind the text: a name alone that the text does not speak of. */
export function signature(page: Page, body: Region): Named[] {
  return page.lines.slice(body.end + 1, body.end + 1 + NEXT).flatMap((line): Named[] => {
    const isName = line.text.length <= 40 && /^\p{Lu}/u.test(line.text) && isPersonName(page, line.text)
    return isName && isFree(page, line) && !isSpokenOf(page, body, line, line.text)
      ? [{ line, names: [line.text] }]
      : []
  })
}

/** What is said of the writer at the end: "Lena Berg is a reporter at …", a name above a text about it, "More from Lena Berg". */
export function namesAtEnd(page: Page, body: Region): Named[] {
  const lines = page.lines.slice(Math.max(body.start + 1, body.end + 1 - LAST), body.end + 1 + BEHIND)
  for (const line of lines) {
    const name = nameInBox(page, line) ?? (line.index > body.end ? nameBehindMore(page, line) : null)
    if (name !== null && !isSpokenOf(page, body, line, name)) return [{ line, names: [name] }]
  }
  return []
}

/** Two to four capitalised words at the start of a text. */
const OPENING =
  /^(?<name>\p{Lu}[\p{L}\p{M}'’-]{2,20}(?:\s(?:(?:de|la|van|von|der|den|al|bin|da|dos|di)\s){0,2}\p{Lu}[\p{L}\p{M}'’.-]{0,20}){1,3})\s(?=\p{Ll}|—|–|-)/u

function nameInBox(page: Page, line: Line): string | null {
  const name = OPENING.exec(line.text)?.groups?.name
  if (name === undefined || wordCount(line.text) < 6 || !isPersonName(page, name)) return null
  const above = page.lines[line.index - 1]
  const isBoxed = above !== undefined && above.text.length <= 60 && above.folded.includes(fold(name))
  return isBoxed || WRITES.test(line.folded.slice(name.length, name.length + 120)) ? name : null
}

function nameBehindMore(page: Page, line: Line): string | null {
  const cue = line.text.length <= 80 ? MORE_FROM.exec(line.text) : null
  const name = cue === null ? '' : line.text.slice(cue[0].length).replace(/\s*(?:[»›>→:]|\([^()]{1,12}\))$/u, '')
  return /^\p{Lu}/u.test(name) && isPersonName(page, name) ? name : null
}

/** Whom the article is about is named in its text; its writer is not, but as "our correspondent Lena Berg". */
export function isSpokenOf(page: Page, body: Region, sign: Line, name: string): boolean {
  const folded = fold(name)
  return linesOf(page, body).some((line) => {
    const at = line === sign || line.text.length <= 60 ? -1 : line.folded.indexOf(folded)
    return at >= 0 && !ROLE.test(line.folded.slice(Math.max(0, at - 40), at))
  })
}

/** Wires that name the reporter where the text begins: "(서울=연합뉴스) 김철수 기자 = …", "МОСКВА, 14 окт — РИА Новости, Иван Лесков. …". */
const INLINE = [
  /^[[(［（【][^\])］）】]{2,30}[\])］）】]\s?(?<name>[\p{Script=Hangul}]{2,4})\s?(?:기자|특파원|통신원)\s?=/u,
  /^[\p{Lu}\s-]{3,30},\s\d{1,2}\s\p{Ll}{3,9}\.?\s[—–-]\s[^,.—]{2,30},\s(?<name>\p{Lu}[\p{Ll}-]{1,20}\s\p{Lu}[\p{Ll}-]{1,20})\.\s/u,
  /^[^。]{0,40}?[（(](?:本报|本報|[^（()）]{0,6}社)?(?:记者|記者)\s?(?<name>[\p{Script=Han}]{2,3}(?:[、\s][\p{Script=Han}]{2,3}){0,3})[)）]/u,
  /^[〔[【]?(?:记者|記者)(?<name>[\p{Script=Han}]{2,3})[／/]/u,
]

/** The reporter whom the opening of the text names. */
export function inlineNames(page: Page, paragraph: Line): string[] {
  const name = INLINE.map((pattern) => pattern.exec(paragraph.text.slice(0, 120))?.groups?.name).find(Boolean) ?? ''
  const names = name.split(/[、\s](?=[\p{Script=Han}])/u).filter((part) => part !== '')
  return names.filter((part) => !page.lexicon.isPlace(fold(part)))
}
