import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { textCapture } from '../helpers/captures.ts'
import { BODY, HEADLINE, MORE, readText } from '../helpers/made-up.ts'
import { reader } from '../helpers/reader.ts'

/** The dates of an article with these lines between headline and text, and these behind it. */
function read(lines: string, { behind = '', url = null as string | null, body = BODY } = {}) {
  const text = `${HEADLINE}\n\n${lines}\n\n${body}\n\n${MORE}\n\n${behind}\n`
  const { published, updated } = readText(text, url).article
  return [published?.at ?? null, updated?.at ?? null]
}

const BETWEEN: [lines: string, published: string | null, updated: string | null][] = [
  ['Søndag 2. februar 2025\nkl. 09.05', '2025-02-02T09:05:00', null],
  ['14:05\n3 Temmuz 2024', '2024-07-03T14:05:00', null],
  ['Published\n3 July 2024', '2024-07-03', null],
  ['Letzte Aktualisierung:\n3. Juli 2024\nErschienen:\n2. Juli 2024', '2024-07-02', '2024-07-03'],
  ['Publicerad 23 okt 2025 kl 10.23 Uppdaterad 24 okt 2025 kl 12.17', '2025-10-23T10:23:00', '2025-10-24T12:17:00'],
  ['입력 2020.03.04 16:52 수정 2020.03.05 09:10', '2020-03-04T16:52:00', '2020-03-05T09:10:00'],
  ['تاريخ النشر: 3 يوليو 2024 - 14:05 آخر تحديث: 4 يوليو 2024 - 09:00', '2024-07-03T14:05:00', '2024-07-04T09:00:00'],
  ['In town, Sports, Weather, Business · 31 Jan 2025, 20:02 · 0 Comments', '2025-01-31T20:02:00', null],
  ['The mayor, seen here with her dogs in the park on 12 July 2023', null, null],
  ['Hives stand in an orchard near the old town of the valley on 12 July 2023', null, null],
  ['— West End (@westend) October 31, 2021', null, null],
  ['03.07.2024 / Harbour Post / Traffic / Top News', '2024-07-03', null],
  [
    '09:14 21.10.2025\n12:31 14.10.2025 (UTC+4, updated: 12:58 14.10.2025)',
    '2025-10-14T12:31:00+04:00',
    '2025-10-14T12:58:00+04:00',
  ],
  ['Updated 4:30 PM ET, Wed July 3, 2024', '2024-07-03', '2024-07-03T16:30:00-04:00'],
  ['July 3, 2024 4:30 PM ET', '2024-07-03T16:30:00-04:00', null],
  ['3 July 2024, 14:05 Moscow time', '2024-07-03T14:05:00+03:00', null],
  ['By Jordan Smith, 3 July 2024, 14:05', '2024-07-03T14:05:00', null],
]

t.test('the date line is told by its form, its labels and its neighbours', async (t) => {
  for (const [lines, published, updated] of BETWEEN) t.strictSame(read(lines), [published, updated], lines)
})

t.test(
  "a change's day stands for the publication's where it is the only date near the text, with a note",
  async (t) => {
    const { notes } = readText(`${HEADLINE}\n\nUpdated July 3, 2024\n\n${BODY}\n\n${MORE}\n`).article
    t.match(notes, [{ rule: 'day-of-change', line: 3 }])
    const menu = Array.from({ length: 20 }, (_, at) => `Section ${'abcdefghijklmnopqrst'[at]}`).join('\n')
    const far = readText(`Updated July 3, 2024\n${menu}\n\n${HEADLINE}\n\n${BODY}\n\n${MORE}\n`).article
    t.equal(far.published, null, "the page's own clock")
  },
)

t.test('a date behind the text counts where a label says so, or where there is no other', async (t) => {
  t.strictSame(read('By line', { behind: 'Published December 23, 2024' }), ['2024-12-23', null])
  t.strictSame(read('By line', { behind: 'Tags\n\nMore\n\nانتشار: ۲ تیر ۱۳۹۹' }), ['2020-06-22', null])
  t.strictSame(read('By line', { behind: '3 July 2024' }), ['2024-07-03', null])
  t.strictSame(read('2 July 2024', { behind: '3 July 2024' }), ['2024-07-02', null])
})

t.test('day and month in figures are ordered by what the page shows', async (t) => {
  t.strictSame(read('03/04/2024', { behind: 'Earlier: 13/02/2024' }), ['2024-04-03', null])
  t.strictSame(read('03/04/2024', { behind: 'Earlier: 02/13/2024' }), ['2024-03-04', null])
  t.strictSame(read('03/04/2024', { body: `${BODY} The color of the center was in favor.` }), ['2024-03-04', null])
  t.strictSame(read('Monday 03/04/2024'), ['2024-03-04', null], 'the day was a Wednesday the other way round')
})

