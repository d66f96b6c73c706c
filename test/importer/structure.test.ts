import t from 'tap'
import { BODY, HEADLINE, MENU, read, texts } from '../helpers/harbour.ts'

const TEASERS = [
  'Storm warning for the coast: what you need to know about trains and flights',
  'Why a small cheese dairy in the mountains has won all the prizes this year',
  'Tax office finds a forgotten suitcase with letters of a famous poet',
]

t.test(
  'the headline is the line that speaks of what the body does, with or without blank lines around it',
  async (t) => {
    for (const blank of [[], ['']]) {
      const top = [...MENU, ...TEASERS, HEADLINE, ...blank, 'Log in to listen to this article', ...blank]
      t.equal(read(...top, ...BODY).article.headline, HEADLINE)
      const again = [...MENU, `NewsCity${HEADLINE}`, HEADLINE, ...blank, 'Jane Doe', ...blank]
      t.equal(read(...again, ...BODY).article.headline, HEADLINE, 'a breadcrumb glued to it')
      const site = [`${HEADLINE} | The Daily Example`, ...blank, ...MENU, HEADLINE, ...blank]
      t.equal(read(...site, ...BODY).article.headline, HEADLINE, "the page's title")
      const standfirst = [
        HEADLINE,
        ...blank,
        'Four years of work on the bridge have cost twice what was planned',
        ...blank,
      ]
      t.equal(read(...standfirst, ...BODY).article.headline, HEADLINE, 'a standfirst below')
      for (const other of [
        'Harbour News › City › Bridges',
        'The mayor of the town says:',
        'By Jane Doe, Staff Writer',
        'Friday 14 June 2024 - 7 Dhu 1445',
      ])
        t.equal(read(other, ...blank, HEADLINE, ...blank, ...BODY).article.headline, HEADLINE, other)
    }
  },
)

const AFTER = [
  'Most read',
  'Comments',
  '12 Comments',
  'الأكثر قراءة',
  'التعليقات',
  'Meistgelesen',
  'Les plus lus',
  'En çok okunanlar',
  'Самое читаемое',
  'پربازدیدترین اخبار',
  'おすすめ記事',
  '많이 본 뉴스',
  'You may also like',
  'Mehr zum Thema',
]

t.test('the body ends above what follows articles', async (t) => {
  const other =
    'A storm is to reach the coast in the night. The railways say that no train will run before noon, and the airport stays closed.'
  for (const cue of AFTER)
    t.strictSame(texts(HEADLINE, '', ...BODY, '', cue, '', other, '', other.slice(44)), BODY, cue)
})

t.test('menus, notices and lists of teasers are not the body, however long', async (t) => {
  const notice =
    'We use cookies to make this page better. By going on you agree that we do, as our rules say in many words.'
  t.strictSame(texts(notice, ...MENU, ...MENU.map((word) => `${word} today`), HEADLINE, ...BODY), BODY)
  t.strictSame(texts(HEADLINE, ...BODY, ...TEASERS, ...TEASERS.map((line) => `${line} and more`)), BODY)
})

t.test(
  'a short sentence below a text without blank lines closes it where it speaks of the same, or where nothing follows',
  async (t) => {
    const same = 'The mayor paid for the last ferry.'
    const other = 'Our offices are closed today.'
    t.strictSame(texts(HEADLINE, ...BODY, same, ...TEASERS), [...BODY, same])
    t.strictSame(texts(HEADLINE, ...BODY, other), [...BODY, other])
    t.strictSame(texts(HEADLINE, ...BODY, other, ...TEASERS), BODY)
  },
)

t.test('a line that leads on to the headline is its kicker, even right below a menu', async (t) => {
  const kicker = (line: string) => read(...MENU, line, HEADLINE, '', ...BODY).article.kicker
  t.equal(kicker('The mayor said on Monday:'), 'The mayor said on Monday:')
  t.equal(kicker('Follow us:'), null)
  t.equal(kicker('Motoring'), null)
})

t.test('a line in Latin letters is no headline of a text in others', async (t) => {
  const headline = 'افتتاح جسر الميناء بعد أربع سنوات من العمل'
  const paragraph =
    'افتتح جسر الميناء يوم الاثنين بعد أربع سنوات من العمل، وعبرته أولى الشاحنات بعد الظهر بحضور رئيس البلدية وأهل المدينة.'
  const text = [paragraph, `وقال رئيس البلدية إن ${paragraph}`, `وأضاف أن ${paragraph}`]
  for (const line of [
    'NewsCityHarbour Harbour Bridge Opened After Four Years',
    'The Harbour Example - News of the day',
  ])
    t.equal(read(line, headline, ...text).article.headline, headline)
})

const REST = [
  'The second half of the story of the bridge begins here, and the council says again that the bridge will open in the spring.',
  'The mayor told the council that the bridge had cost less than was feared, and that nobody would pay for crossing it.',
  'Until the spring the ferry goes on as before, every half an hour from the old pier, which the council wants to keep.',
]

t.test('the text goes on behind a box of teasers or a row of buttons, but not behind comments', async (t) => {
  const FIRST = BODY.map(
    (line) => `${line} The council and the mayor spoke of the bridge, the ferry and the pier in the spring.`,
  )
  const around = (...box: string[]) => texts(HEADLINE, '', ...[...FIRST, ...box, ...REST].flatMap((line) => [line, '']))
  const teasers = [
    'Storm closes the coastal road',
    'Choir looks for tenors',
    'Market moves to the square',
    'Baker of the year',
  ]
  t.strictSame(around('Most read in Town', ...teasers), [...FIRST, ...REST])
  t.strictSame(around(...Array<string>(30).fill('Share')), [...FIRST, ...REST])
  t.strictSame(around('Comments', ...teasers), FIRST)
  t.strictSame(around('Copyright 2024 The Harbour Paper', ...teasers), FIRST)
})

t.test('an article that the page has twice is read once', async (t) => {
  const once = [HEADLINE, '', ...BODY.flatMap((line) => [line, ''])]
  t.strictSame(texts(...once, 'Print view', '', ...once), BODY)
  t.strictSame(texts(...once), BODY)
})

t.test('a heading is one below read-also links, an advertisement, and where the highlights say it too', async (t) => {
  const headings = (...lines: string[]) => read(...lines).article.sections.flatMap(({ heading }) => heading ?? [])
  const text = [BODY[0] as string, '', BODY[1] as string]
  const rest = [
    BODY[2] as string,
    '',
    'Those who live at the other side have waited for the bridge since they were young, and many of them crossed it at once.',
  ]
  const links = ['Read also:', 'The ferry has left for good', 'What the bridge has cost us']
  t.strictSame(headings(HEADLINE, '', ...text, '', ...links, '', 'Children on board', '', ...rest), [
    'Children on board',
  ])
  t.strictSame(headings(HEADLINE, '', ...text, '', '', 'Advertisement', '', '– Children on board', '', ...rest), [
    '– Children on board',
  ])
  const highlights = ['Children on board', 'The ferry is old']
  t.strictSame(headings(HEADLINE, '', ...highlights, '', ...text, '', 'Children on board', '', ...rest), [
    'Children on board',
  ])
})
