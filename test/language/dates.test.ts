import t from 'tap'
import { findDates } from '../../src/language/dates.ts'
import { fold } from '../../src/language/fold.ts'
import { offsetOfWallTime } from '../../src/language/time-zone.ts'

const LINES: [line: string, date: string, time: string | null, offset: number | null][] = [
  ['2020.10.02 | 16:43 دمشق', '2020-10-02', '16:43', null],
  ['28 آذار 2023 22:16', '2023-03-28', '22:16', null],
  ['الأحد، 04 آب/اغسطس 2013، 02:21 (GMT+0400)', '2013-08-04', '02:21', 240],
  ['٢٧ من سبتمبر ٢٠٢٠', '2020-09-27', null, null],
  ['12 أوت 2022 | 18:30', '2022-08-12', '18:30', null],
  ['الإثنين 7 غشت 2023 - 11:20', '2023-08-07', '11:20', null],
  ['4 تشرين الثاني 2023 10:02 م', '2023-11-04', '22:02', null],
  ['16:14 م 1 يناير 2021', '2021-01-01', '16:14', null],
  ['2 تير 1399 - 12:09:08 ب.ظ', '2020-06-22', '12:09:08', null],
  ['11 شوال 1441هـ - 03 يونيو 2020م', '2020-06-03', null, null],
  ['11 شوال 1441هـ', '2020-06-03', null, null],
  ['By Ward Clark | 4:30 PM on December 21, 2023', '2023-12-21', '16:30', null],
  ['12:05 a.m. Jan. 1, 2024', '2024-01-01', '00:05', null],
  ['Publié le 1er mars 2019 à 08h12', '2019-03-01', '08:12', null],
  ['21.dez.2018 às 12h55', '2018-12-21', '12:55', null],
  ['TNW中文站2016年10月14日07:17', '2016-10-14', '07:17', null],
  ['GMT 12:03 10.05.2013', '2013-05-10', '12:03', 0],
  ['2013-08-03T22:21:07.123+04:00', '2013-08-03', '22:21:07', 240],
  ['3:14 PM EDT, Thu June 9, 2022', '2022-06-09', '15:14', -240],
  ['2013-08-03T22:21:07Z', '2013-08-03', '22:21:07', 0],
  ['14 мая 2025, 20:28', '2025-05-14', '20:28', null],
  ['2024年7月3日 11时06分', '2024-07-03', '11:06', null],
  ['2024年7月3日 午後3時5分', '2024-07-03', '15:05', null],
  ['2024年07月03日 下午3:05', '2024-07-03', '15:05', null],
  ['2019.03.20 오전 11:33', '2019-03-20', '11:33', null],
  ['2019년 3월 20일 오후 2:05', '2019-03-20', '14:05', null],
  ['2020-03-04 16:52:59', '2020-03-04', '16:52:59', null],
  ['3 Temmuz 2024, 14:05 TSİ', '2024-07-03', '14:05', 180],
  ['30 Ekim 2020 Cuma 18:28', '2020-10-30', '18:28', null],
  ['29. April 2021, 17:11 Uhr', '2021-04-29', '17:11', null],
  ['29. April 2021, 17.11 Uhr MESZ', '2021-04-29', '17:11', 120],
  ['29. April 2021, 17 Uhr', '2021-04-29', '17:00', null],
  ['Veröffentlicht am12.03.2024', '2024-03-12', null, null],
  ['Published:Jul 3, 2024', '2024-07-03', null, null],
  ['March 4, 202412:45 PM UTC', '2024-03-04', '12:45', 0],
  ['Publicerad 23 okt 2025 kl 10.23Uppdaterad kl 12.17', '2025-10-23', '10:23', null],
  ['02/02/2025 KL. 09:00', '2025-02-02', '09:00', null],
  ['Julkaistu 3.7.2024 klo 9.05', '2024-07-03', '09:05', null],
  ['3. juli 2024, kl. 14.35', '2024-07-03', '14:35', null],
  ['03.07.2024, 14.35', '2024-07-03', '14:35', null],
  ['3 de julho de 2024 às 14h05', '2024-07-03', '14:05', null],
  ['3 de julho de 2024, às 14h', '2024-07-03', '14:00', null],
  ['Le 30 août 2023 à 14 h 52', '2023-08-30', '14:52', null],
  ['Thu, Jul 18 2024', '2024-07-18', null, null],
  ['Thu Jul 18 09:30:00 GMT 2024', '2024-07-18', '09:30:00', 0],
  ['July 18th, 2024 at 5:30pm ET', '2024-07-18', '17:30', -240],
  ['March 2, 2024 4 AM PT', '2024-03-02', '04:00', -480],
  ['11:00 AM PDT • May 16, 2024', '2024-05-16', '11:00', -420],
  ['18/07/2024 - 08:30', '2024-07-18', '08:30', null],
  ['06/01/2026 - 14:16 UTC+1', '2026-01-06', '14:16', 60],
  ['23.09.22', '2022-09-23', null, null],
  ['22-Sep-24', '2024-09-22', null, null],
  ['13:20 | 2020/06/22', '2020-06-22', '13:20', null],
  ['Apr 16, 2026, 14:04 IST', '2026-04-16', '14:04', 330],
  ['A. Writer / SITE.COM / Apr 16, 2026, 14:04', '2026-04-16', '14:04', null],
  ['३ जुलाई २०२४, ०२:०५ PM', '2024-07-03', '14:05', null],
  ['૨૮ માર્ચ ૨૦૨૦', '2020-03-28', null, null],
  ['৩ জুলাই ২০২৪, ১৪:০৫', '2024-07-03', '14:05', null],
  ['22 มิถุนายน 2563', '2020-06-22', null, null],
  ['ngày 22 tháng 6 năm 2020', '2020-06-22', null, null],
  ['2021. július 2. 14:05', '2021-07-02', '14:05', null],
  ['2020 m. birželio 22 d. 14:05', '2020-06-22', '14:05', null],
  ['2020. gada 22. jūnijs', '2020-06-22', null, null],
  ['3 ביולי 2024, 14:05', '2024-07-03', '14:05', null],
  ['3 Ιουλίου 2024, 2:05 μ.μ.', '2024-07-03', '14:05', null],
  ['3 de juliol del 2024', '2024-07-03', null, null],
  ['3 czerwca 2024, godz. 14:05', '2024-06-03', '14:05', null],
  ['12. listopada 2020.', '2020-10-12', null, null],
  ['12 listopada 2020', '2020-11-12', null, null],
  ['22. června 2020 v 9:51', '2020-06-22', '09:51', null],
  ['3 липня 2024, 14:05', '2024-07-03', '14:05', null],
  ['14.05.2025, 20:28 МСК', '2025-05-14', '20:28', 180],
  ['3 جولائی 2024', '2024-07-03', null, null],
  ['۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹', '2020-05-10', '18:59', null],
  ['الثلاثاء 3 يوليو 2024 - 14:05 بتوقيت غرينتش', '2024-07-03', '14:05', 0],
  ['3 كانون الثاني/يناير 2024', '2024-01-03', null, null],
  ['1 شباط (فبراير) 2024', '2024-02-01', null, null],
  ['3 يوليو 2024 04:05 مساءً', '2024-07-03', '16:05', null],
  ['Rabu, 3 Juli 2024 14:05 WIB', '2024-07-03', '14:05', 420],
]

