import type { Span } from './spans.ts'
import { readOffset } from './zone-names.ts'

export type ClockTime = { hour: number; minute: number; second: number | null }

/**
 * `offset`: minutes east of UTC that follow the time directly; null where none does. `loose`: the form is also that of
 * other numbers ("14.35", "17 uhr", "4 am"), so that it is a time only next to a date.
 */
export type FoundTime = Span & ClockTime & { offset: number | null; loose: boolean }

/** Half of the day, before the hour as in Chinese, Japanese and Korean, or behind it. */
const BEFORE_NOON = 'ق\\.?\\s?ظ|صباحا|π\\.?\\s?μ\\.?|पूर्वाह्न|öö'
const AFTER_NOON = 'ب\\.?\\s?ظ|مساء|ظهرا|عصرا|μ\\.?\\s?μ\\.?|अपराह्न'
const HALF = `(?<half>[ap]\\.?\\s?m\\.?(?!\\p{L})|${BEFORE_NOON}|${AFTER_NOON}|[صم](?![\\p{L}\\p{M}])|o[os](?!\\p{L}))`
const HALF_BEFORE = '(?<early>오전|上午|午前|凌晨|早上|清晨|오후|下午|午後|晚上|中午)'
const HOUR = '(?<hour>[01]?\\d|2[0-3])'
const MINUTE = '(?<minute>[0-5]\\d)'
const ZONE = '(?<zone>z(?!\\p{L})|\\s?[+-](?:0\\d|1[0-4]):?(?:00|15|30|45)(?!\\d))'
const SECOND = '(?:\\s?:\\s?(?<second>[0-5]\\d)(?:\\.\\d{1,9})?)?'
/** A time may be glued to the year before it: "March 4, 202412:45 PM". */
const START = '(?:(?<![\\d.:])|(?<=(?<!\\d)20\\d\\d))'

const CERTAIN = [
  new RegExp(
    `(?:${HALF_BEFORE}\\s?)?${START}${HOUR}(?:\\s?[:٫]\\s?|h)${MINUTE}${SECOND}(?!\\d)(?:\\s?${HALF})?(?:\\suhr(?!\\p{L}))?${ZONE}?`,
    'gu',
  ),
  new RegExp(`(?<!\\d)(?:${HALF_BEFORE}\\s?)?${HOUR}\\s?[时時点點시]\\s?(?<minute>[0-5]?\\d)\\s?[分분]`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:kl|klo|kello)\\.?\\s?${HOUR}[.:]${MINUTE}(?!\\d)`, 'gu'),
  new RegExp(`${START}${HOUR}\\.${MINUTE}\\s?(?:uhr(?!\\p{L})|${HALF})`, 'gu'),
]
const LOOSE = [
  new RegExp(`${START}${HOUR}\\s?[.h]\\s?${MINUTE}(?![\\d]|[.]\\d)`, 'gu'),
  new RegExp(`${START}${HOUR}\\s?(?:${HALF}|uhr(?!\\p{L})|h(?![\\p{L}\\d]))`, 'gu'),
]

/** Times of day in folded text: "16:43", "9:05 ص", "4:30 pm", "08h12", "22:21:07.123+04:00", "午後3時5分", "kl. 14.35". */
export function findTimes(line: string): FoundTime[] {
  const found: FoundTime[] = []
  if (!/\d[\s:٫.h时時点點시apuصم]/u.test(line)) return found
  for (const [patterns, loose] of [[CERTAIN, false] as const, [LOOSE, true] as const]) {
    for (const match of patterns.flatMap((pattern) => [...line.matchAll(pattern)])) {
      const time = { ...readTime(match), loose }
      if (!found.some(({ start, end }) => start < time.end && time.start < end)) found.push(time)
    }
  }
  return found
}

function readTime(match: RegExpExecArray): Omit<FoundTime, 'loose'> {
  const { hour, minute, second, half, early, zone } = match.groups as Record<string, string | undefined>
  return {
    start: match.index,
    end: match.index + match[0].length,
    hour: toTwentyFour(Number(hour), half ?? early),
    minute: Number(minute ?? 0),
    second: second === undefined ? null : Number(second),
    offset: zone === undefined ? null : zone === 'z' ? 0 : readOffset(zone),
  }
}

/** A 24-hour time with a marker stays as it is ("16:14 م" is seen); 12 at night is 0, 11:30 "noon" is before it. */
function toTwentyFour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  if (/^(?:ظ|中午)/.test(half)) return hour < 11 ? hour + 12 : hour
  return (hour % 12) + (/^(?:p|ب|م|عصر|os|μ|अ|오후|下午|午後|晚上)/u.test(half) ? 12 : 0)
}
