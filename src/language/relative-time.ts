import { asciiDigits } from './digits.ts'
import { fold } from './fold.ts'

/** How long ago something was, as its text says it: "3 hours ago" is { count: 3, unit: 'hour' }. */
export type Ago = { count: number; unit: 'minute' | 'hour' | 'day' }

type Words = { before?: string; after?: string; minute: string; hour: string; day: string }

/** Of a language what stands before or behind the number and its unit, and the units in all their forms. */
const LANGUAGES: Words[] = [
  {
    before: 'منذ|قبل',
    minute: 'دقيقة|دقيقتين|دقائق',
    hour: 'ساعة|ساعتين|ساعات',
    day: 'يوم|يوما|يومين|أيام',
  },
  { after: 'پیش|قبل', minute: 'دقیقه', hour: 'ساعت', day: 'روز' },
  { after: 'پہلے|قبل', minute: 'منٹ', hour: 'گھنٹے|گھنٹہ', day: 'دن' },
  { before: 'לפני', minute: 'דקה|דקות', hour: 'שעה|שעתיים|שעות', day: 'יום|יומיים|ימים' },
  { after: 'ago', minute: 'minutes?|mins?|m', hour: 'hours?|hrs?|h', day: 'days?|d' },
  { before: 'vor', minute: 'minuten?|min\\.?', hour: 'stunden?|std\\.?|h', day: 'tag(?:en)?' },
  { before: 'il y a', minute: 'minutes?|min', hour: 'heures?|h', day: 'jours?|j' },
  { before: 'hace|ha|fa', minute: 'minut(?:os?|s)?|min', hour: 'hor(?:as?|es)|h', day: 'dias?|d' },
  { after: 'fa', minute: 'minut[oi]|min', hour: 'or[ae]|h', day: 'giorn[oi]' },
  { before: 'acum', minute: 'minute?|min', hour: 'or[ae]|h', day: 'zi(?:le)?' },
  { after: 'geleden', minute: 'minu(?:ut|ten)|min', hour: 'uur|uren', day: 'dag(?:en)?' },
  {
    before: 'for',
    after: 'siden|sedan',
    minute: 'minut(?:t?er)?|min',
    hour: 'tim(?:ar|er?|me|mar)|t',
    day: 'dag(?:ar|er?)?',
  },
  { after: 'siden|sedan', minute: 'minut(?:t?er)?|min', hour: 'tim(?:ar|er?|me|mar)|t', day: 'dag(?:ar|er?)?' },
  { after: 'sitten', minute: 'minuuttia?|min', hour: 'tunti(?:a)?|t|h', day: 'paivaa?|pv' },
  { after: 'temu', minute: 'minut[eya]?|min', hour: 'godzin[eya]?|godz\\.?|h', day: 'dni|dzien' },
  {
    before: 'pred',
    minute: 'minut(?:ami|ou|o)?|min',
    hour: 'hodin(?:ami|ou)|uram[ai]|uro|h',
    day: 'dn(?:y|em|i|om|evi|ami)',
  },
  { before: 'pr(?:ij)?e', minute: 'minut[ea]?|min', hour: 'sat[ai]?|h', day: 'dana?' },
  { after: 'ezelott|(?=\\s*$)', minute: 'perc(?:cel|e)', hour: 'ora(?:val|ja)', day: 'nap(?:pal|ja)' },
  { after: 'назад', minute: 'минут[уы]?|мин\\.?', hour: 'час(?:а|ов)?|ч\\.?', day: 'день|дня|дней' },
  { after: 'тому', minute: 'хвилин[уи]?|хв\\.?', hour: 'годин[уи]?|год\\.?', day: 'день|дні|днів' },
  { before: 'преди|пре|пред', minute: 'минут[аеи]?', hour: 'час(?:а|ова)?|сат[аи]?', day: 'ден|дни|дана?|дена' },
  { before: 'πριν(?: από)?', minute: 'λεπτ[όά]', hour: 'ώρ(?:α|ες)', day: 'η?μέρ(?:α|ες)' },
  { after: 'önce|əvvəl', minute: 'dakika|dk|dəqiqə', hour: 'saat', day: 'gün' },
  { after: 'पहले', minute: 'मिनट', hour: 'घंटे|घंटा|घण्टे', day: 'दिन' },
  { after: 'আগে', minute: 'মিনিট', hour: 'ঘণ্টা|ঘন্টা', day: 'দিন' },
  { after: '(?:yang )?(?:lalu|lepas)', minute: 'menit|minit', hour: 'jam', day: 'hari' },
  { after: 'trước', minute: 'phút', hour: 'giờ|tiếng', day: 'ngày' },
  { after: 'ที่แล้ว|ที่ผ่านมา|ก่อน', minute: 'นาที', hour: 'ชั่วโมง', day: 'วัน' },
  { after: '前', minute: '分|分钟|分鐘', hour: '時間|小时|小時', day: '日|天' },
  { after: '전', minute: '분', hour: '시간', day: '일' },
]

/** "an hour ago", "vor einer Stunde", "منذ ساعة": one is a word, or not said. */
const ONE = 'an?|one|ein(?:e[rm])?|une?|un[oa]|uma?|et?t|en|een|jedn\\p{L}{1,4}|один|одну|bir|o|μι?α|satu'
const TWO = /(?:تين|مين)$|^(?:שעתיים|יומיים)$/u

const FORMS = LANGUAGES.map(({ before = '', after = '', minute, hour, day }) => {
  const source = `(?<![\\p{L}\\p{M}])${before === '' ? '' : `(?:${before})\\s?`}(?:(?<count>\\d{1,2})|${ONE})?\\s?(?:(?<minute>${minute})|(?<hour>${hour})|(?<day>${day}))${after === '' ? '' : `\\s?(?:${after})`}(?![\\p{L}\\p{M}])`
  return new RegExp(folded(source), 'u')
})

/** The pattern with its words folded as the text is; its names, escapes and classes are of ASCII and stay. */
function folded(source: string): string {
  return source.replace(/[^ -~]+/gu, (letters) => fold(letters))
}

/** How long ago a short folded text says that something was, and what else it says; null where it says no such thing. */
export function readAgo(text: string): { ago: Ago; rest: string } | null {
  if (text.length > 120) return null
  const plain = asciiDigits(text)
  for (const form of FORMS) {
    const match = form.exec(plain)
    if (match?.groups === undefined) continue
    const { count, minute, hour, day } = match.groups
    const unit = minute !== undefined ? 'minute' : hour !== undefined ? 'hour' : 'day'
    const word = minute ?? hour ?? day ?? ''
    const said = count === undefined ? (TWO.test(word) ? 2 : 1) : Number(count)
    return {
      ago: { count: said, unit },
      rest: plain.slice(0, match.index) + plain.slice(match.index + match[0].length),
    }
  }
  return null
}