t.test('dates of many languages, calendars and clocks', async (t) => {
  for (const [line, date, time, offset] of LINES) {
    const [found] = findDates(fold(line))
    if (found === undefined) t.fail(`no date in ${line}`)
    else t.strictSame([dateText(found), timeText(found.time), found.offset], [date, time, offset], line)
  }
})

t.test('numbers that are no dates', async (t) => {
  for (const line of [
    '36 عامًا',
    '17302',
    '9.500.000',
    '192.168.10.20',
    'كانون الأول 2020',
    '30.02.2020',
    '1.2.1920',
    '2020-13-01',
    'page 3/4',
  ]) {
    t.strictSame(findDates(fold(line)), [], line)
  }
})

t.test('what speaks against a date is told', async (t) => {
  t.equal(findDates(fold('السبت 2019-08-23'))[0]?.wrongWeekday, fold('السبت'))
  t.equal(findDates(fold('الجمعة 2019-08-23'))[0]?.wrongWeekday, null)
  t.equal(findDates('03/04/2020')[0]?.ambiguousOrder, true)
  t.equal(findDates('03.04.2020')[0]?.ambiguousOrder, false)
  t.equal(findDates('13/04/2020')[0]?.ambiguousOrder, false)
  t.equal(findDates('04/13/2020')[0]?.month, 4)
})

t.test('each of two dates has the time next to it', async (t) => {
  const found = findDates('on december 27, 2014 at 12:06 pm, updated december 28, 2014 at 1:10 pm')
  t.strictSame(
    found.map((date) => [dateText(date), timeText(date.time)]),
    [
      ['2014-12-27', '12:06'],
      ['2014-12-28', '13:10'],
    ],
  )
})

t.test('an offset is the one that the place had on that day', async (t) => {
  const offset = (month: number, day: number, hour: number) =>
    offsetOfWallTime('Asia/Damascus', { year: 2020, month, day, hour, minute: 30, second: 0 })
  t.strictSame(offset(10, 2, 16), { offset: 180, exists: true })
  t.strictSame(offset(12, 2, 16), { offset: 120, exists: true })
  t.strictSame(offset(3, 27, 0), { offset: 120, exists: false }, 'an hour that clocks skipped')
})

t.test('long lines of digits take no time to speak of', async (t) => {
  const line = '1.'.repeat(30_000) + 'a'.repeat(30_000) + '12:'.repeat(10_000)
  t.strictSame(findDates(line), [])
})

function dateText({ year, month, day }: { year: number; month: number; day: number }): string {
  return [year, month, day].map((number) => String(number).padStart(2, '0')).join('-')
}

function timeText(time: { hour: number; minute: number; second: number | null } | null): string | null {
  if (time === null) return null
  const parts = time.second === null ? [time.hour, time.minute] : [time.hour, time.minute, time.second]
  return parts.map((number) => String(number).padStart(2, '0')).join(':')
}
