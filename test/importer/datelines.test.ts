import t from 'tap'
import { BODY, HEADLINE, readText as read } from '../helpers/made-up.ts'

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

const OPENINGS: [opening: string, place: string | null, source: string | null][] = [
  ['LONDON — ', 'LONDON', null],
  ['LISBON, March 3 (Reuters) - ', 'LISBON', 'Reuters'],
  ['دبي، الإمارات العربية المتحدة (CNN)-- ', 'دبي، الإمارات العربية المتحدة', 'CNN'],
  ['بيروت – رويترز: ', 'بيروت', 'رويترز'],
  ['طرابلس - الوكالة الوطنية - ', 'طرابلس', 'الوكالة الوطنية'],
  ['القاهرة- (د ب أ): ', 'القاهرة', 'د ب أ'],
]

t.test('a dateline that opens the first paragraph is read and stays', async (t) => {
  for (const [opening, place, source] of OPENINGS) {
    const { dateline, lead } = read(`${HEADLINE}\n\n${opening}${BODY}\n`).article
    t.match(dateline, { place, source, raw: opening.trim() }, opening)
    t.ok(lead?.startsWith(opening))
  }
  for (const opening of ['Last year - as every year - ', 'NATO – the alliance – ', 'The law (passed in May) -- ']) {
    t.equal(read(`${HEADLINE}\n\n${opening}${BODY}\n`).article.dateline, null, opening)
  }
})
