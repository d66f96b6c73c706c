import { endsSentence } from '../form.ts'
import { claim, freeLines, isFree, isRepeated, type Line, linesOf, type Page, type Region } from '../page.ts'
import { ROLE } from '../vocabulary-authors.ts'
import { inlineNames, isSpokenOf, namesAtEnd, portraitNames, signature } from './author-signs.ts'
import { bareNames, labelledNames, labelOf, type Named, nameBeforeRole } from './byline.ts'
import { isDateline } from './dateline.ts'
import { withoutTitle } from './person-name.ts'

type Author = { name: string }

const LONGEST = 140
/** Lines behind the text among which a labelled byline may stand. */
const BEHIND = 12
/** Lines at the start of the text, a standfirst among them, below which a labelled byline may stand. */
const INTO_BODY = 6
/** Lines below the headline and above the text among which a name may stand on a line of its own. */
const NEAR = 14

/**
 * Finds the writers: lines between headline and body that say so ("By Jane Doe", "بقلم: …"), the name that shares the
 * date's line ("By Ward Clark | 4:30 PM on …"), a name of its own beside the date, below the headline or right above
 * the text, or else a byline behind the text.
 */
export function findAuthors(page: Page, body: Region, headline: Line | null, dateLine: Line | null): Author[] {
  const from = headline === null ? Math.max(0, body.start - 12) : headline.index + 1
  const between = freeLines(page, from, body.start).filter(isShort)
  const beside = dateLine === null ? [] : around(page, dateLine)
  const opening = freeLines(page, body.start, Math.min(body.start + INTO_BODY, body.end)).filter(isShort)
  const behind = freeLines(page, body.end + 1, body.end + BEHIND).filter(isShort)
  const found =
    claimNames(page, labelledLines(page, between), 'author-label') ??
    labelledOnDateLine(page, dateLine) ??
    claimNames(page, labelledLines(page, beside), 'author-label') ??
    claimNames(page, namesTouching(page, body, dateLine), 'name-line') ??
    bareOnDateLine(page, dateLine) ??
    claimNames(page, portraitNames(page, page.lines.slice(from, body.start + 1)), 'portrait') ??
    claimNames(page, nameLines(page, body, between, headline, dateLine), 'name-line') ??
    claimNames(page, labelledLines(page, opening), 'author-label') ??
    claimNames(page, repeatedNames(page, body, opening), 'name-line') ??
    claimNames(page, labelledLines(page, behind), 'author-label') ??
    inlineNamesOf(page, body) ??
    claimNames(page, signature(page, body), 'signature') ??
    claimNames(page, namesAtEnd(page, body), 'about-the-author')
  const writers = found ?? []
  return [...new Set(writers.map(withoutTitle))].map((name) => ({ name }))
}

/** The reporter whom the opening of the text names; null without one. */
function inlineNamesOf(page: Page, body: Region): string[] | null {
  const names = inlineNames(page, page.lines[body.start] as Line)
  return names.length > 0 ? names : null
}

function isShort({ text }: Line): boolean {
  return text.length <= LONGEST && !endsSentence(text.replace(/\.$/u, ''))
}

/** Claims the lines and gives their names, each once; null where there are none. */
function claimNames(page: Page, named: Named[], rule: string): string[] | null {
  if (named.length === 0) return null
  for (const { line } of named) if (isFree(page, line)) claim(page, line, 'author', rule)
  return [...new Set(named.flatMap(({ names }) => names))]
}

/** Lines that begin with a label, and below a label alone the line with the name: "Written by" / "Jane Doe". */
function labelledLines(page: Page, lines: Line[]): Named[] {
  return lines.flatMap((line, index): Named[] => {
    const names = partsLabelled(page, line.text)
    if (names.length > 0) return [{ line, names }]
    const next = lines[index + 1]
    const isLabelAlone = labelOf(line.text) === line.text.length && line.text.length > 2
    const below = isLabelAlone && next?.index === line.index + 1 ? bareNames(page, next.text) : []
    return below.length > 0 && next !== undefined ? [{ line: next, names: below }] : []
  })
}

/** e.g. "By TPN · 31 Jan 2025", "… | Written by Lena Berg". */
function labelledOnDateLine(page: Page, dateLine: Line | null): string[] | null {
  const names = dateLine === null ? [] : partsLabelled(page, dateLine.text)
  return names.length > 0 ? names : null
}

/** A line of names that touches the date says more than what may be a place on its line: "Almedina - 22 may 2025". */
function namesTouching(page: Page, body: Region, dateLine: Line | null): Named[] {
  if (dateLine === null) return []
  const lines = around(page, dateLine).filter(
    ({ index }) => Math.abs(index - dateLine.index) === 1 && index < body.start,
  )
  const named = lines
    .filter((line) => !isDateline(page, line))
    .map((line) => ({ line, names: namesOf(page, line.text) }))
  return named.filter(({ names }) => names.length > 0).slice(0, 1)
}

