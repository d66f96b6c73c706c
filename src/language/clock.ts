export type Span = { start: number; end: number }

export type ClockTime = { hour: number; minute: number; second: number | null }

/** `offset`: minutes east of UTC that follow the time directly; null where none does. */
export type FoundTime = Span & ClockTime & { offset: number | null }

const TIME =
  /(?<![\d.:])(?<hour>[01]?\d|2[0-3])(?:\s?[:٫]\s?|h)(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.\d{1,9})?)?(?!\d)(?:\s?(?<half>[ap]\.?\s?m\.?(?![\p{L}])|ق\.?\s?ظ|ب\.?\s?ظ|صباحا|مساء|ظهرا|[صم](?![\p{L}\p{M}])|oo|os))?(?<zone>z(?![\p{L}])|\s?[+-](?:0\d|1[0-4]):?(?:00|15|30|45)(?!\d))?/gu

/** Times of day in folded text: "16:43", "9:05 ص", "4:30 pm", "08h12", "22:21:07.123+04:00". */
export function findTimes(line: string): FoundTime[] {
  return [...line.matchAll(TIME)].map((match) => {
    const { hour, minute, second, half, zone } = match.groups as Record<string, string | undefined>
    return {
      start: match.index,
      end: match.index + match[0].length,
      hour: toTwentyFour(Number(hour), half),
      minute: Number(minute),
      second: second === undefined ? null : Number(second),
      offset: zone === undefined ? null : zone === 'z' ? 0 : readOffset(zone),
    }
  })
}

/** A 24-hour time with a marker stays as it is ("16:14 م" is seen); 12 at night is 0, 11:30 "noon" is before it. */
function toTwentyFour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  if (half.startsWith('ظ')) return hour < 11 ? hour + 12 : hour
  return (hour % 12) + (/^(?:p|ب|م|os)/.test(half) ? 12 : 0)
}

const OFFSET =
  /(?<![\p{L}])(?:gmt|utc|(?:بتوقيت\s)?(?:غرينتش|جرينتش|غرينيتش))(?![\p{L}])\s?(?<sign>[+-]?\s?(?:0?\d|1[0-4])(?::?(?:00|15|30|45))?(?![\d:.]))?/gu

/** Names that stand for one offset only, in minutes; IST and CST are those of several places, and so not here. */
const NAMED_OFFSETS: Record<string, number> = {
  ...{ est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
  ...{ bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, trt: 180, gst: 240, jst: 540 },
}
const NAMED_OFFSET = new RegExp(`(?<!\\p{L})(?:${Object.keys(NAMED_OFFSETS).join('|')})(?!\\p{L})`, 'gu')

/** Offsets from UTC in folded text that stand apart from a time: "gmt+0400", "بتوقيت غرينتش", "edt". */
export function findOffsets(line: string): (Span & { offset: number })[] {
  const signed = [...line.matchAll(OFFSET)].map((match) => {
    const { sign = '' } = match.groups as { sign?: string }
    const isSign = /^[+-]/.test(sign)
    const end = match.index + match[0].length - (isSign ? 0 : sign.length)
    return { start: match.index, end, offset: isSign ? readOffset(sign) : 0 }
  })
  const named = [...line.matchAll(NAMED_OFFSET)].map((match) => {
    const [name] = match
    return { start: match.index, end: match.index + name.length, offset: NAMED_OFFSETS[name] as number }
  })
  return [...signed, ...named]
}

/** "+3", "+03", "+0330", "-03:30" in minutes. */
function readOffset(text: string): number {
  const [, sign, hours, minutes] = /([+-])\s?(\d{1,2}):?(\d{2})?/.exec(text) as RegExpExecArray
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
}
