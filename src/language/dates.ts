import { type Calendar, type CalendarDate, monthNames, toGregorian, weekdayNames } from './calendar.ts'
import { type ClockTime, findOffsets, findTimes, type Span } from './clock.ts'

/** A date found in folded text, with what stands on the same line about its time. */
export type FoundDate = CalendarDate & {
  start: number
  end: number
  time: ClockTime | null
  /** Minutes east of UTC; null where the text names none. */
  offset: number | null
  /** A weekday on the line that is not the date's; null where it agrees or none is named. */
  wrongWeekday: string | null
  /** Day and month could be read either way round, and nothing on the line decides. */
  ambiguousOrder: boolean
  calendar: Calendar
}

type BareDate = Span & CalendarDate & { calendar: Calendar; ambiguousOrder: boolean }

/**
 * All dates of a line of folded text, in the order in which they stand, each with the time and the offset nearest to
 * it. Dates of the Persian and the Hijri calendar come out as Gregorian; years before 1990 and after 2099 are no
 * publication years and are passed over. "٢٧ من سبتمبر", "تشرين الأول/أكتوبر", "June 5, 2026", "2016年10月14日".
 */
export function findDates(line: string): FoundDate[] {
  const dates = findBareDates(line)
  const times = findTimes(line)
  const weekdays = findWeekdays(line)
  return dates.map(({ start, end, year, month, day, ...rest }) => {
    const time = nearest(times, { start, end }, dates)
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    const wrong = weekdays.length > 0 && weekdays.every((named) => named.weekday !== weekday)
    return {
      ...{ start, end, year, month, day, ...rest },
      time: time === null ? null : { hour: time.hour, minute: time.minute, second: time.second },
      offset: time === null ? null : (time.offset ?? findOffsets(line)[0]?.offset ?? null),
      wrongWeekday: wrong && weekdays[0] !== undefined ? line.slice(weekdays[0].start, weekdays[0].end) : null,
    }
  })
}

/** What is left of a line when its dates, times, offsets and weekdays are taken out: labels, cities, names. */
export function withoutDates(line: string): string {
  const spans: Span[] = [...findBareDates(line), ...findTimes(line), ...findWeekdays(line), ...findOffsets(line)]
  let rest = ''
  let at = 0
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    if (start > at) rest += `${line.slice(at, start)} `
    at = Math.max(at, end)
  }
  return rest + line.slice(at)
}

const NUMERIC = [
  /(?<!\d)(?<year>\d{4})\s?[-./]\s?(?<month>\d{1,2})\s?[-./]\s?(?<day>\d{1,2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})年\s?(?<month>\d{1,2})月\s?(?<day>\d{1,2})日/g,
  /(?<!\d)(?<year>\d{4})년\s?(?<month>\d{1,2})월\s?(?<day>\d{1,2})일/g,
  /(?<![\d.])(?<first>\d{1,2})\s?(?<by>[-./])\s?(?<second>\d{1,2})\s?\k<by>\s?(?<year>\d{4}|\d{2})(?![\d.]?\d)/g,
]

let namedPatterns: RegExp[] | undefined

/** Dates with a month by name; built once, longest name first (تشرين الثاني before تشرين). */
function patternsWithNames(): RegExp[] {
  if (namedPatterns !== undefined) return namedPatterns
  const names = [...monthNames().keys()].sort((one, other) => other.length - one.length)
  const name = `(?:${names.join('|')})(?![\\p{L}\\p{M}])\\.?`
  const month = `(?<![\\p{L}\\p{M}])(?<month>${name})(?:\\s?[/(|-]\\s?(?:${name})\\)?)?`
  const day = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.ºª])?'
  const year = '(?<year>\\d{4})(?!\\d)'
  const gap = '\\s?[-,،./]?\\s?'
  namedPatterns = [
    `${day}${gap}(?:(?:من|de|of)\\s)?${month}${gap}(?:(?:de|del|سنه|عام)\\s)?${year}`,
    `${month}\\s?${day}${gap}${year}`,
    `(?<!\\d)${year}${gap}${month}${gap}${day}(?!\\d)`,
  ].map((source) => new RegExp(source, 'gu'))
  return namedPatterns
}

function findBareDates(line: string): BareDate[] {
  const found: BareDate[] = []
  // Every date has a year of four digits, or three numbers with the same mark between them.
  if (!/\d{4}|\d[-./\s]{1,3}\d/.test(line)) return found
  for (const pattern of /\p{L}/u.test(line) ? [...patternsWithNames(), ...NUMERIC] : NUMERIC) {
    for (const match of line.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const date = readDate(match.groups as Record<string, string | undefined>, line)
      if (date !== null && !found.some((other) => overlaps(other, span))) found.push({ ...span, ...date })
    }
  }
  const gregorian = found.filter(({ calendar }) => calendar === 'gregory')
  return (gregorian.length > 0 ? gregorian : found).sort((one, other) => one.start - other.start)
}

function readDate(groups: Record<string, string | undefined>, line: string): Omit<BareDate, 'start' | 'end'> | null {
  const name = groups.month === undefined ? undefined : monthNames().get(groups.month.replace('.', ''))
  const year = fullYear(groups.year ?? '')
  const calendar = name === undefined || name.calendar === 'gregory' ? calendarOfYear(year) : name.calendar
  const { month, day, ambiguousOrder } =
    groups.first === undefined
      ? { month: name?.month ?? Number(groups.month), day: Number(groups.day), ambiguousOrder: false }
      : orderDayMonth(Number(groups.first), Number(groups.second), groups.by as string, line)
  const date = toGregorian({ year, month, day }, calendar)
  return date === null || date.year < 1990 || date.year > 2099 ? null : { ...date, calendar, ambiguousOrder }
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** A year by number alone: 1399 and 1402 are Persian where news is dated today, 1441 to 1460 Hijri. */
function calendarOfYear(year: number): Calendar {
  if (year >= 1375 && year <= 1419) return 'persian'
  return year >= 1420 && year <= 1480 ? 'islamic-umalqura' : 'gregory'
}

/**
 * Day and month of "03/04/2020". A point, a number over 12 or a script other than Latin decides; am or pm speaks for
 * the American order; else the day comes first, as in most of the world, and the doubt is told.
 */
function orderDayMonth(first: number, second: number, by: string, line: string) {
  const dayFirst = { day: first, month: second, ambiguousOrder: false }
  const monthFirst = { day: second, month: first, ambiguousOrder: false }
  if (first > 12 || first === second) return dayFirst
  if (second > 12) return monthFirst
  if (by === '.' || /\p{Script=Arabic}|\p{Script=Cyrillic}/u.test(line)) return dayFirst
  if (/\b[ap]\.?m\b/.test(line)) return { ...monthFirst, ambiguousOrder: true }
  return { ...dayFirst, ambiguousOrder: true }
}

function findWeekdays(line: string): (Span & { weekday: number })[] {
  return [...line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}]+)?/gu)].flatMap((match) => {
    const weekday = weekdayNames().get(match[0])
    return weekday === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, weekday }]
  })
}

/** The time closest to a date that is not closer to another date. */
function nearest<T extends Span>(times: T[], date: Span, dates: Span[]): T | null {
  const mine = times.filter(
    (time) => !overlaps(time, date) && dates.every((other) => distance(time, date) <= distance(time, other)),
  )
  return mine.sort((one, other) => distance(one, date) - distance(other, date))[0] ?? null
}

function distance(one: Span, other: Span): number {
  return Math.max(one.start - other.end, other.start - one.end, 0)
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
