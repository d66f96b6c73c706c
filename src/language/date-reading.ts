import { type Calendar, type CalendarDate, type MonthName, monthNames, toGregorian, weekdayNames } from './calendar.ts'
import type { Span } from './spans.ts'

/** How a page writes its dates in figures; null where that is not known. */
export type DateOrder = 'day-first' | 'month-first' | null

export type ReadDate = CalendarDate & {
  calendar: Calendar
  /** Day and month could be read either way round, and nothing on the line decides. */
  ambiguousOrder: boolean
}

/** The named parts of a match of `date-patterns.ts`. */
type Groups = Record<string, string | undefined>

/** The date that the parts of a match mean on their line; null for what is none, or of no year of publication. */
export function readDate(groups: Groups, line: string, order: () => DateOrder): ReadDate | null {
  const name = groups.month === undefined || /^\d/.test(groups.month) ? undefined : monthOf(groups)
  if (name === null) return null
  const year = groups.era === undefined ? fullYear(groups.year ?? '') : yearOfEra(groups.era, groups.year)
  const calendar = name === undefined || name.calendar === 'gregory' ? calendarOfYear(year) : name.calendar
  const { month, day, ambiguousOrder } =
    groups.first === undefined
      ? { month: name?.month ?? Number(groups.month), day: Number(groups.day), ambiguousOrder: false }
      : orderDayMonth(groups, line, () => orderByWeekday(groups, line) ?? order())
  const date = toGregorian({ year, month, day }, calendar)
  return date === null || date.year < 1990 || date.year > 2099 ? null : { ...date, calendar, ambiguousOrder }
}

/** The month that a name stands for; null for any other word, and for names of two months: "آذار/أبريل". */
function monthOf({ month = '', also, point }: Groups): MonthName | null {
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

/** The years before an era's first, which is also written 元: 令和6年 is 2024, 民國113年 too. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 民国: 1911, 民國: 1911 }

function yearOfEra(era: string, year: string | undefined): number {
  return (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))
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
function orderDayMonth(groups: Groups, line: string, orderOf: () => DateOrder) {
  const [first, second] = [Number(groups.first), Number(groups.second)]
  const dayFirst = { day: first, month: second, ambiguousOrder: false }
  const monthFirst = { day: second, month: first, ambiguousOrder: false }
  if (first > 12 || first === second) return dayFirst
  if (second > 12) return monthFirst
  if (groups.by === '.' || /\p{Script=Arabic}|\p{Script=Cyrillic}/u.test(line)) return dayFirst
  const order = orderOf()
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst
  if (/\b[ap]\.?m\b/.test(line)) return { ...monthFirst, ambiguousOrder: true }
  return { ...dayFirst, ambiguousOrder: true }
}

/** The order in which the date falls on the weekday that the line names; null where both or neither do. */
function orderByWeekday({ first, second, year = '' }: Groups, line: string): DateOrder {
  const named = findWeekdays(line).map(({ weekday }) => weekday)
  const falls = (month: number, day: number) =>
    named.includes(new Date(Date.UTC(fullYear(year), month - 1, day)).getUTCDay())
  const [dayFirst, monthFirst] = [falls(Number(second), Number(first)), falls(Number(first), Number(second))]
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
}

/** The names of weekdays on a line, Sunday 0. */
export function findWeekdays(line: string): (Span & { weekday: number })[] {
  return [...line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}]+)?/gu)].flatMap((match) => {
    const weekday = weekdayNames().get(match[0])
    return weekday === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, weekday }]
  })
}
