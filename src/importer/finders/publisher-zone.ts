import { sharedOffset, zoneOfCountry } from '../../language/country-zone.ts'
import { detectLanguage } from '../../language/detect.ts'
import { countriesOf } from '../../language/language-countries.ts'
import { offsetOfWallTime, type WallTime } from '../../language/time-zone.ts'
import { linesOf, type Page, type Region } from '../page.ts'
import { zoneOfPageClock, zoneOfPublishersCity } from './publisher-city.ts'
import { countriesOn, countryOfUrl } from './publisher-countries.ts'

/**
 * The publisher's offset at a wall time, in minutes, and its zone where that is known to be one; `why`: what was
 * concluded from no address at all. null where nothing tells.
 */
export type PublisherClock = { offset: number; timeZone: string | null; why: string | null }
/** `writtenIn`: the countries where dates are written as this one is; none where they are many. */
export type PublisherZone = (wall: WallTime, writtenIn: string[]) => PublisherClock | null

/**
 * The clock of the publisher: that of the country under whose domain the capture was; else of the city whose time the
 * page's head shows, or of that in its postal address, of the one country that the page's addresses and telephones are
 * in, of the countries whose press is written in its language, or of those where it is sold at a price in its money.
 */
export function publisherZone(page: Page, body: Region, url: string | null): PublisherZone {
  return (wall, writtenIn) => {
    const own = countryOfUrl(url)
    if (own !== null) return ofCountry(own, wall)
    const city = zoneOfPageClock(page, body) ?? zoneOfPublishersCity(page, body)
    if (city !== null) return ofZone(city, wall)
    return ofCountries(page, body, wall, writtenIn)
  }
}

/** A country outside of those of the language needs two lines that name it: a Danish page of Nuuk has its numbers. */
function ofCountries(page: Page, body: Region, wall: WallTime, writtenIn: string[]): PublisherClock | null {
  const language = languageOf(page, body)
  const known = writtenIn.length > 0 ? writtenIn : countriesOf(language)
  const found = countriesOn(page, body)
  const fitting = [...found.keys()].filter((code) => known.includes(code))
  const [only, ...others] = fitting.length > 0 ? fitting : [...found.keys()]
  if (only !== undefined) {
    if (others.length > 0) return ofShared([only, ...others], wall, null)
    const isEnough = known.length === 0 || fitting.length > 0 || (found.get(only) ?? 0) > 1
    return isEnough ? ofCountry(only, wall) : null
  }
  const by = writtenIn.length > 0 ? 'where dates are written so' : `the press in its language, ${language}`
  if (known.length > 0) return ofShared(known, wall, `the clock of ${by}`)
  const priced = pricedIn(page, body, language)
  return priced === null ? null : ofShared(priced.countries, wall, `the clock of where it is sold for ${priced.sign}`)
}

function languageOf(page: Page, body: Region): string {
  const text = linesOf(page, body).map((line) => line.text)
  return detectLanguage(text.join('\n')).language
}

/** Countries by language and the sign of their money; English is also Ireland's and Malta's, so the euro tells nothing there. */
const MONEY: [language: string, sign: string, countries: string[]][] = [
  ['fr', '€', ['fr', 'be', 'lu']],
  ['es', '€', ['es']],
  ['pt', '€', ['pt']],
  ['pt', 'r$', ['br']],
  ['en', '£', ['gb']],
  ['en', '₹', ['in']],
  ['en', '₦', ['ng']],
  ['en', '₱', ['ph']],
]

/** What a subscription costs stands in the menu or the footer: "S'abonner dès 5,49 €/mois". */
function pricedIn(page: Page, body: Region, language: string): { sign: string; countries: string[] } | null {
  for (const [of, sign, countries] of MONEY) {
    const isPrice = ({ folded, index }: Page['lines'][number]) =>
      (index < body.start || index > body.end) && folded.length <= 120 && /\d/.test(folded) && folded.includes(sign)
    if (of === language && page.lines.some(isPrice)) return { sign, countries }
  }
  return null
}

function ofCountry(code: string, wall: WallTime): PublisherClock | null {
  const zone = zoneOfCountry(code, wall)
  return zone === null ? null : ofZone(zone, wall)
}

function ofZone(timeZone: string, wall: WallTime): PublisherClock {
  return { offset: offsetOfWallTime(timeZone, wall).offset, timeZone, why: null }
}

function ofShared(codes: string[], wall: WallTime, why: string | null): PublisherClock | null {
  const offset = sharedOffset(codes, wall)
  const timeZone = codes.length === 1 ? zoneOfCountry(codes[0] as string, wall) : null
  return offset === null ? null : { offset, timeZone, why }
}
