import t from 'tap'
import { idsOf, tagsOf } from '../helpers/tags-of.ts'

const COUNTRIES: [rule: string, text: string, countries: string[]][] = [
  ['an organisation is called by its nationality', 'قالت شركة أبل الأميركية إنها ستستثمر', ['us']],
  ['and by that of its name', 'منحت لجنة نوبل النرويجية جائزتها', ['no']],
  ['but not by a name of its country', 'أعلن بنك مصر نتائجه', []],
  ['nor does an agency speak of it', 'ذكرت وكالة الأنباء السعودية وهيئة الإذاعة البريطانية', []],
  ['languages that one translates to', 'وترجمت روايتها إلى الإنجليزية والفرنسية والصينية', []],
  ['languages in a row', 'كتب بالفرنسية والإنجليزية والصينية', []],
  ['but no language is what one comes to', 'وصل إلى الفرنسية منهما', ['fr']],
  ['a surname where no noun stands before it', 'زار محمد شياع السوداني البصرة. حكومة السوداني باقية', []],
  ['the nationality behind a noun', 'زار محمد شياع السوداني البصرة والتقى نظيره السوداني', ['sd']],
  ['a verb in the future, or with its object', 'ستبحث أنقرة الملف الذي تنفيه كيغالي', ['rw', 'tr']],
  ['a pronoun between the verb and its capital', 'وهو ما تتحفظ عليه طهران', ['ir']],
  ['a particle between the capital and its verb', 'وكانت بكين قد رعت الاتفاق', ['cn']],
  ['what is done to governments', 'في فلك موسكو. وشكر واشنطن على جهودها', ['ru', 'us']],
  ['English auxiliaries and agents', 'Washington had promised it. It was backed by Moscow', ['ru', 'us']],
  ['a town in America', 'They came from Lebanon, Ohio', []],
  ['a country in a list is none', 'They came from Lebanon, Israel and Egypt', ['eg', 'il', 'lb']],
  ['a person’s surname', 'Shoes of Michael Jordan were sold. Jordan led the team', []],
  ['and the country beside him', 'Michael Jordan was in Jordan last week', ['jo']],
  ['a person’s given name', 'The band of Chad Smith and Georgia Miller plays in Sudan and Russia', ['ru', 'sd']],
  ['but no title is a surname', 'A visit by Jordan Foreign Minister Ayman Safadi', ['jo']],
  ['nor is a body', 'The Jordan Armed Forces said so', ['jo']],
  ['a bird, which is written small elsewhere', 'Turkey costs more this year. A frozen turkey is dear.', []],
  ['a country at the beginning of a sentence', 'Turkey pays more. A Turkish official said so.', ['tr']],
]

t.test('what is a country here, and what only looks like one', async (t) => {
  for (const [rule, text, countries] of COUNTRIES) {
    t.strictSame(
      idsOf(text, 'country:'),
      countries.map((code) => `country:${code}`),
      rule,
    )
  }
})

t.test('of several things that a name may be, an article means the one that its words decide anywhere', async (t) => {
  const tags = tagsOf(['Voters in Atlanta and Savannah, Georgia’s largest cities, decide'], 'A close race in Georgia')
  const georgia = tags.find(({ id }) => id === 'place:georgia-us')
  t.strictSame(georgia?.in, ['headline', 'lead'])
  t.notOk(tags.some(({ id }) => id === 'country:ge'))
  t.ok(tags.some(({ id }) => id === 'country:us'))
})

const ACTORS: [rule: string, text: string, actors: string[]][] = [
  ['a preposition is no given name', 'القضية المرفوعة على دونالد ترامب', ['actor:donald-trump']],
  ['a ship that is named after a person', 'وصلت حاملة الطائرات الأميركية جيرالد فورد', []],
  [
    'a party of the country that the article is about',
    'في بريطانيا انتقد حزب المحافظين ذلك',
    ['actor:conservative-party-uk'],
  ],
  ['but not where two are', 'في بريطانيا وتركيا انتقد حزب المحافظين ذلك', []],
]

t.test('who is an actor here, and what only looks like one', async (t) => {
  for (const [rule, text, actors] of ACTORS) t.strictSame(idsOf(text, 'actor:'), actors, rule)
})

t.test('words that a full name asks for may stand anywhere in the article', async (t) => {
  const namedIn = (headline: string) =>
    tagsOf(['طالبت الحكومة برئاسة محمد يونس بتسليمها'], headline).some(({ id }) => id === 'actor:muhammad-yunus')
  t.ok(namedIn('حكم بإعدام رئيسة الوزراء السابقة في بنغلاديش'))
  t.notOk(namedIn('حكم بالسجن في قضية فساد'))
})
