import { fold } from './fold.ts'

export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura'

/** A month by its folded name: the same name never means two months. */
export type MonthName = { month: number; calendar: Calendar }

/** Arabic names differ by region: كانون الثاني (Levant), جانفي (Algeria, Tunisia), يناير and غشت (Morocco). */
const LOCALES = [
  ...['ar', 'ar-SY', 'ar-IQ', 'ar-DZ', 'ar-MA', 'ar-MR', 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr', 'ru', 'uk'],
  ...['pl', 'cs', 'sv', 'da', 'nb', 'fi', 'hu', 'ro', 'el', 'bg', 'id', 'hi', 'he', 'ca'],
]

/** Spellings that ICU does not have. */
const VARIANTS: [string, number][] = [
  ['ابريل', 4],
  ['افريل', 4],
  ['اغسطس', 8],
  ['اوت', 8],
  ['ايلول', 9],
  ['سبتمبر', 9],
  ['sept', 9],
]

/** Month names of all known languages and calendars, folded, without a trailing point. Built on first use. */
export const monthNames: () => ReadonlyMap<string, MonthName> = once(() => {
  const names = new Map<string, MonthName>()
  const clashes = new Set<string>()
  const add = (name: string, month: number, calendar: Calendar) => {
    const key = fold(name).replace(/[.]/g, '').trim()
    const known = names.get(key)
    if (known !== undefined && (known.month !== month || known.calendar !== calendar)) clashes.add(key)
    else if (key.length > 1 && !/^\d/.test(key)) names.set(key, { month, calendar })
  }
  for (const locale of LOCALES) for (const [name, month] of monthsOf(locale, 'gregory')) add(name, month, 'gregory')
  for (const [name, month] of VARIANTS) add(name, month, 'gregory')
  for (const [name, month] of monthsOf('fa', 'persian')) add(name, month, 'persian')
  for (const [name, month] of monthsOf('ar', 'islamic-umalqura')) add(name, month, 'islamic-umalqura')
  for (const name of clashes) names.delete(name)
  return names
})

/** Days of the week by folded name, Sunday 0. */
export const weekdayNames: () => ReadonlyMap<string, number> = once(() => {
  const names = new Map<string, number>()
  for (const locale of [...LOCALES, 'fa']) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    for (let day = 0; day < 7; day++) names.set(fold(format.format(Date.UTC(2023, 0, 1 + day))), day)
  }
  return names
})

/** Names in running text ("5 июня") and alone ("июнь"), long and short. */
function* monthsOf(locale: string, calendar: Calendar): Generator<[string, number]> {
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric' as const }]) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { ...options, timeZone: 'UTC' })
      const number = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { month: 'numeric', timeZone: 'UTC' })
      for (let day = 0; day < 366; day += 14) {
        const date = Date.UTC(2023, 0, 1 + day)
        const name = format.formatToParts(date).find((part) => part.type === 'month')?.value
        if (name !== undefined) yield [name, Number.parseInt(number.format(date), 10)]
      }
    }
  }
}

export type CalendarDate = { year: number; month: number; day: number }

/**
 * The Gregorian date of a date in another calendar, by ICU's tables (checked: 2 Tir 1399 = 2020-06-22); null where the
 * calendar has no such date.
 */
export function toGregorian(date: CalendarDate, calendar: Calendar): CalendarDate | null {
  if (calendar === 'gregory') return isGregorian(date) ? date : null
  const start = calendar === 'persian' ? persianGuess(date) : islamicGuess(date)
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  for (let step = -5; step <= 5; step++) {
    const instant = start + step * 86_400_000
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    )
    if (parts.year === date.year && parts.month === date.month && parts.day === date.day) {
      const found = new Date(instant)
      return { year: found.getUTCFullYear(), month: found.getUTCMonth() + 1, day: found.getUTCDate() }
    }
  }
  return null
}

/** 1 Farvardin falls on 20 or 21 March; the first six months have 31 days, the others 30. Good to two days. */
function persianGuess({ year, month, day }: CalendarDate): number {
  const days = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1
  return Date.UTC(year + 621, 2, 21) + days * 86_400_000
}

/** 1 Muharram 1400 was 1979-11-20; a mean lunar month has 29.530588 days. Good to two days. */
function islamicGuess({ year, month, day }: CalendarDate): number {
  const months = (year - 1400) * 12 + month - 1
  return Date.UTC(1979, 10, 20) + Math.round(months * 29.530588 + day - 1) * 86_400_000
}

function isGregorian({ year, month, day }: CalendarDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function once<T>(build: () => T): () => T {
  let built: T | undefined
  return () => {
    built ??= build()
    return built
  }
}
