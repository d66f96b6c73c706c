import { startOfDay } from '../language/time-zone.ts'

/** A bound as it was given: a whole day of the calendar, or an instant in milliseconds since the epoch. */
export type Bound = { year: number; month: number; day: number } | { instant: number }

const DATE = /^([1-9]\d{3})-(\d\d)-(\d\d)$/
const INSTANT = /^([1-9]\d{3}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Reads a date or an RFC 3339 instant; null where it is neither or not in the calendar, e.g. 2020-02-30. */
export function readBound(text: string): Bound | null {
  const date = INSTANT.exec(text)?.[1]
  if (date === undefined) return readDay(text)
  return readDay(date) === null ? null : { instant: Date.parse(text.toUpperCase()) }
}

function readDay(text: string): Bound | null {
  const [year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).slice(1).map(Number)
  const back = new Date(Date.UTC(year, month - 1, day))
  const exists = year > 0 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day
  return exists ? { year, month, day } : null
}

/** The first instant of the bound, for a day: when it begins in the zone. */
export function startOf(bound: Bound, timeZone: string): number {
  return 'instant' in bound ? bound.instant : startOfDay(bound, timeZone)
}

/** The first instant behind the bound, which includes its whole day or its millisecond. */
export function endOf(bound: Bound, timeZone: string): number {
  return 'instant' in bound ? bound.instant + 1 : startOf({ ...bound, day: bound.day + 1 }, timeZone)
}

/** The zone's IANA name in its one spelling; null for what this runtime does not know and for offsets such as +03:00. */
export function canonicalTimeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
