import type { Published } from '../../domain/article.ts'
import { type FoundDate, wordsBesideDates } from '../../language/dates.ts'
import { fold } from '../../language/fold.ts'
import { dayText, offsetOfWallTime, offsetText, wallText } from '../../language/time-zone.ts'
import type { Line, Page } from '../page.ts'
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

/** Clocks that are named by their country: "بتوقيت الكويت". */
const CLOCK_OF = /بتوقيت\s(?:مدينه\s)?(?<first>[\p{L}]{2,12})(?:\s(?<second>[\p{L}]{2,12}))?/u
const COUNTRY_CLOCKS: Record<string, string> = {
  ...{ مصر: 'Africa/Cairo', السودان: 'Africa/Khartoum', ليبيا: 'Africa/Tripoli', تونس: 'Africa/Tunis' },
  ...{ الجزاير: 'Africa/Algiers', المغرب: 'Africa/Casablanca', السعوديه: 'Asia/Riyadh', الامارات: 'Asia/Dubai' },
  ...{ الكويت: 'Asia/Kuwait', قطر: 'Asia/Qatar', البحرين: 'Asia/Bahrain', اليمن: 'Asia/Aden', العراق: 'Asia/Baghdad' },
  ...{ الاردن: 'Asia/Amman', لبنان: 'Asia/Beirut', سوريا: 'Asia/Damascus', سوريه: 'Asia/Damascus' },
  ...{ فلسطين: 'Asia/Hebron', تركيا: 'Europe/Istanbul' },
}

/** Words that only say that a clock is meant: "بتوقيت القاهرة", "Moscow time", "heure de Paris". */
const CLOCK_WORDS =
  /(?<![\p{L}\p{M}])(?:بتوقيت|توقيت|مدينه|local|time|heure\s(?:de|d)|hora\s(?:de|em)|ora\s(?:di|de)|uhr|saati(?:yle)?|по|время)(?![\p{L}\p{M}])/gu

/** The city whose clock the date line names beside its date or time, e.g. "2020.10.02 | 16:43 دمشق", with its zone. */
export function findCity(page: Page, line: Line): { name: string; timeZone: string } | null {
  const { first = '', second = '' } = (CLOCK_OF.exec(line.folded.slice(0, 300))?.groups ?? {}) as Record<string, string>
  for (const name of first === '' ? [] : [`${first} ${second}`.trim(), first]) {
    const timeZone = page.lexicon.timeZoneOf(name) ?? COUNTRY_CLOCKS[name]
    if (timeZone !== undefined) return { name, timeZone }
  }
  for (const words of wordsBesideDates(line.folded)) {
    const name = words.replace(CLOCK_WORDS, ' ').replace(/\s+/g, ' ').trim()
    const timeZone = page.lexicon.timeZoneOf(name)
    if (timeZone !== null) return { name, timeZone }
  }
  return null
}
