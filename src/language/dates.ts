import { type Calendar, type CalendarDate, type MonthName, monthNames, toGregorian, weekdayNames } from './calendar.ts'
import { type ClockTime, type FoundTime, findTimes, type Span } from './clock.ts'
import { NAMED_DATES, NUMERIC_DATES } from './date-patterns.ts'
import { asciiDigits } from './digits.ts'
import { offsetOfWallTime } from './time-zone.ts'
import { type FoundZone, findZones } from './zone-names.ts'

/** A date found in folded text, with what stands on the same line about its time. */
export type FoundDate = CalendarDate & {
  start: number
  end: number
  time: ClockTime | null
  /** Minutes east of UTC; null where the text names neither an offset nor a zone. */
  offset: number | null
  /** IANA name, where the text names a zone ("ET", "МСК") and not an offset alone. */
  timeZone: string | null
  /** A weekday on the line that is not the date's; null where it agrees or none is named. */
  wrongWeekday: string | null
  /** Day and month could be read either way round, and nothing on the line decides. */
  ambiguousOrder: boolean
  calendar: Calendar
}

/** How a page writes its dates in figures; null where that is not known. */
export type DateOrder = 'day-first' | 'month-first' | null

/** A longer line is no date line, and to pair its dates and times takes the square of their number. */
const LONGEST = 2000

type BareDate = Span & CalendarDate & { calendar: Calendar; ambiguousOrder: boolean }

/**
 * All dates of a line of folded text, in the order in which they stand, each with the time and the zone nearest to
 * it. Dates of the Persian, Hijri and Thai calendars come out as Gregorian; years before 1990 and after 2099 are no
 * publication years and are passed over. "٢٧ من سبتمبر", "تشرين الأول/أكتوبر", "June 5, 2026", "2016年10月14日".
 */
export function findDates(line: string, order: DateOrder = null): FoundDate[] {
  if (line.length > LONGEST) return []
  const text = asciiDigits(line)
  const dates = findBareDates(text, order)
  if (dates.length === 0) return []
  const times = timesBeside(text, dates)
  const zones = findZones(text)
  return dates.map((date) => {
    const time = nearest(times, date, dates)
    return {
      ...date,
      time: time === null ? null : { hour: time.hour, minute: time.minute, second: time.second },
      ...zoneOf(date, time, zones),
      wrongWeekday: wrongWeekday(date, text),
    }
  })
}

/** The offset behind the time itself, else of the zone on the line that is nearest to it. */
function zoneOf(date: BareDate, time: FoundTime | null, zones: FoundZone[]) {
  const zone = time === null ? null : nearest(zones, time, [time])
  if (time === null || (time.offset === null && zone === null)) return { offset: null, timeZone: null }
  if (time.offset !== null) return { offset: time.offset, timeZone: null }
  if (zone !== null && 'offset' in zone) return { offset: zone.offset, timeZone: null }
  const { timeZone } = zone as { timeZone: string }
  const { offset } = offsetOfWallTime(timeZone, { ...date, ...time, second: time.second ?? 0 })
  return { offset, timeZone }
}

function wrongWeekday(date: BareDate, text: string): string | null {
  const weekdays = findWeekdays(text)
  const weekday = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()
  const wrong = weekdays.length > 0 && weekdays.every((named) => named.weekday !== weekday)
  return wrong && weekdays[0] !== undefined ? text.slice(weekdays[0].start, weekdays[0].end) : null
}

/** The times of day of a line without a date: what may stand below a date on a line of its own. */
export function findLoneTimes(line: string): FoundTime[] {
  const text = asciiDigits(line)
  return findTimes(text).filter(({ loose, end }) => !loose || /^[\s\p{P}]*$/u.test(text.slice(end)))
}

/** What is left of a line when its dates, times, zones and weekdays are taken out: labels, cities, names. */
export function withoutDates(line: string): string {
  return piecesBetween(line).join(' ')
}

/** The words that touch a date or a time of the line, as far as the next mark: cities, labels. */
export function wordsBesideDates(line: string): string[] {
  const pieces = piecesBetween(line)
  return pieces.flatMap((piece, index) => {
    const parts = piece
      .split(/[\p{P}|]+/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const after = index === 0 ? [] : parts.slice(0, 1)
    const before = index === pieces.length - 1 ? [] : parts.slice(-1)
    return [...after, ...before]
  })
}

/** The line cut at its dates, times, zones and weekdays. */
function piecesBetween(line: string): string[] {
  if (line.length > LONGEST) return [line]
  const text = asciiDigits(line)
  const dates = findBareDates(text, null)
  const spans: Span[] = [...dates, ...timesBeside(text, dates), ...findWeekdays(text), ...findZones(text)]
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    if (start >= at) pieces.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  return [...pieces, text.slice(at)]
}

/** "14.35" and "4 am" are times only where nothing but a mark or a short word ("kl", "às") parts them from a date. */
function timesBeside(text: string, dates: Span[]): FoundTime[] {
  const apart = findTimes(text).filter(
    (time) => !dates.some((date) => overlaps(date, time) && (time.loose || !isInside(time, date))),
  )
  return apart.filter(
    (time) =>
      !time.loose ||
      dates.some((date) => {
        const between = time.start >= date.end ? text.slice(date.end, time.start) : text.slice(time.end, date.start)
        return between.length <= 12 && /^[\s\p{P}|]*(?:\p{L}{1,5}\.?)?[\s\p{P}|]*$/u.test(between)
      }),
  )
}

function findBareDates(line: string, order: DateOrder): BareDate[] {
  const found: BareDate[] = []
  // Every date has a year of four digits, or three numbers with the same mark between them.
  if (!/\d{4}|\d[-./\s]{1,3}\d|\d-\p{L}{3}/u.test(line)) return found
  for (const pattern of /\p{L}/u.test(line) ? [...NAMED_DATES, ...NUMERIC_DATES] : NUMERIC_DATES) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const date = readDate(match.groups as Record<string, string | undefined>, line, order)
      if (date !== null && !found.some((other) => overlaps(other, span))) found.push({ ...span, ...date })
      // What is no date may hold one: "site.com / Apr 16, 2026".
      if (date === null) pattern.lastIndex = match.index + 1
    }
  }
  const gregorian = found.filter(({ calendar }) => calendar === 'gregory')
  return (gregorian.length > 0 ? gregorian : found).sort((one, other) => one.start - other.start)
}