t.test("the publisher's country gives the zone where it has one clock", async (t) => {
  const line = '3 July 2024, 14:05'
  t.strictSame(read(line, { url: 'https://www.example.co.uk/news' }), ['2024-07-03T14:05:00+01:00', null])
  t.strictSame(read(line, { url: 'https://www.example.de/news' }), ['2024-07-03T14:05:00+02:00', null])
  t.strictSame(read(line, { behind: 'mail: desk@example.dk' }), ['2024-07-03T14:05:00+02:00', null])
  t.strictSame(
    read(line, { behind: 'desk@example.dk, www.example.kr' }),
    ['2024-07-03T14:05:00', null],
    'two countries',
  )
  t.strictSame(
    read(line, { url: 'https://example.es/' }),
    ['2024-07-03T14:05:00+02:00', null],
    "Madrid's, not the Canaries'",
  )
  t.strictSame(read(line, { url: 'https://example.ru/' }), ['2024-07-03T14:05:00', null], 'Russia has eleven clocks')
  t.strictSame(read(line, { url: 'https://bit.ly/x' }), ['2024-07-03T14:05:00', null], 'a domain for its letters')
})

t.test('the day in the address decides between two dates', async (t) => {
  const lines = '2 July 2024\n\n1 July 2024'
  t.strictSame(read(lines, { url: 'https://example.com/2024/07/01/story' }), ['2024-07-01', null])
})

const CLOCKS: [name: string, parts: { behind?: string; body?: string; line?: string; head?: string }, at: string][] = [
  ['a domain under "co"', { behind: 'All rights belong to site.co.za' }, '2024-07-03T14:05:00+02:00'],
  ['a name in the footer', { behind: '© site.pl' }, '2024-07-03T14:05:00+02:00'],
  ['a number that is dialled', { behind: 'Newsroom: +254 20 123 4567' }, '2024-07-03T14:05:00+03:00'],
  ['a channel is nobody’s country', { behind: 'https://youtu.be/x https://t.me/y' }, '2024-07-03T14:05:00'],
  ['a postal address', { behind: 'Example Media, 1 Long Road, London SE1 9GF' }, '2024-07-03T14:05:00+01:00'],
  ['a price in pounds', { behind: 'Subscribe from £1 a week' }, '2024-07-03T14:05:00+01:00'],
  ['English alone tells nothing', {}, '2024-07-03T14:05:00'],
  [
    "the page's own clock",
    { line: '٣ يوليو ٢٠٢٤ 14:05', head: 'القاهرة: الجمعة، 5 يوليو 2024 03:27 م' },
    '2024-07-03T14:05:00+03:00',
  ],
  ['German', { body: 'de' }, '2024-07-03T14:05:00+02:00'],
  ['German in winter', { body: 'de', line: '3. Januar 2024, 14:05 Uhr' }, '2024-01-03T14:05:00+01:00'],
  ['Japanese', { body: 'ja', line: '2024年7月3日 14時05分' }, '2024-07-03T14:05:00+09:00'],
  ['Turkish', { body: 'tr', line: '03.07.2024 - 14:05' }, '2024-07-03T14:05:00+03:00'],
  ['Danish of Greenland', { body: 'da', behind: 'Ring: +299 12 34 56\n\nnews@site.gl' }, '2024-07-03T14:05:00-01:00'],
  ['Turkish with a stray address', { body: 'tr', behind: 'https://site.fr/' }, '2024-07-03T14:05:00'],
  ['French for euros', { body: 'fr', behind: 'S’abonner dès 5 €/mois' }, '2024-07-03T14:05:00+02:00'],
  ['French alone', { body: 'fr' }, '2024-07-03T14:05:00'],
  ["Morocco's months", { line: '14 غشت 2025 - 20:00' }, '2025-08-14T20:00:00+01:00'],
  ["Algeria's and Tunisia's months", { line: '22 جانفي 2026 17:36' }, '2026-01-22T17:36:00+01:00'],
  ["a country's clock", { line: 'الأربعاء 11-12-2024 | 16:14 بتوقيت الكويت 302 مشاهدة' }, '2024-12-11T16:14:00+03:00'],
  ['Persian by its calendar', { body: 'fa', line: '۱۳ تیر ۱۴۰۳ - ۱۴:۰۵' }, '2024-07-03T14:05:00+03:30'],
]

