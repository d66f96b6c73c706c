import type { Span } from './spans.ts'

/** What a name of a zone in a date line stands for: minutes east of UTC, or an IANA zone whose clock decides them. */
export type FoundZone = Span & ({ offset: number } | { timeZone: string })

const SIGNED =
  /(?<![\p{L}])(?:gmt|utc|(?:بتوقيت\s)?(?:غرينتش|جرينتش|غرينيتش|جرينيتش)|ج\sم\sت)(?![\p{L}])\s?(?<sign>[+\u2212-]?\s?(?:0?\d|1[0-4])(?::?(?:00|15|30|45))?(?![\d:.]))?/gu

/**
 * Names of zones in folded text. Those of clocks that change twice a year are loosely used ("EST" in July), so they stand
 * for the zone and not for one offset. Two letters count only behind am or pm: "et" is also a word. AST and the like are
 * those of several places, and so not here.
 */
const NAMES: [names: string, zone: number | string][] = [
  ['est|edt|eastern\\s(?:standard\\s|daylight\\s)?time|(?<=[ap]\\.?m\\.?\\s?\\(?)(?:et|eastern)', 'America/New_York'],
  ['cdt|central\\s(?:standard\\s|daylight\\s)?time|(?<=[ap]\\.?m\\.?\\s?\\(?)(?:ct|cst|central)', 'America/Chicago'],
  ['mdt|(?<=[ap]\\.?m\\.?\\s?\\(?)(?:mt|mst)', 'America/Denver'],
  ['pdt|pacific\\stime|(?<=[ap]\\.?m\\.?\\s?\\(?)(?:pt|pst|pacific)', 'America/Los_Angeles'],
  ['bst|uk\\stime', 'Europe/London'],
  ['ce[s]?t|mes?z|heure\\sde\\sparis|hora\\speninsular|ora\\sitaliana|среднеевропейскому времени', 'Europe/Paris'],
  ['eest|eet', 'Europe/Athens'],
  ['msk|мск|московскому\\sвремени|московское\\sвремя', 'Europe/Moscow'],
  ['київським\\sчасом|за\\sкиєвом|киевскому\\sвремени', 'Europe/Kyiv'],
  ['trt|tsi|turkiye\\ssaati', 'Europe/Istanbul'],
  ['gst|uae\\stime', 240],
  ['ist', 'Asia/Kolkata'],
  ['pkt', 300],
  ['wib', 420],
  ['wita', 480],
  ['sgt|hkt|pht|myt|awst', 480],
  ['ict', 420],
  ['jst|kst', 540],
  ['aest|aedt|aet', 'Australia/Sydney'],
  ['nzst|nzdt|nzt', 'Pacific/Auckland'],
  ['sast|cat', 120],
  ['eat', 180],
  ['wat', 60],
  ['brt|horario\\sde\\sbrasilia', -180],
  ['توقيت\\sمكه(?:\\sالمكرمه)?', 'Asia/Riyadh'],
]

const NAMED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${NAMES.map(([names], index) => `(?<z${index}>${names})`).join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
)
/** All names are letters; a line that has none of these needs no search. */
const MAY_NAME = /[a-z]{2}|мск|врем|ким|києв|توقيت|غرين|جرين|ج\sم/u

/** Offsets and zones that folded text names apart from a time: "gmt+0400", "بتوقيت غرينتش", "(cest)", "pm et". */
export function findZones(line: string): FoundZone[] {
  if (!MAY_NAME.test(line)) return []
  const signed = [...line.matchAll(SIGNED)].map((match) => {
    const { sign = '' } = match.groups as { sign?: string }
    const isSign = /^[+\u2212-]/.test(sign)
    const end = match.index + match[0].length - (isSign ? 0 : sign.length)
    return { start: match.index, end, offset: isSign ? readOffset(sign) : 0 }
  })
  const named = [...line.matchAll(NAMED)].map((match) => {
    const index = NAMES.findIndex((_, at) => match.groups?.[`z${at}`] !== undefined)
    const zone = (NAMES[index] as [string, number | string])[1]
    const span = { start: match.index, end: match.index + match[0].length }
    return typeof zone === 'number' ? { ...span, offset: zone } : { ...span, timeZone: zone }
  })
  return [...signed, ...named]
}

/** "+3", "+03", "+0330", "-03:30" in minutes. */
export function readOffset(text: string): number {
  const [, sign, hours, minutes] = /([+\u2212-])\s?(\d{1,2}):?(\d{2})?/.exec(text) as RegExpExecArray
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0))
}
