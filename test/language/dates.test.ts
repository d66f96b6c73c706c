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
