import type { Published } from '../../domain/article.ts'
import { type FoundDate, findDates, withoutDates } from '../../language/dates.ts'
import { offsetOfWallTime } from '../../language/time-zone.ts'
import { isParagraphLike } from '../form.ts'
import { claim, freeLines, type Line, type Page, type Region } from '../page.ts'
import { PUBLISHED_LABEL, UPDATED_LABEL } from '../vocabulary.ts'

export type Dates = { published: Published | null; updated: Published | null; line: Line | null }

/** A date that may be the article's, on a line that may be its date line. */
type Candidate = { line: Line; date: FoundDate; updated: boolean; score: number }

const LONGEST = 160
/** Lines above the body among which it is looked for; menus and mastheads stand further away. */
const REACH = 200
/** Lines of the body's run among which the date line may still stand. */
const INTO_BODY = 8

/**
 * Finds when the article was published and last changed. Of the lines before the body (or, failing that, right behind
 * it) the best is one that is filled by its date, has a time, says that it is the publication's, and is near the body.
 * A page's own clock stands in the menu, far from it.
 */
export function findDateLine(page: Page, body: Region): Dates {
  const candidates = [
    ...candidatesAmong(
      page,
      freeLines(page, Math.max(0, body.start - REACH), body.start + INTO_BODY).filter((line) => !isParagraphLike(line)),
      body,
    ),
    ...candidatesAmong(page, freeLines(page, body.end + 1, body.end + 12), body).filter(({ line }) =>
      PUBLISHED_LABEL.test(line.folded),
    ),
  ]
  const published = best(candidates.filter(({ updated }) => !updated))
  const updated = best(candidates.filter((candidate) => candidate.updated && isNear(candidate, published)))
  const chosen = [published, updated].filter((candidate) => candidate !== null)
  for (const line of new Set(chosen.map((candidate) => candidate.line))) claim(page, line, 'date', 'date-line')
  moveBelow(page, body, published?.line)
  return {
    published: published === null ? null : readInstant(page, published),
    updated: updated === null ? null : readInstant(page, updated),
    line: (published ?? updated)?.line ?? null,
  }
}

/** A caption or standfirst long enough for a paragraph may stand above the date line: the body begins below. */
function moveBelow(page: Page, body: Region, dateLine: Line | undefined): void {
  if (dateLine === undefined || dateLine.index < body.start || dateLine.index > body.end) return
  const start = page.lines.slice(dateLine.index + 1, body.end + 1).find(isParagraphLike)
  if (start !== undefined) body.start = start.index
}

function best(candidates: Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  )
}

function isNear(updated: Candidate, published: Candidate | null): boolean {
  return published === null || Math.abs(updated.line.index - published.line.index) <= 4
}

function candidatesAmong(page: Page, lines: Line[], body: Region): Candidate[] {
  return lines
    .filter((line) => line.text.length <= LONGEST && !/\.(?:jpe?g|png|webp|gif)$/i.test(line.text))
    .flatMap((line) =>
      findDates(line.folded).map((date, index, dates) => {
        const before = line.folded.slice(index === 0 ? 0 : (dates[index - 1] as FoundDate).end, date.start)
        const updated = UPDATED_LABEL.test(before) && !/(?<!تحديث\s)نشر/u.test(before)
        return { line, date, updated, score: scoreOf(page, line, date, body) }
      }),
    )
}

/** How much a line is filled by its date, whether it has a time and says what it is, and how near the body it stands. */
function scoreOf(page: Page, line: Line, date: FoundDate, body: Region): number {
  const filled = shareOfDate(page, line) * 3
  const time = date.time === null ? 0 : 2
  const labelled = PUBLISHED_LABEL.test(line.folded) ? 2 : 0
  const doubt = date.wrongWeekday === null ? 0 : -1
  return filled + time + labelled + doubt + Math.max(0, 4 - distanceToBody(page, line, body) * 0.4)
}

/** The share of a line's letters that is its dates, the city of its clock and a label of publication. */
function shareOfDate(page: Page, line: Line): number {
  const city = findCity(page, line)?.name ?? ''
  const rest = withoutDates(line.folded).replace(PUBLISHED_LABEL, '').replace(CLOCK_LABEL, '').replace(city, '')
  return 1 - lettersIn(rest) / Math.max(lettersIn(line.folded), 1)
}

const CLOCK_LABEL = /(?:بتوقيت|التوقيت المحلي|local time)/u

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** Lines between, those known to be furniture not counted: share bars stand between a date and the body. */
function distanceToBody(page: Page, line: Line, body: Region): number {
  return line.index > body.end ? line.index - body.end : freeLines(page, line.index + 1, body.start).length
}

/** The instant as it is served, with the zone that the line itself names: an offset, else a city. */
function readInstant(page: Page, { line, date }: Candidate): Published {
  const note = (reason: string) => page.notes.push({ rule: 'date-line', line: line.first, reason })
  if (date.wrongWeekday !== null) note(`the date is not a ${date.wrongWeekday}`)
  if (date.ambiguousOrder) note('day and month could be read either way round')
  const day = `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}`
  const raw = line.text
  if (date.time === null) return { at: day, timeZone: null, zoneFrom: null, precision: 'day', raw }
  const { hour, minute, second } = date.time
  const wall = `${day}T${pad(hour)}:${pad(minute)}:${pad(second ?? 0)}`
  const precision = second === null ? 'minute' : 'second'
  if (date.offset !== null)
    return { at: wall + offsetText(date.offset), timeZone: null, zoneFrom: 'offset', precision, raw }
  const timeZone = findCity(page, line)?.timeZone ?? null
  if (timeZone === null) return { at: wall, timeZone: null, zoneFrom: null, precision, raw }
  const { offset, exists } = offsetOfWallTime(timeZone, { ...date, hour, minute, second: second ?? 0 })
  if (!exists) note(`clocks in ${timeZone} never showed this time`)
  return { at: wall + offsetText(offset), timeZone, zoneFrom: 'city', precision, raw }
}

/** The city whose clock the date line names, e.g. "2020.10.02 | 16:43 دمشق", with its zone. */
function findCity(page: Page, line: Line): { name: string; timeZone: string } | null {
  const words = withoutDates(line.folded).match(/[\p{L}\p{M}]+/gu) ?? []
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const name = words.slice(from, from + length).join(' ')
      const timeZone = page.lexicon.timeZoneOf(name)
      if (timeZone !== null) return { name, timeZone }
    }
  }
  return null
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0')
}
