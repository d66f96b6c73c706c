import t from 'tap'
import { BODY, HEADLINE, MORE, readText as read } from '../helpers/made-up.ts'

const DATELINES: [line: string, place: string | null, source: string | null, sourcing: string | null][] = [
  ['إسطنبول ـ متابعات', 'إسطنبول', 'متابعات', 'compiled'],
  ['إسطنبول ـ الأناضول', 'إسطنبول', 'الأناضول', 'agency'],
  ['(أبوظبي - البيان)', 'أبوظبي', 'البيان', null],
  ['الرياض - واس:', 'الرياض', 'واس', 'agency'],
  ['كفرنبل ـ متابعات', 'كفرنبل', 'متابعات', 'compiled'],
  ['دمشق - العرب اليوم', 'دمشق', 'العرب اليوم', null],
  ['هند الكعبي - أبوظبي', 'أبوظبي', null, null],
  ['RİZE (DHA)', 'RİZE', 'DHA', 'agency'],
]

t.test('each part of a dateline is told by its words, not by its place', async (t) => {
  for (const [line, place, source, sourcing] of DATELINES) {
    const { dateline } = read(`${HEADLINE}\n\n${line}\n\n${BODY}\n`).article
    t.strictSame(dateline, { place, source, sourcing, raw: line }, line)
  }
  t.strictSame(read(`${HEADLINE}\n\nهند الكعبي - أبوظبي\n\n${BODY}\n`).article.authors, [{ name: 'هند الكعبي' }])
})

const BEFORE_DATES: [line: string, dateline: [place: string, source: string | null, raw: string] | null][] = [
  ['بغداد - واع - 14 مارس 2024', ['بغداد', 'واع', 'بغداد - واع']],
  ['الخرطوم - وكالات - 21 أغسطس 2024', ['الخرطوم', 'وكالات', 'الخرطوم - وكالات']],
  ['بكين/تايبيه - 23 مايو 2024', ['بكين/تايبيه', null, 'بكين/تايبيه']],
  ['YEREVAN, March 13, 2025', ['YEREVAN', null, 'YEREVAN']],
  ['SEOUL (Reuters) - 16 March 2023', ['SEOUL', 'Reuters', 'SEOUL (Reuters)']],
  ['الخميس، 14 مارس 2024', null],
  ['World - 14 March 2024', null],
]

t.test('a place before the date on its line is a dateline', async (t) => {
  for (const [line, expected] of BEFORE_DATES) {
    const { dateline, published } = read(`${HEADLINE}\n${line}\n${BODY}\n`).article
    const [place, source, raw] = expected ?? []
    t.match(dateline, expected === null ? null : { place, source, raw }, line)
    t.equal(published?.raw, line)
  }
})

const OPENINGS: [opening: string, place: string | null, source: string | null][] = [
  ['LONDON — ', 'LONDON', null],
  ['LISBON, March 3 (Reuters) - ', 'LISBON', 'Reuters'],
  ['دبي، الإمارات العربية المتحدة (CNN)-- ', 'دبي، الإمارات العربية المتحدة', 'CNN'],
  ['بيروت – رويترز: ', 'بيروت', 'رويترز'],
  ['طرابلس - الوكالة الوطنية - ', 'طرابلس', 'الوكالة الوطنية'],
  ['القاهرة- (د ب أ): ', 'القاهرة', 'د ب أ'],
  ['دبي، 2 أكتوبر (رويترز) - ', 'دبي', 'رويترز'],
  ['BEIJING, Oct. 2 (Xinhua) -- ', 'BEIJING', 'Xinhua'],
  ['Madrid, 2 oct (EFE).- ', 'Madrid', 'EFE'],
  ['Ankara, 2 Ekim (AA) - ', 'Ankara', 'AA'],
  ['Lisboa, 02 out 2024 (Lusa) – ', 'Lisboa', 'Lusa'],
  ['(ANSA) - ROMA, 02 OTT - ', 'ROMA', 'ANSA'],
  ['MODESTO, Calif. (AP) — ', 'MODESTO, Calif.', 'AP'],
  ['BERLIN (dpa) - ', 'BERLIN', 'dpa'],
  ['Brüssel/Paris (dpa) - ', 'Brüssel/Paris', 'dpa'],
  ['МОСКВА, 2 окт - ТАСС. ', 'МОСКВА', 'ТАСС'],
  ['МОСКВА, 14 мая. /ТАСС/. ', 'МОСКВА', 'ТАСС'],
  ['САМАРОВСК, 14 окт — ВВ, Дарья Лунёва. ', 'САМАРОВСК', 'ВВ'],
  ['Москва. 2 октября. INTERFAX.RU - ', 'Москва', 'INTERFAX.RU'],
  ['(서울=연합뉴스) 홍길동 기자 = ', '서울', '연합뉴스'],
  ['【ロンドン=共同】', 'ロンドン', '共同'],
  ['【北京＝山田太郎】', '北京', null],
  ['【ワシントン時事】', 'ワシントン', '時事'],
  ['新华社北京10月2日电 ', '北京', '新华社'],
  ['（中央社記者王小明台北2日電）', '台北', '中央社'],
  ['Berlin. ', 'Berlin', null],
]

t.test('a dateline that opens the first paragraph is read and stays', async (t) => {
  for (const [opening, place, source] of OPENINGS) {
    const { dateline, lead } = read(`${HEADLINE}\n\n${opening}${BODY}\n`).article
    t.match(dateline, { place, source, raw: opening.trim() }, opening)
    t.ok(lead?.startsWith(opening))
  }
  for (const opening of [
    'Last year - as every year - ',
    'NATO – the alliance – ',
    'The law (passed in May) -- ',
    'In Rome, 2 cats (tabbies) - ',
    'Nobody. ',
    '(See below) - ',
    'On Monday, 2 May - it rained. ',
  ]) {
    t.equal(read(`${HEADLINE}\n\n${opening}${BODY}\n`).article.dateline, null, opening)
  }
})

t.test('an unknown town before a dash is a dateline where the text names it again', async (t) => {
  const again = (name: string) => `${HEADLINE}\n\nKleinau – ${BODY}\n\n${MORE} The ferry to ${name} is gone.\n`
  t.match(read(again('Kleinau')).article.dateline, { place: 'Kleinau', source: null })
  t.equal(read(again('Bergholz')).article.dateline, null)
})

t.test('a dateline below the standfirst is read', async (t) => {
  const standfirst =
    'The bridge cost twice what was planned, and nobody knows yet who is going to pay for it, says the town.'
  const { dateline } = read(`${HEADLINE}\n\n${standfirst}\n\nPORT ALDEN, Maine — ${BODY}\n`).article
  t.match(dateline, { place: 'PORT ALDEN, Maine', source: null })
})
