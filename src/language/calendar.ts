import { fold } from './fold.ts'
import { once } from './remember.ts'

export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura' | 'buddhist'

/** A month by its folded name: the same name never means two months. */
export type MonthName = { month: number; calendar: Calendar }

/**
 * Languages whose names of months are known. Arabic names differ by region: كانون الثاني (Levant), جانفي (Algeria,
 * Tunisia), يناير and غشت (Morocco). Of a name that two languages give to two months the earlier listed one's counts:
 * "listopada" is November in Polish, October in Croatian, which writes its day with a point (see `findDates`).
 */
const LOCALES = [
  ...['ar', 'ar-SY', 'ar-IQ', 'ar-DZ', 'ar-MA', 'ar-MR', 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr', 'ru', 'uk'],
  ...[
    'pl',
    'cs',
    'sv',
    'da',
    'nb',
    'fi',
    'hu',
    'ro',
    'el',
    'bg',
    'id',
    'hi',
    'he',
    'ca',
    'fa',
    'ur',
    'ckb',
    'hr',
    'sr',
  ],
  ...['sr-Latn', 'sl', 'sk', 'mk', 'sq', 'lt', 'lv', 'et', 'is', 'be', 'ka', 'hy', 'az', 'uz', 'kk', 'gu', 'bn', 'mr'],
  ...['ta', 'te', 'kn', 'ml', 'pa', 'ne', 'th', 'ms', 'fil', 'sw', 'eu', 'af', 'kl'],
]

/** Spellings that ICU does not have. */
const VARIANTS: [names: string, month: number][] = [
  ['جانفى كانون_ثاني كانون_الثانى ينائر', 1],
  ['فيفرى فبرائر شباط_فبراير', 2],
  ['ابريل افريل نيسان ابرايل', 4],
  ['ماى مايس', 5],
  ['حزيران يونيه', 6],
  ['يوليه جويليه جولاي', 7],
  ['اغسطس اوت اغشت آب اوغسطس', 8],
  ['ايلول سبتمبر شتمبر sept setiembre', 9],
  ['تشرين_اول تشرين_الاول اكتوبر', 10],
  ['تشرين_ثاني تشرين_الثانى نوفمبر نونمبر', 11],
  ['كانون_اول كانون_الاول ديسمبر', 12],
  ['जनवरी જાન્યુઆરી জানুয়ারী', 1],
  ['फरवरी फ़रवरी ফেব্রুয়ারী', 2],
  ['अगस्त आगस्त', 8],
  ['सितंबर सितम्बर सेप्टेंबर', 9],
  ['अक्टूबर अक्तूबर', 10],
  ['नवंबर नवम्बर', 11],
  ['दिसंबर दिसम्बर', 12],
  ['januara januar', 1],
  ['juna', 6],
  ['jula', 7],
  ['avgusta avgust augusta', 8],
  ['septembra', 9],
  ['oktobra', 10],
  ['novembra', 11],
  ['decembra', 12],
]

/** Month names of all known languages and calendars, folded, without points. Built on first use. */
export const monthNames: () => ReadonlyMap<string, MonthName> = once(() => {
  const names = new Map<string, MonthName>()
  const add = (name: string, month: number, calendar: Calendar) => {
    const key = fold(name).replace(/[.॰]/g, '').trim()
    if (key.length > 1 && !/\d/.test(key) && !names.has(key)) names.set(key, { month, calendar })
  }
  for (const [listed, month] of VARIANTS) {
    for (const name of listed.split(' ')) add(name.replace('_', ' '), month, 'gregory')
  }
  for (const locale of LOCALES) for (const [name, month] of monthsOf(locale, 'gregory')) add(name, month, 'gregory')
  for (const [name, month] of monthsOf('fa', 'persian')) add(name, month, 'persian')
  for (const [name, month] of monthsOf('ar', 'islamic-umalqura')) add(name, month, 'islamic-umalqura')
  return names
})

/** Days of the week by folded name, Sunday 0. */
export const weekdayNames: () => ReadonlyMap<string, number> = once(() => {
  const names = new Map<string, number>()
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    for (let day = 0; day < 7; day++) {
      const name = fold(format.format(Date.UTC(2023, 0, 1 + day)))
      if (!names.has(name)) names.set(name, day)
    }
  }
  return names
})

/** Names in running text ("5 июня") and alone ("июнь"), long and short. */
function* monthsOf(locale: string, calendar: Calendar): Generator<[string, number]> {
  const day = 'numeric'
  for (const options of [{ month: 'long' }, { month: 'long', day }, { month: 'short', day }] as const) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { ...options, timeZone: 'UTC' })
    for (const [instant, month] of daysOfMonths(calendar)) {
      const name = format.formatToParts(instant).find((part) => part.type === 'month')?.value
      if (name !== undefined) yield [name, month]
    }
  }
}

/** A day of each month of the calendar, as an instant, with the month's number. */
function daysOfMonths(calendar: Calendar): [number, number][] {
  if (calendar === 'gregory') return Array.from({ length: 12 }, (_, month) => [Date.UTC(2023, month, 15), month + 1])
  const number = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { month: 'numeric', timeZone: 'UTC' })
  const days = Array.from({ length: 24 }, (_, index) => Date.UTC(2023, 0, 5) + index * 15 * 86_400_000)
  return days.map((instant) => [instant, Number.parseInt(number.format(instant), 10)])
}

export type CalendarDate = { year: number; month: number; day: number }

/**
 * The Gregorian date of a date in another calendar, by ICU's tables (checked: 2 Tir 1399 = 2020-06-22); null where the
 * calendar has no such date.
 */
export function toGregorian(date: CalendarDate, calendar: Calendar): CalendarDate | null {
  if (calendar === 'gregory') return isGregorian(date) ? date : null
  if (calendar === 'buddhist') return toGregorian({ ...date, year: date.year - 543 }, 'gregory')
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
