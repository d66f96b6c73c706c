import type { DateOrder } from '../../language/date-reading.ts'
import { type FoundDate, findDates, findLoneTimes, withoutDates } from '../../language/dates.ts'
import { once } from '../../language/remember.ts'
import { createCharacterCount } from '../../language/unit-test.ts'
import { isParagraphLike, wordCount } from '../form.ts'
import { freeLines, isFree, type Line, type Page, type Region } from '../page.ts'
import { PUBLISHED_LABEL, UPDATED_LABEL } from '../vocabulary-dates.ts'
import { findCity } from './clock-city.ts'
import { dateOrderOf } from './date-order.ts'

/**
 * A date that may be the article's. `lines`: its own and the one beside it that holds its time alone; `updated`: it is
 * said to be that of a change.
 */
export type Candidate = { line: Line; lines: Line[]; date: FoundDate; updated: boolean; score: number }

const LONGEST = 200
/** Lines above the body among which it is looked for; menus and mastheads stand further away. */
const REACH = 200
/** Lines at the start and the end of the body's run among which the date line may still stand. */
const INTO_BODY = 12
/** Lines behind the body: a labelled date may stand below tags and share bars, a bare one right below the text. */
const BEHIND = 40
const RIGHT_BEHIND = 4
/** A line with less of its letters in the date is a sentence that names a day, unless a label says what the day is. */
const LEAST_SHARE = 0.3

/** The signature of a post that the text quotes: "— West End (@westend) October 31, 2021". */
const POST = /^\p{Pd}\s?.{1,60}\(@\w{1,30}\)/u

/** The dates that may be the article's, with how much speaks for each. */
export function dateCandidates(page: Page, body: Region, url: string | null): Candidate[] {
  const order = once(() => dateOrderOf(page, body))
  const day = dayIn(url)
  const isShort = ({ text }: Line) =>
    text.length <= LONGEST && !/\.(?:jpe?g|png|webp|gif)$/i.test(text) && !POST.test(text)
  const among = (from: number, to: number) =>
    freeLines(page, Math.max(0, from), Math.max(0, to))
      .filter((line) => isShort(line) && !isParagraphLike(line))
      .flatMap((line) => candidatesOn(page, line, body, order))
  const start = Math.min(body.start + INTO_BODY, body.end + 1)
  const tail = Math.max(start, body.end + 1 - INTO_BODY)
  const above = among(body.start - REACH, start)
  const below = [
    ...among(tail, body.end + 1).filter(({ labelled }) => labelled),
    ...among(body.end + 1, body.end + BEHIND),
  ]
  const behind = below.filter(({ labelled, line, share }) =>
    labelled ? true : above.length === 0 && line.index <= body.end + RIGHT_BEHIND && share > 0.6,
  )
  return [...above, ...behind].map((candidate) => ({
    ...candidate,
    score: candidate.score + (day !== null && day === dayOf(candidate.date) ? 2 : 0),
  }))
}

type Labelled = Candidate & { labelled: boolean; share: number }

function candidatesOn(page: Page, line: Line, body: Region, order: () => DateOrder): Labelled[] {
  const dates = findDates(line.folded, order)
  if (dates.length === 0) return []
  const share = shareOfDate(page, line)
  const above = labelAbove(page, line)
  return dates.flatMap((found, index) => {
    const before = line.folded.slice(index === 0 ? 0 : (dates[index - 1] as FoundDate).end, found.start)
    const { date, lines } = dates.length === 1 ? withTimeBeside(page, line, found) : { date: found, lines: [line] }
    const said = PUBLISHED_LABEL.test(before) || UPDATED_LABEL.test(before) ? before : index === 0 ? above : ''
    const updated = isUpdate(said)
    const next = dates[index + 1]
    const isChanged = next !== undefined && UPDATED_LABEL.test(line.folded.slice(found.end, next.start))
    const isPublished = PUBLISHED_LABEL.test(said) || (index === 0 && PUBLISHED_LABEL.test(besideOf(line, found)))
    const labelled = updated || isPublished || isChanged
    if (share < LEAST_SHARE && !labelled && date.time === null && !opensList(line, found)) return []
    const score = scoreOf(page, line, date, body) + share * 3 + (labelled ? 2 : 0)
    return [{ line, lines, date, updated, labelled, share, score }]
  })
}

