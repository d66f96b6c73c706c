import type { Published } from '../../domain/article.ts'
import { findDates } from '../../language/dates.ts'
import { fold } from '../../language/fold.ts'
import { type WallTime, wallAsUtc } from '../../language/time-zone.ts'

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
  if (
    wall.month < 1 ||
    wall.month > 12 ||
    wall.day < 1 ||
    wall.day > 31 ||
    wall.hour > 23 ||
    wall.minute > 59 ||
    wall.second > 59
  )
    return null
  // A Persian or Hijri year is one of text.
  if (wall.year < 1990 || wall.year > 2099) return wall.year < 1500 ? readDateInText(raw) : null
  const precision = hour === null ? 'day' : second === null ? 'minute' : 'second'
  return { ...wall, offset: hour === null ? null : offsetOf(match), precision, raw }
}

function offsetOf([, , , , , , , utc, sign, hours, minutes]: RegExpExecArray): number | null {
  if (utc !== undefined) return 0
  if (sign === undefined) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
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

/** As it is served, with `offset` in place of the stated one where that is given. */
export function toPublished(stated: StatedInstant): Published {
  const { precision, offset, raw } = stated
  const day = [pad(stated.year, 4), pad(stated.month), pad(stated.day)].join('-')
  if (precision === 'day') return { at: day, timeZone: null, zoneFrom: null, precision, raw }
  const wall = `${day}T${[stated.hour, stated.minute, stated.second].map((part) => pad(part)).join(':')}`
  return {
    at: offset === null ? wall : wall + offsetText(offset),
    timeZone: null,
    zoneFrom: offset === null ? null : 'metadata',
    precision,
    raw,
  }
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

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0')
}
