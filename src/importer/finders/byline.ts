import { findWeekdays } from '../../language/date-reading.ts'
import { findDates, withoutDates } from '../../language/dates.ts'
import { fold, foldWithOffsets } from '../../language/fold.ts'
import { hasWord } from '../form.ts'
import type { Line, Page } from '../page.ts'
import { AUTHOR_LABEL, ROLE } from '../vocabulary-authors.ts'
import { isLabelledName, isPersonName } from './person-name.ts'

/** A line and the names that it gives. */
export type Named = { line: Line; names: string[] }

/** Commas and words for "and"; Arabic writes its own onto the next name, where two names of two words tell it from وليد. */
const BETWEEN_NAMES =
  /\s*[,،;؛&、]\s*|\s(?:and|et|und|y|e|i|og|och|ve|en|ja|и|і|та|και|és|a|و)\s|(?<=^\S+\s\S+)\sو(?=\p{L}{2,}\s\S+$)(?!ليد|ائل|فاء|سام|سيم|داد|جدي|جدان|هبة|هيب|حيد|رد|لاء|ديع)/u
/** Marks between the parts of a byline: who, what for, where, when. */
const BETWEEN_PARTS = /\s*[|•·]\s*|\s[-–—ـ/]\s|\s*[–—]\s+|\s{2,}/u

/** The names that a text introduces by a label: "By Jane Doe and John Roe, Staff Writers", "كتبت - سارة محمد". */
export function labelledNames(page: Page, text: string): string[] {
  const label = labelOf(text)
  if (label === null) return []
  const [first = '', ...others] = partsOf(text.slice(label).replace(HANDLE, ' '))
  const names = splitNames(first)
  const [lead = ''] = names
  if (!isLabelledName(page, lead) || IS_ROLE.test(fold(lead))) return []
  return [...names, ...others].filter(
    (name, index) => index === 0 || (isPersonName(page, name) && !ROLE.test(fold(name))),
  )
}

/** The names that a line of nothing but names gives, with what they are: "Jane Doe, Staff Writer", "Jane Doe | DPA". */
export function bareNames(page: Page, text: string): string[] {
  if (/^by\s/i.test(text)) return []
  const parts = partsOf(onceOnly(text.replace(ADDRESS, '').replace(HANDLE, ' ').trim()))
  const [first = ''] = parts
  const names = splitNames(first)
  const isAll = names.every((name, index) => isPersonName(page, name) || (index > 0 && ROLE.test(fold(name))))
  return names.length > 0 && names.length <= 5 && isAll ? names.filter((name) => isPersonName(page, name)) : []
}

const ADDRESS = /\s?[(<]?[\w.+-]{1,40}@[\w.-]{0,60}[)>]?$/u
const HANDLE = /\s@\w{2,20}(?=\s|$)/u

/** The alternative text of a portrait may stand on the line of the name: "Lena Berg Lena Berg", "Town Paper Town Paper Lena Berg". */
function onceOnly(text: string): string {
  const [, twice, rest = ''] = /^(.{3,40}?) \1(?: (.{3,60}))?$/u.exec(text) ?? []
  return twice === undefined ? text : rest === '' ? twice : rest
}

/** "Lena Berg North of England correspondent": a name, and what they are without a comma between. */
export function nameBeforeRole(page: Page, text: string): string[] {
  const [, name = '', role = ''] =
    /^(\p{Lu}[\p{L}'’-]{1,20}\s\p{Lu}[\p{L}'’-]{1,20})\s([\p{L}\s'’&-]{5,50})$/u.exec(text) ?? []
  const last = role.split(' ').at(-1) ?? ''
  return ROLE.test(fold(last)) && isPersonName(page, name) ? [name] : []
}

/** "By Staff" names nobody. */
const IS_ROLE =
  /^(?:staff|staff\s(?:writers?|reporters?)|editor|redaktion|redaction|redaccion|redazione|admin|news\sdesk)$/u

const GLUED_LABEL = /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Tt]ekst|[Tt]ext)(?=\p{Lu}\p{Ll}+\s\p{Lu})/u

/** Where a label ends in the text; null where it has none. */
export function labelOf(text: string): number | null {
  // A label may be glued to the name: "bySauli Giliard".
  const glued = GLUED_LABEL.exec(text)
  if (glued !== null) return glued[0].length
  const match = AUTHOR_LABEL.exec(fold(text.slice(0, 60)))
  if (match === null) return null
  // Folding drops vowel marks: "كَتَبَ: سعاد" is shorter than it was.
  return foldWithOffsets(text.slice(0, 60)).offsets[match[0].length] ?? Math.min(text.length, 60)
}

/** The parts of a line between bars, dashes and slashes, without the dates among them. */
function partsOf(text: string): string[] {
  return text
    .split(BETWEEN_PARTS)
    .map(withoutDate)
    .filter((part) => hasWord(part))
}

/** A part that is a date is none; of "Jane Doe, 3 July 2024" the pieces without the date stay. */
function withoutDate(part: string): string {
  const { text: folded, offsets } = foldWithOffsets(part)
  const [date] = findDates(folded)
  if (date === undefined) return /\d/.test(part) && !/\p{L}{3}/u.test(withoutDates(folded)) ? '' : part.trim()
  const before = part.slice(0, offsets[date.start]).trimEnd()
  const [weekday] = findWeekdays(fold(/\S*$/u.exec(before)?.[0] ?? ''))
  return (weekday === undefined ? before : before.replace(/\S*$/u, ''))
    .replace(/[\s,،.:;(-]+(?:(?:on|am|le|el|il|den|at|um)\s*)?$/u, '')
    .trim()
}

/** Who took the pictures is named behind the writer: "Text Lena Berg Bilder Tom Fields". */
const OTHER_HANDS = /\s(?:bild(?:er)?|fotos?|photos?|video|illustration(?:en|s)?|grafik)(?:\s?:)?\s.*$/iu

/** Without what stands in brackets, "(Saint-Aubin, envoyée spéciale)", and without what a Korean reporter is called. */
function splitNames(text: string): string[] {
  return text
    .replace(/\s?[(（][^()（）]{1,60}[)）]/gu, '')
    .replace(OTHER_HANDS, '')
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(/^[\s–—ـ:-]+|[\s.:]+$/gu, ''))
    .filter((name) => name !== '')
}
