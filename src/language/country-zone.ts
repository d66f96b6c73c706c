import { offsetOfWallTime, type WallTime } from './time-zone.ts'

/** Where the runtime lists a country's zones: a property in older ones, a method in newer. */
type WithZones = { timeZones?: string[]; getTimeZones?: () => string[] | undefined }

const zonesByCountry = new Map<string, string[]>()

/**
 * The IANA zone of a country, by its two-letter code, where all its zones showed `wall` at the same instant; null for
 * a country with several clocks and for a code of none. "de" has Berlin and Büsingen, which agree; "es" the Canaries.
 */
export function zoneOfCountry(code: string, wall: WallTime): string | null {
  const [first, ...others] = zonesOf(code)
  if (first === undefined) return null
  const { offset } = offsetOfWallTime(first, wall)
  return others.every((zone) => offsetOfWallTime(zone, wall).offset === offset) ? first : null
}

function zonesOf(code: string): string[] {
  let zones = zonesByCountry.get(code)
  if (zones === undefined) {
    zones = readZones(code)
    zonesByCountry.set(code, zones)
  }
  return zones
}

function readZones(code: string): string[] {
  try {
    const locale = new Intl.Locale(`und-${code}`) as WithZones
    return locale.getTimeZones?.() ?? locale.timeZones ?? []
  } catch {
    return []
  }
}