function namesOf(page: Page, text: string): string[] {
  const names = bareNames(page, text)
  return names.length > 0 ? names : nameBeforeRole(page, text)
}

/** e.g. "Lena Berg / SITE.COM / Apr 16, 2026", "이용민 기자 | 2020-03-04". */
function bareOnDateLine(page: Page, dateLine: Line | null): string[] | null {
  const names = dateLine === null ? [] : bareNames(page, dateLine.text)
  return names.length > 0 ? names : null
}

/** The names of a line, or of the first of its parts between bars, that begins with a label. */
function partsLabelled(page: Page, text: string): string[] {
  const parts = [text, ...text.split(/\s*[|•·]\s*/u)].map((part) => labelledNames(page, part))
  return parts.find((names) => names.length > 0) ?? []
}

/** A name below the standfirst that is on the page once more, and of whom the text does not speak. */
function repeatedNames(page: Page, body: Region, lines: Line[]): Named[] {
  const found = lines.find(
    (line) =>
      isRepeated(page, line) &&
      /^\p{Lu}/u.test(line.text) &&
      !isSpokenOf(page, body, line, line.text) &&
      bareNames(page, line.text).length > 0,
  )
  return found === undefined ? [] : [{ line: found, names: bareNames(page, found.text) }]
}

/**
 * Lines of nothing but names: beside the date, else near the text where something tells them from a heading or from
 * the person that the article is about.
 */
function nameLines(page: Page, body: Region, between: Line[], headline: Line | null, dateLine: Line | null): Named[] {
  const beside = dateLine === null ? [] : around(page, dateLine).filter(({ index }) => index < body.start)
  const near = between
    .filter((_, index) => index < NEAR || index >= between.length - NEAR)
    .filter((line) => isWritersName(page, body, headline, line))
  for (const lines of [beside, near]) {
    const named = lines
      .filter((line) => !isDateline(page, line))
      .map((line) => ({ line, names: namesOf(page, line.text) }))
      .filter(({ names }) => names.length > 0)
    if (named.length > 0) return named.filter(({ line }) => Math.abs(line.index - (named[0] as Named).line.index) <= 2)
  }
  return []
}

/**
 * A writer is not named in the text but at its end; the name stands below the headline, beside a role, a clock or a share
 * bar, or is on the page once more.
 */
function isWritersName(page: Page, body: Region, headline: Line | null, line: Line): boolean {
  const name = line.folded
  const text = linesOf(page, body).slice(0, -3)
  if (name.length > 60 || text.some((other) => other.folded.includes(name) && other.text.length > 60)) return false
  if (headline !== null && line.index <= headline.index + 3) return true
  const beside = [page.lines[line.index - 1], page.lines[line.index + 1]].filter((other) => other !== undefined)
  const isServed = beside.some((other) => {
    const rule = page.claims.get(other)?.rule
    if (rule === 'known-furniture' || rule === 'furniture-opening' || rule === 'date-line') return true
    return other.text.length < 60 && (ROLE.test(other.folded) || AROUND_NAME.test(other.folded))
  })
  const isTimed = beside.some((other) => other.text.length <= 12 && /^\d{1,2}[:.]\d\d/.test(other.folded))
  return (
    isServed ||
    isTimed ||
    ROLE.test(name) ||
    page.lines.some((other) => other !== line && other.folded.length < 400 && other.folded.includes(name))
  )
}

/** What stands beside a writer's name: an address, a handle, how long ago, what to do with the article. */
const AROUND_NAME =
  /^@\w{2,20}$|^[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,20}$|(?<!\p{L})(?:ago|vor \d{1,2} (?:stunden?|minuten|tagen?)|il y a \d|hace \d|ha \d{1,2} (?:horas?|minutos)|\d{1,2} (?:ore|minuti|giorni) fa|geleden|sedan|siden|sitten|temu|назад|тому|once|uzelott|heute um|pred \d{1,2}|today at|aujourd[’']hui|dnes|idag kl|i dag kl|dzis|сегодня|сьогодні|bugun|منذ|قبل|پيش|시간 전|분 전|時間前|小时前)(?!\p{L})|^(?:listen|lyssna|lyt|lytt|kuuntele|anhoren|vorlesen|ecouter|escuchar|ouvir|ascolta|beluister|luister|poslouchat|posluchaj|odsluchaj|слушать|dinle|hallgat|استمع|follow|folgen|suivre|seguir|segui|volg|folj|folg|takip)(?!\p{L})/u

/** The two lines above and below the date, as far as they are free or known furniture. */
function around(page: Page, dateLine: Line): Line[] {
  return [-1, 1, -2, 2]
    .map((step) => page.lines[dateLine.index + step])
    .filter((line): line is Line => line !== undefined && isFree(page, line) && isShort(line))
}
