import type { Published } from '../../domain/article.ts'
import { toGregorian } from '../../language/calendar.ts'
import { findDates } from '../../language/dates.ts'
import { fold } from '../../language/fold.ts'
import { dayText, offsetText, type WallTime, wallAsUtc, wallText } from '../../language/time-zone.ts'
import { servedText } from '../page.ts'

/** Clocks on earth are at most this many minutes behind UTC and ahead of it. */
export const [MOST_BEHIND, MOST_AHEAD] = [-12 * 60, 14 * 60]

/** An instant as metadata state it. `offset` in minutes east of UTC; null where none is stated. */
export type StatedInstant = WallTime & { offset: number | null; precision: Published['precision']; raw: string }

const ISO =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:(?:T|\s+|\s-\s)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s?(?:(z|utc|gmt)|([+-])(\d\d):?(\d\d)?)?\s*$/i

/** Reads an ISO 8601 date in its many spellings, else any date that a line of text may have; null for anything else. */
export function readStated(raw: string): StatedInstant | null {
  const match = ISO.exec(raw)
  if (match === null) return readDateInText(raw)
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? null : Number(part)))
  const wall = {
    year: year as number,
    month: month as number,
    day: day as number,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  }
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59) return null
  // A Persian or Hijri year is one of text.
  if (wall.year < 1990 || wall.year > 2099) return wall.year < 1500 ? readDateInText(raw) : null
  if (toGregorian(wall, 'gregory') === null) return null
  const precision = hour === null ? 'day' : second === null ? 'minute' : 'second'
  return { ...wall, offset: hour === null ? null : offsetOf(match), precision, raw }
}

/** null where none is stated, and for one that no clock on earth has. */
function offsetOf([, , , , , , , utc, sign, hours, minutes]: RegExpExecArray): number | null {
  if (utc !== undefined) return 0
  if (sign === undefined || Number(minutes ?? 0) > 59) return null
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
  return offset >= MOST_BEHIND && offset <= MOST_AHEAD ? offset : null
}

/** "12/21/2023 4:30:26 PM", "۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹", "الأربعاء، 07 أكتوبر 2020 - 12:09 م". */
function readDateInText(raw: string): StatedInstant | null {
  const [date] = raw.length > 120 ? [] : findDates(fold(raw))
  if (date === undefined) return null
  const { year, month, day, time, offset } = date
  const precision = time === null ? 'day' : time.second === null ? 'minute' : 'second'
  return {
    year,
    month,
    day,
    hour: time?.hour ?? 0,
    minute: time?.minute ?? 0,
    second: time?.second ?? 0,
    offset,
    precision,
    raw,
  }
}

/** As it is served. */
export function toPublished(stated: StatedInstant): Published {
  const { precision, offset } = stated
  const raw = servedText(stated.raw)
  if (precision === 'day') return { at: dayText(stated), timeZone: null, zoneFrom: null, precision, raw }
  const at = offset === null ? wallText(stated) : wallText(stated) + offsetText(offset)
  return { at, timeZone: null, zoneFrom: offset === null ? null : 'metadata', precision, raw }
}

/** The same instant on a clock that is `offset` minutes ahead of UTC. */
export function onClock(stated: StatedInstant, offset: number): StatedInstant {
  const date = new Date(wallAsUtc(stated) + (offset - (stated.offset ?? 0)) * 60_000)
  const wall = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
  return { ...stated, ...wall, offset }
}

/** Minutes since the epoch of the wall time, were it one of UTC. */
export function wallMinutes(wall: WallTime): number {
  return Math.floor(wallAsUtc(wall) / 60_000)
}
