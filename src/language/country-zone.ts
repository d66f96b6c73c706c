import { offsetOfWallTime, type WallTime } from './time-zone.ts'

/** Where the runtime lists a country's zones: a property in older ones, a method in newer. */
type WithZones = { timeZones?: string[]; getTimeZones?: () => string[] | undefined }

/** Countries whose press keeps the clock of the capital: the other zones are those of islands and of a few border regions. */
const PRESS: Record<string, string> = {
  ...{ br: 'America/Sao_Paulo', cl: 'America/Santiago', cn: 'Asia/Shanghai', cy: 'Asia/Nicosia' },
  ...{ ec: 'America/Guayaquil', es: 'Europe/Madrid', gl: 'America/Nuuk', kz: 'Asia/Almaty' },
  ...{ mn: 'Asia/Ulaanbaatar', my: 'Asia/Kuala_Lumpur', nz: 'Pacific/Auckland', pt: 'Europe/Lisbon' },
  ua: 'Europe/Kyiv',
}

const zonesByCountry = new Map<string, string[]>()

/**
 * The IANA zone of a country's press, by its two-letter code; null for a country with several clocks that showed `wall`
 * at different instants, and for a code of none. "de" has Berlin and Büsingen, which agree; Spain's is Madrid's.
 */
export function zoneOfCountry(code: string, wall: WallTime): string | null {
  const [first, ...others] = zonesOf(code)
  if (first === undefined) return null
  const { offset } = offsetOfWallTime(first, wall)
  return others.every((zone) => offsetOfWallTime(zone, wall).offset === offset) ? first : null
}

/** The offset that all of these countries had at a wall time, in minutes; null where they differ or one has no zone. */
export function sharedOffset(codes: readonly string[], wall: WallTime): number | null {
  const offsets = new Set(
    codes.map((code) => {
      const zone = zoneOfCountry(code, wall)
      return zone === null ? null : offsetOfWallTime(zone, wall).offset
    }),
  )
  const [offset] = offsets
  return offsets.size === 1 && offset !== undefined ? offset : null
}

function zonesOf(code: string): string[] {
  let zones = zonesByCountry.get(code)
  if (zones === undefined) {
    const press = PRESS[code]
    zones = press === undefined ? readZones(code) : [press]
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
