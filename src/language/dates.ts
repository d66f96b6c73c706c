import { type ClockTime, type FoundTime, findTimes } from './clock.ts'
import { NAMED_DATES, NUMERIC_DATES } from './date-patterns.ts'
import { type DateOrder, findWeekdays, type ReadDate, readDate } from './date-reading.ts'
import { asciiDigits } from './digits.ts'
import { remember } from './remember.ts'
import { isInside, nearest, overlaps, type Span } from './spans.ts'
import { offsetOfWallTime } from './time-zone.ts'
import { type FoundZone, findZones } from './zone-names.ts'

/** A date found in folded text, with what stands on the same line about its time. */
export type FoundDate = Span &
  ReadDate & {
    time: ClockTime | null
    /** Minutes east of UTC; null where the text names neither an offset nor a zone. */
    offset: number | null
    /** IANA name, where the text names a zone ("ET", "МСК") and not an offset alone. */
    timeZone: string | null
    /** A weekday on the line that is not the date's; null where it agrees or none is named. */
    wrongWeekday: string | null
  }

/** A longer line is no date line, and to pair its dates and times takes the square of their number. */
const LONGEST = 2000

const unknownOrder = () => null

type BareDate = Span & ReadDate

/**
 * All dates of a line of folded text, in the order in which they stand, each with the time and the zone nearest to
 * it. Dates of the Persian, Hijri and Thai calendars come out as Gregorian; years before 1990 and after 2099 are no
 * publication years and are passed over. `order` is asked for where the figures could be read either way. "٢٧ من سبتمبر", "تشرين الأول/أكتوبر", "June 5, 2026", "2016年10月14日".
 */
export function findDates(line: string, order: () => DateOrder = unknownOrder): FoundDate[] {
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

/** The line cut at its dates, times, zones and weekdays; asked for of each line by whoever looks for a city, a name or a label. */
const piecesBetween = remember((line: string): readonly string[] => {
  if (line.length > LONGEST) return [line]
  const text = asciiDigits(line)
  const dates = findBareDates(text, unknownOrder)
  const spans: Span[] = [...dates, ...timesBeside(text, dates), ...findWeekdays(text), ...findZones(text)]
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    if (start >= at) pieces.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  return [...pieces, text.slice(at)]
})

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

function findBareDates(line: string, order: () => DateOrder): BareDate[] {
  const found: BareDate[] = []
  // Every date has a year of four digits or of an era, or three numbers with the same mark between them.
  if (!/\d{4}|\d[-./\s]{1,3}\d|\d-\p{L}{3}|[\d元]\s?年/u.test(line)) return found
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