/** A paragraph in the language, of made-up news. */
const SENTENCES: Record<string, string> = {
  de: 'Die Stadt hat am Mittwoch beschlossen, dass der alte Bahnhof nicht abgerissen wird, und die Arbeiten sollen im Herbst beginnen, wie der Rat mit großer Mehrheit mitteilte.',
  ja: '市は水曜日、古い駅舎を取り壊さずに残すことを決めたと発表した。工事は秋に始まる見通しで、市長は「町の記憶を守りたい」と話している。費用は市と県が半分ずつ負担することになっている。',
  tr: 'Belediye meclisi çarşamba günü eski tren garının yıkılmaması için karar aldı ve çalışmaların sonbaharda başlayacağını bildirdi; bu karar kentte çok büyük bir sevinçle karşılandı.',
  da: 'Byrådet har onsdag besluttet, at den gamle station ikke skal rives ned, og arbejdet ventes at begynde til efteråret, siger borgmesteren, som også har været med til at finde pengene.',
  fr: "Le conseil municipal a décidé mercredi que l'ancienne gare ne serait pas démolie et que les travaux commenceraient à l'automne, selon le maire qui a tenu à rassurer les habitants du quartier.",
  fa: 'شورای شهر روز چهارشنبه تصمیم گرفت که ایستگاه قدیمی را تخریب نکند و کار بازسازی آن در پاییز آغاز می‌شود، این را شهردار در گفتگو با خبرنگاران اعلام کرد و گفت هزینه آن تأمین شده است.',
}

t.test('the clock of the publisher is concluded from its addresses, its money or its language', async (t) => {
  for (const [name, { behind = '', body = 'en', line = '3 July 2024, 14:05', head = '' }, at] of CLOCKS) {
    const paragraph = SENTENCES[body]
    const text = paragraph === undefined ? BODY : `${paragraph}\n\n${paragraph} ${paragraph}`
    const more = paragraph === undefined ? MORE : paragraph
    const capture = `${head}\n\n${HEADLINE}\n\n${line}\n\n${text}\n\n${more}\n\n${behind}\n`
    const { published, notes } = readText(capture).article
    t.equal(published?.at, at, name)
    const isNoted = notes.some(({ reason }) => reason.startsWith('no zone is stated'))
    t.equal(
      isNoted,
      published?.zoneFrom === 'publisher' &&
        head === '' &&
        !/[@©]|:\/\/|co\.za|\+|SE1/.test(behind) &&
        !line.includes('الكويت'),
      name,
    )
  }
})

const AGO: [line: string, day: string | null][] = [
  ['3 hours ago', '2024-07-02'],
  ['Ada Moss · an hour ago', '2024-07-02'],
  ['منذ ٣ ساعات', '2024-07-02'],
  ['منذ يومين', '2024-06-30'],
  ['قبل 4 أيام', '2024-06-28'],
  ['۲ روز پیش', '2024-06-30'],
  ['vor 2 Stunden', '2024-07-02'],
  ['Publié il y a 3 jours', '2024-06-29'],
  ['hace 5 horas', '2024-07-02'],
  ['há 2 dias', '2024-06-30'],
  ['2 ore fa', '2024-07-02'],
  ['3 uur geleden', '2024-07-02'],
  ['för 2 dagar sedan', '2024-06-30'],
  ['2 päivää sitten', '2024-06-30'],
  ['3 godziny temu', '2024-07-02'],
  ['před 2 dny', '2024-06-30'],
  ['5 часов назад', '2024-07-02'],
  ['2 дні тому', '2024-06-30'],
  ['3 saat önce', '2024-07-02'],
  ['2 घंटे पहले', '2024-07-02'],
  ['3 jam yang lalu', '2024-07-02'],
  ['2 giờ trước', '2024-07-02'],
  ['3時間前', '2024-07-02'],
  ['2小时前', '2024-07-02'],
  ['3시간 전', '2024-07-02'],
  ['It was over an hour ago that the last of the ferries had left the old pier for good', null],
]

t.test('a time relative to the reading is counted from the capture, and without its date is a note', async (t) => {
  for (const [line, day] of AGO) {
    const capture = textCapture(`${HEADLINE}\n\n${line}\n\n${BODY}\n\n${MORE}\n`)
    const { published } = draftOf({ ...capture, capturedAt: '2024-07-02T20:30:00Z' }, reader).article
    t.equal(published?.at ?? null, day, line)
    const unknown = draftOf(capture, reader).article
    t.equal(unknown.published, null, line)
    t.equal(
      unknown.notes.some(({ rule }) => rule === 'relative-date'),
      day !== null,
      line,
    )
  }
  const soon = textCapture(`${HEADLINE}\n\n15 minutes ago\n\n${BODY}\n\n${MORE}\n`)
  const { published } = draftOf({ ...soon, capturedAt: '2024-07-02T20:30:00Z' }, reader).article
  t.match(published, {
    at: '2024-07-02T20:15:00+00:00',
    zoneFrom: 'metadata',
    precision: 'minute',
    raw: '15 minutes ago',
  })
})