/** A label further away speaks of something else: "Files published by the court … on 3 July 2024". */
function besideOf({ folded }: Line, { start, end }: FoundDate): string {
  return folded.slice(Math.max(0, start - 60), end + 40)
}

/** "01.12.2022 / Hafenbote / Verkehr / Top News": the date, and where the article is filed. */
function opensList({ folded }: Line, { start, end }: FoundDate): boolean {
  const parts = folded.slice(end).split(/\s?[/|•·]\s?/u)
  return start <= 2 && parts.length >= 3 && parts[0]?.trim() === '' && parts.every((part) => wordCount(part) <= 4)
}

/** "Published and updated 3 July" gives the publication; "تحديث نشر" is one word for the change. */
function isUpdate(label: string): boolean {
  const updated = UPDATED_LABEL.exec(label)
  const rest = updated === null ? '' : label.slice(updated.index + updated[0].length)
  return updated !== null && !PUBLISHED_LABEL.test(rest) && !PUBLISHED_LABEL.test(label.slice(0, updated.index))
}

/** The line above, where it is no more than a label: "Published", "Letzte Aktualisierung:". */
function labelAbove(page: Page, line: Line): string {
  const above = page.lines[line.index - 1]
  if (above === undefined || above.text.length > 30 || /\d/.test(above.folded)) return ''
  return PUBLISHED_LABEL.test(above.folded) || UPDATED_LABEL.test(above.folded) ? above.folded : ''
}

/** Pages put day and time into boxes of their own: a neighbouring line that is filled by a time belongs to the date. */
function withTimeBeside(page: Page, line: Line, date: FoundDate): { date: FoundDate; lines: Line[] } {
  if (date.time !== null) return { date, lines: [line] }
  for (const step of [1, -1]) {
    const beside = page.lines[line.index + step]
    if (beside === undefined || beside.text.length > 30 || !isFree(page, beside)) continue
    const [time, ...others] = findLoneTimes(beside.folded)
    if (time === undefined || others.length > 0 || lettersIn(withoutDates(beside.folded)) > 6) continue
    const lines = step === 1 ? [line, beside] : [beside, line]
    const [joined] = findDates(lines.map(({ folded }) => folded).join(' '))
    if (joined === undefined || joined.time === null) continue
    const { offset, timeZone } = joined
    return { date: { ...date, time: joined.time, offset, timeZone }, lines }
  }
  return { date, lines: [line] }
}

/** Whether it has a time, agrees with its weekday, stands alone and near the body. Dates of a list of teasers are many. */
function scoreOf(page: Page, line: Line, date: FoundDate, body: Region): number {
  const time = date.time === null ? 0 : 2
  const doubt = date.wrongWeekday === null ? 0 : -1
  const behind = line.index > body.end ? -3 : 0
  return time + doubt + behind + Math.max(0, 4 - distanceToBody(page, line, body) * 0.4)
}

/** The share of a line's letters that is its dates, the city of its clock and a label of publication. */
function shareOfDate(page: Page, line: Line): number {
  const city = findCity(page, line)?.name ?? ''
  const rest = withoutDates(line.folded).replace(PUBLISHED_LABEL, '').replace(CLOCK_LABEL, '').replace(city, '')
  return 1 - lettersIn(rest) / Math.max(lettersIn(line.folded), 1)
}

const CLOCK_LABEL = /(?:بتوقيت|التوقيت المحلي|local time)/u

const lettersIn = createCharacterCount(/[\p{L}\p{N}]/u)

/** Lines between, those known to be furniture not counted: share bars stand between a date and the body. */
function distanceToBody(page: Page, line: Line, body: Region): number {
  return line.index > body.end ? line.index - body.end : freeLines(page, line.index + 1, body.start).length
}

/** The day that an address names: "/2024/07/03/", "2024-07-03"; null where it names none. */
function dayIn(url: string | null): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(url ?? '') ?? []
  return year === undefined ? null : [year, Number(month), Number(day)].join('-')
}

function dayOf({ year, month, day }: FoundDate): string {
  return [year, month, day].join('-')
}
