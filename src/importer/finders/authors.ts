import { findDates, withoutDates } from '../../language/dates.ts'
import { fold } from '../../language/fold.ts'
import { endsSentence, wordCount } from '../form.ts'
import { claim, freeLines, isFree, type Line, type Page, type Region } from '../page.ts'
import { AUTHOR_LABEL } from '../vocabulary.ts'

const LONGEST = 120

/**
 * Finds the writers: a line between headline and body that says so ("By Jane Doe", "بقلم: …"), the name that shares
 * the date's line ("By Ward Clark | 4:30 PM on …"), or, in scripts with capitals, a name of its own beside the date.
 */
export function findAuthors(
  page: Page,
  body: Region,
  headline: Line | null,
  dateLine: Line | null,
): { name: string }[] {
  const from = headline?.index ?? Math.max(0, body.start - 12)
  const labelled = freeLines(page, from, body.start).find(
    (line) => line.text.length <= LONGEST && isByline(line.folded) && namesIn(line).length > 0,
  )
  if (labelled !== undefined) {
    claim(page, labelled, 'author', 'author-label')
    return namesIn(labelled)
  }
  if (dateLine !== null && isByline(dateLine.folded)) return namesIn(dateLine)
  const beside = dateLine === null ? undefined : besideDate(page, dateLine)
  if (beside === undefined) return []
  claim(page, beside, 'author', 'name-beside-date')
  return namesIn(beside)
}

function isByline(folded: string): boolean {
  return AUTHOR_LABEL.test(folded) && !endsSentence(folded)
}

/** Two to four capitalised words that touch the date line, or an Arabic name with a title: "د. نبيل شحادة". */
function besideDate(page: Page, dateLine: Line): Line | undefined {
  const above = dateLine.blankBefore ? undefined : page.lines[dateLine.index - 1]
  const below = dateLine.blankAfter ? undefined : page.lines[dateLine.index + 1]
  return [above, below].find((line) => line !== undefined && isFree(page, line) && isPersonName(line.text))
}

function isPersonName(text: string): boolean {
  if (/^(?:د|أ|م|الدكتور|الدكتورة)[.\s]\s?\p{Script=Arabic}/u.test(text))
    return wordCount(text) <= 5 && text.length <= 40
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u.test(text) && text.length <= 40
}

/** Commas and words for "and"; Arabic writes its own onto the next name, where two names of two words tell it from وليد. */
const BETWEEN_NAMES =
  /\s*[,،;؛&|/•]\s*|\s(?:and|et|und|e|og|och|ve|و)\s|(?<=^\S+\s\S+)\sو(?=\p{L}{2,}\s\S+$)(?!ليد|ائل|فاء|سام|سيم|داد|جدي|جدان|هبة|هيب|حيد|رد|لاء|ديع)/u

function namesIn(line: Line): { name: string }[] {
  const named = findDates(line.folded).length > 0 ? withoutDatePart(line.text) : line.text
  return named
    .replace(/^[\s|•–-]*[\p{L}\p{M}]+(?:\s[bB]y)?\s?[:：]?\s?/u, (label) =>
      AUTHOR_LABEL.test(`${label.toLowerCase().trim()} `) || isByline(line.folded) ? '' : label,
    )
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(/^[\s–—ـ-]+/u, '').trim())
    .filter((name) => wordCount(name) >= 2 && wordCount(name) <= 6 && !/\p{N}/u.test(name))
    .map((name) => ({ name }))
}

/** The parts of a line, between bars and bullets, that hold no date. */
function withoutDatePart(text: string): string {
  return text
    .split(/\s[|•–—-]\s/u)
    .filter((part) => findDates(fold(part)).length === 0 && withoutDates(fold(part)).length > part.length * 0.8)
    .join(' | ')
}