function readDate(
  groups: Record<string, string | undefined>,
  line: string,
  order: DateOrder,
): Omit<BareDate, 'start' | 'end'> | null {
  const name = groups.month === undefined || /^\d/.test(groups.month) ? undefined : monthOf(groups)
  if (name === null) return null
  const year = fullYear(groups.year ?? '')
  const calendar = name === undefined || name.calendar === 'gregory' ? calendarOfYear(year) : name.calendar
  const { month, day, ambiguousOrder } =
    groups.first === undefined
      ? { month: name?.month ?? Number(groups.month), day: Number(groups.day), ambiguousOrder: false }
      : orderDayMonth(groups, line, orderByWeekday(groups, line) ?? order)
  const date = toGregorian({ year, month, day }, calendar)
  return date === null || date.year < 1990 || date.year > 2099 ? null : { ...date, calendar, ambiguousOrder }
}

/** The month that a name stands for; null for any other word, and for names of two months: "آذار/أبريل". */
function monthOf({ month = '', also, point }: Record<string, string | undefined>): MonthName | null {
  const lookUp = (name: string) => monthNames().get(name.replace(/[.॰]$/u, ''))
  // Hebrew writes its "in" onto the name: "3 ביולי 2024".
  const found = isCroatian(month, point) ? CROATIAN_OCTOBER : (lookUp(month) ?? lookUp(month.replace(/^ב/u, '')))
  const other = also === undefined ? found : lookUp(also)
  return found === undefined || other?.month !== found.month ? null : found
}

const CROATIAN_OCTOBER: MonthName = { month: 10, calendar: 'gregory' }

/** "12. listopada 2020." is Croatian and in October; Polish writes "12 listopada 2020" in November. */
function isCroatian(month: string, point: string | undefined): boolean {
  return month === 'listopada' && point === '.'
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** A year by number alone: 1399 and 1402 are Persian where news is dated today, 1441 to 1460 Hijri, 2563 Thai. */
function calendarOfYear(year: number): Calendar {
  if (year >= 1375 && year <= 1419) return 'persian'
  if (year >= 2533 && year <= 2642) return 'buddhist'
  return year >= 1420 && year <= 1480 ? 'islamic-umalqura' : 'gregory'
}

/**
 * Day and month of "03/04/2020". A point, a number over 12, a script other than Latin, the weekday or the page's habit
 * decides; am or pm speaks for the American order; else the day comes first, as in most of the world, and the doubt is told.
 */
function orderDayMonth(groups: Record<string, string | undefined>, line: string, order: DateOrder) {
  const [first, second] = [Number(groups.first), Number(groups.second)]
  const dayFirst = { day: first, month: second, ambiguousOrder: false }
  const monthFirst = { day: second, month: first, ambiguousOrder: false }
  if (first > 12 || first === second) return dayFirst
  if (second > 12) return monthFirst
  if (groups.by === '.' || /\p{Script=Arabic}|\p{Script=Cyrillic}/u.test(line)) return dayFirst
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst
  if (/\b[ap]\.?m\b/.test(line)) return { ...monthFirst, ambiguousOrder: true }
  return { ...dayFirst, ambiguousOrder: true }
}

/** The order in which the date falls on the weekday that the line names; null where both or neither do. */
function orderByWeekday({ first, second, year = '' }: Record<string, string | undefined>, line: string): DateOrder {
  const named = findWeekdays(line).map(({ weekday }) => weekday)
  const falls = (month: number, day: number) =>
    named.includes(new Date(Date.UTC(fullYear(year), month - 1, day)).getUTCDay())
  const [dayFirst, monthFirst] = [falls(Number(second), Number(first)), falls(Number(first), Number(second))]
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
}

function findWeekdays(line: string): (Span & { weekday: number })[] {
  return [...line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}]+)?/gu)].flatMap((match) => {
    const weekday = weekdayNames().get(match[0])
    return weekday === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, weekday }]
  })
}

/** What is closest to a date and not closer to another date. */
function nearest<T extends Span>(spans: T[], date: Span, dates: Span[]): T | null {
  const mine = spans.filter(
    (span) =>
      (!overlaps(span, date) || isInside(span, date)) &&
      dates.every((other) => distance(span, date) <= distance(span, other)),
  )
  return mine.sort((one, other) => distance(one, date) - distance(other, date))[0] ?? null
}

function distance(one: Span, other: Span): number {
  return Math.max(one.start - other.end, other.start - one.end, 0)
}

/** e.g. "Thu Jul 18 09:30:00 GMT 2024" */
function isInside(one: Span, other: Span): boolean {
  return one.start > other.start && one.end < other.end
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
