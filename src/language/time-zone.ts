/** A wall-clock time: what a clock in some place shows. Months and days from 1. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const DAY = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** The zone's offset from UTC in minutes at an instant (milliseconds since the epoch). @throws RangeError for an unknown zone */
export function offsetAt(timeZone: string, instant: number): number {
  if (timeZone === 'UTC') return 0 // the days of most queries; to ask Intl takes longer than to find their articles
  const name = formatterOf(timeZone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/**
 * The offset in minutes that clocks in the zone had when they showed `wall`, and whether they ever showed it: clocks
 * that are put forward skip an hour (in Damascus, 2020-03-27 00:30). Of an hour shown twice it is the first.
 */
export function offsetOfWallTime(timeZone: string, wall: WallTime): { offset: number; exists: boolean } {
  const asUtc = wallAsUtc(wall)
  const candidates = [offsetAt(timeZone, asUtc - DAY), offsetAt(timeZone, asUtc + DAY)]
  // No clock is changed twice in two days.
  if (candidates[0] === candidates[1]) return { offset: candidates[0] as number, exists: true }
  const fitting = candidates.find((offset) => offsetAt(timeZone, asUtc - offset * 60_000) === offset)
  return { offset: fitting ?? (candidates[0] as number), exists: fitting !== undefined }
}

/**
 * When the day begins in the zone, in milliseconds since the epoch. Where the clocks skip midnight (Damascus, 2020-03-27:
 * 00:00 becomes 01:00), it begins at the change.
 */
export function startOfDay(day: Pick<WallTime, 'year' | 'month' | 'day'>, timeZone: string): number {
  const midnight = { ...day, hour: 0, minute: 0, second: 0 }
  if (timeZone === 'UTC') return wallAsUtc(midnight)
  return wallAsUtc(midnight) - offsetOfWallTime(timeZone, midnight).offset * 60_000
}

/** A clock's distance from UTC as RFC 3339 writes it: 180 → "+03:00". */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

/** Date and time as RFC 3339 writes them, without an offset: "2020-10-02T16:43:00". */
export function wallText(wall: WallTime): string {
  return `${dayText(wall)}T${[wall.hour, wall.minute, wall.second].map(twoDigits).join(':')}`
}

/** "2020-10-02" */
export function dayText({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): string {
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** Milliseconds since the epoch, were the wall time one of UTC. */
export function wallAsUtc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
