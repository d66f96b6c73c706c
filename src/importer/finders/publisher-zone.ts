import { zoneOfCountry } from '../../language/country-zone.ts'
import type { WallTime } from '../../language/time-zone.ts'
import type { Page } from '../page.ts'

/** The publisher's zone at a wall time; null where it is not known. */
export type PublisherZone = (wall: WallTime) => string | null

/** Addresses as text has them: links, "www.…" and mail; a bare word with a point in it may be a typing error. */
const ADDRESS = /(?:https?:\/\/|www\.|[\w.+-]{1,64}@)(?<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/g
const BARE_HOST = /^(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2}$/

/** Top-level domains of countries that anybody takes, for their letters: bit.ly, youtu.be, t.me. */
const GENERIC = new Set(
  'ac ag ai am as be bz cc cd cf co cx dj fm ga gd gg gl gq gs im io is la li lk ly me ml mn ms mu nu pw sc sh so st su tf tk to tv vc vg ws'.split(
    ' ',
  ),
)
/** Domains that are not the code of their country. */
const COUNTRIES: Record<string, string> = { uk: 'gb' }

/**
 * The zone of the one country whose top-level domain the capture's own address has, or, without such an address, all
 * addresses on the page that have a country's: "www.site.dk", "redaktion@site.dk". A country with several clocks has none.
 */
export function publisherZone(page: Page, url: string | null): PublisherZone {
  const country = url === null ? null : countryOf(hostOf(url))
  const [found, ...others] = country === null ? countriesOn(page) : [country]
  if (found === undefined || others.length > 0) return () => null
  return (wall) => zoneOfCountry(found, wall)
}

function countriesOn(page: Page): string[] {
  const found = new Set<string>()
  for (const { folded } of page.lines) {
    if (folded.length > 2000) continue
    const hosts = BARE_HOST.test(folded)
      ? [folded]
      : [...folded.matchAll(ADDRESS)].map((match) => match.groups?.host ?? '')
    for (const country of hosts.map(countryOf)) if (country !== null) found.add(country)
  }
  return [...found]
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}

function countryOf(host: string): string | null {
  const domain = /\.([a-z]{2})$/.exec(host.toLowerCase())?.[1]
  return domain === undefined || GENERIC.has(domain) ? null : (COUNTRIES[domain] ?? domain)
}
