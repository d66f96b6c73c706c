import { wordsBesideDates } from '../../language/dates.ts'
import type { Line, Page } from '../page.ts'

/** Clocks that are named by their country: "بتوقيت الكويت". */
const CLOCK_OF = /بتوقيت\s(?:مدينه\s)?(?<first>[\p{L}]{2,12})(?:\s(?<second>[\p{L}]{2,12}))?/u
const COUNTRY_CLOCKS: Record<string, string> = {
  ...{ مصر: 'Africa/Cairo', السودان: 'Africa/Khartoum', ليبيا: 'Africa/Tripoli', تونس: 'Africa/Tunis' },
  ...{ الجزاير: 'Africa/Algiers', المغرب: 'Africa/Casablanca', السعوديه: 'Asia/Riyadh', الامارات: 'Asia/Dubai' },
  ...{ الكويت: 'Asia/Kuwait', قطر: 'Asia/Qatar', البحرين: 'Asia/Bahrain', اليمن: 'Asia/Aden', العراق: 'Asia/Baghdad' },
  ...{ الاردن: 'Asia/Amman', لبنان: 'Asia/Beirut', سوريا: 'Asia/Damascus', سوريه: 'Asia/Damascus' },
  ...{ فلسطين: 'Asia/Hebron', تركيا: 'Europe/Istanbul' },
}

/** Words that only say that a clock is meant: "بتوقيت القاهرة", "Moscow time", "heure de Paris". */
const CLOCK_WORDS =
  /(?<![\p{L}\p{M}])(?:بتوقيت|توقيت|مدينه|local|time|heure\s(?:de|d)|hora\s(?:de|em)|ora\s(?:di|de)|uhr|saati(?:yle)?|по|время)(?![\p{L}\p{M}])/gu

/** The city whose clock the date line names beside its date or time, e.g. "2020.10.02 | 16:43 دمشق", with its zone. */
export function findCity(page: Page, line: Line): { name: string; timeZone: string } | null {
  const { first = '', second = '' } = (CLOCK_OF.exec(line.folded.slice(0, 300))?.groups ?? {}) as Record<string, string>
  for (const name of first === '' ? [] : [`${first} ${second}`.trim(), first]) {
    const timeZone = page.lexicon.timeZoneOf(name) ?? COUNTRY_CLOCKS[name]
    if (timeZone !== undefined) return { name, timeZone }
  }
  for (const words of wordsBesideDates(line.folded)) {
    const name = words.replace(CLOCK_WORDS, ' ').replace(/\s+/g, ' ').trim()
    const timeZone = page.lexicon.timeZoneOf(name)
    if (timeZone !== null) return { name, timeZone }
  }
  return null
}
