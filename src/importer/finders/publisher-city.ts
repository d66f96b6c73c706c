import { findDates, findLoneTimes } from '../../language/dates.ts'
import type { Page, Region } from '../page.ts'
import { findCity } from './clock-city.ts'

/** What stands beside a city in a postal address: "123112, Москва", "London SE1 9GF", "Washington, DC 20002", "75013 Paris". */
const POSTAL = [
  /(?<!\d)\d{5,6},?\s(?:[gг]\.\s?)?(?<city>[\p{L}\p{M}'-]{3,20}(?:\s[\p{L}\p{M}'-]{3,20})?)/gu,
  /(?<city>[\p{L}\p{M}'-]{3,20}(?:\s[\p{L}\p{M}'-]{3,20})?),?\s(?:[a-z]{1,2}\d{1,2}[a-z]?\s\d[a-z]{2}|(?:[a-z]{2}\.?,?\s)?\d{5,6})(?![\p{L}\d])/gu,
]
const LONGEST = 600

/** The zone of the city in the publisher's postal address, behind the text; null without one, and where cities differ. */
export function zoneOfPublishersCity(page: Page, body: Region): string | null {
  const zones = new Set<string>()
  for (const { folded } of page.lines.slice(body.end + 1)) {
    if (folded.length > LONGEST || !/\d/.test(folded)) continue
    for (const match of POSTAL.flatMap((pattern) => [...folded.matchAll(pattern)])) {
      const zone = zoneOfWords(page, match.groups?.city ?? '')
      if (zone !== null) zones.add(zone)
    }
  }
  const [zone] = zones
  return zones.size === 1 && zone !== undefined ? zone : null
}

/** Cities of a country of several clocks whose addresses are in their own script. */
const OWN_SCRIPT: Record<string, string> = { москва: 'Europe/Moscow', 'санкт-петербург': 'Europe/Moscow' }

/** Of two words the city may be both, the first or the last: "new york", "москва пресненская", "road london". */
function zoneOfWords(page: Page, words: string): string | null {
  const [first = '', second = ''] = words.split(' ')
  const zones = [words, second, first].map((name) => OWN_SCRIPT[name] ?? page.lexicon.timeZoneOf(name))
  return zones.find((zone) => zone !== null) ?? null
}

const LONGEST_CLOCK = 80

/** The zone of the city that names the page's own clock, above the text: "القاهرة: الجمعة، 10 أبريل 2026 03:27 م". */
export function zoneOfPageClock(page: Page, body: Region): string | null {
  for (const line of page.lines.slice(0, body.start)) {
    const { folded } = line
    if (folded.length > LONGEST_CLOCK || !/\d/.test(folded) || page.claims.get(line)?.role === 'date') continue
    const isClock = findDates(folded).some(({ time }) => time !== null) || findLoneTimes(folded).length === 1
    const city = isClock ? findCity(page, line) : null
    if (city !== null) return city.timeZone
  }
  return null
}
