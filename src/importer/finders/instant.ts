import type { Published } from '../../domain/article.ts'
import type { FoundDate } from '../../language/dates.ts'
import { fold } from '../../language/fold.ts'
import { dayText, offsetOfWallTime, offsetText, wallText } from '../../language/time-zone.ts'
import type { Line, Page } from '../page.ts'
import { findCity } from './clock-city.ts'
import type { PublisherZone } from './publisher-zone.ts'

/**
 * The instant as it is served: with the offset or the zone that its lines name, else with that of the city on them,
 * else with the publisher's; without an offset where none is known. What is doubtful is noted.
 */
export function readInstant(page: Page, lines: Line[], date: FoundDate, publisher: PublisherZone): Published {
  const note = (reason: string) => page.notes.push({ rule: 'date-line', line: lines[0]?.first ?? 1, reason })
  if (date.wrongWeekday !== null) note(`the date is not a ${date.wrongWeekday}`)
  if (date.ambiguousOrder) note('day and month could be read either way round')
  const raw = lines.map((line) => line.text).join(' ')
  if (date.time === null) return { at: dayText(date), timeZone: null, zoneFrom: null, precision: 'day', raw }
  const { hour, minute, second } = date.time
  const shown = { ...date, hour, minute, second: second ?? 0 }
  const wall = wallText(shown)
  const precision = second === null ? 'minute' : 'second'
  if (date.offset !== null)
    return { at: wall + offsetText(date.offset), timeZone: date.timeZone, zoneFrom: 'offset', precision, raw }
  const city = lines.map((line) => findCity(page, line)).find((found) => found !== null)?.timeZone
  const clock = city === undefined ? publisher(shown, writtenIn(date, fold(raw))) : null
  if (clock?.why) note(`no zone is stated; ${clock.why}`)
  const timeZone = city ?? clock?.timeZone ?? null
  const zone = timeZone === null ? null : offsetOfWallTime(timeZone, shown)
  if (zone?.exists === false) note(`clocks in ${timeZone} never showed this time`)
  const offset = zone?.offset ?? clock?.offset
  if (offset === undefined) return { at: wall, timeZone: null, zoneFrom: null, precision, raw }
  const zoneFrom = city === undefined ? 'publisher' : 'city'
  return { at: wall + offsetText(offset), timeZone, zoneFrom, precision, raw }
}

/** Names of months that few countries have: غشت is August in Morocco alone, جويلية July in Algeria and Tunisia. */
const REGIONAL: [names: RegExp, countries: string[]][] = [
  [/(?<!\p{L})(?:غشت|شتنبر|نونبر|دجنبر|يوليوز)(?!\p{L})/u, ['ma']],
  [/(?<!\p{L})(?:جانفي|جانفى|فيفري|فيفرى|افريل|جوان|جويليه|اوت)(?!\p{L})/u, ['dz', 'tn']],
]

/** The countries where dates are written as this one is: in Iran's calendar, with Morocco's months. */
function writtenIn(date: FoundDate, folded: string): string[] {
  if (date.calendar === 'persian') return ['ir']
  return REGIONAL.find(([names]) => names.test(folded))?.[1] ?? []
}
