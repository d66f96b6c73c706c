import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { textCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'

const HEADLINE = 'The harbour bridge opens after four years of work'
const BODY = [
  'The harbour bridge was opened on Monday after four years of work, and the first lorries crossed it in the afternoon. The mayor was there.',
  'The work had cost twice what was planned in the beginning. The council will look into it before the summer, said the mayor.',
  'For the ferry this is the end: the last one left the harbour in the evening, and those who worked on it look for other work.',
]
const MENU = ['News', 'Sports', 'Weather', 'Business', 'Culture', 'Opinion', 'Podcasts']
const TEASERS = [
  'Storm warning for the coast: what you need to know about trains and flights',
  'Why a small cheese dairy in the mountains has won all the prizes this year',
  'Tax office finds a forgotten suitcase with letters of a famous poet',
]

function read(...lines: string[]) {
  return draftOf(textCapture(lines.join('\n')), reader)
}

function texts(...lines: string[]): string[] {
  const { sections } = read(...lines).article
  return sections.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [heading]),
    ...blocks.map((block) => ('text' in block ? block.text : '')),
  ])
}

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

t.test('thousands of wrapped lines are joined, and as many short ones are not', async (t) => {
  const words = 'a row of words that is as wide as any\n'
  t.ok(read(`${words.repeat(12_000)}It ends here at last.`).ledger.length > 12_000)
  t.throws(() => read('a line of text\n'.repeat(18_000)), { code: 'no_article', faults: [{ code: 'furniture_only' }] })
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

t.test('lines that lynx breaks some columns early are joined all the same', async (t) => {
  const wrapped = [
    '   The harbour bridge was opened on Monday after four years of work, and the',
    '   first lorries crossed it in the afternoon, with the mayor in the first of',
    '   them, who said that nobody had believed in it when the work had begun.',
    '   For the ferry this is the end: the last one left the harbour at midnight',
    '   and those who had worked on it for so many years now look for other work.',
    '   The work had cost twice what was planned in the beginning, and the council of',
    '   the town will look into it before the summer, said one who sits on it.',
  ]
  t.strictSame(
    texts(`   ${HEADLINE}`, '', ...wrapped.slice(0, 3), '', ...wrapped.slice(3, 5), '', ...wrapped.slice(5)),
    [
      wrapped
        .slice(0, 3)
        .map((line) => line.trim())
        .join(' '),
      wrapped
        .slice(3, 5)
        .map((line) => line.trim())
        .join(' '),
      wrapped
        .slice(5)
        .map((line) => line.trim())
        .join(' '),
    ],
  )
})

t.test('a headline that lynx sets in the middle goes over two lines, and a date is a line of its own', async (t) => {
  const { article } = read(
    'The harbour bridge opens after four years of work, and the mayor is the first',
    '                              who crosses it',
    '',
    '   A summary that is as long as the width of the page and says what has happened',
    '   2024-07-03 | 14:05',
    '',
    '   The harbour bridge was opened on Monday after four years of work, and the first',
    '   lorries crossed it in the afternoon. The mayor was there with those who had been',
    '   working on it for so many years, and who now look for other work in the town.',
    '',
    '   The work had cost twice what was planned in the beginning, and the council of',
    '   the town will look into it before the summer, said one who sits on it.',
  )
  t.match(article.headline, /the mayor is the first who crosses it$/)
  t.match(article.published, { at: '2024-07-03T14:05:00', raw: '2024-07-03 | 14:05' })
})

t.test(
  "Debian's html2text wraps headings in stars, underlines links and has no blank lines between paragraphs",
  async (t) => {
    const dump = [
      '    * News',
      '    * Sport',
      'Bridges_and_ferries',
      '****** The harbour bridge opens after four years of work, and the mayor crosses it',
      'first ******',
      'The harbour bridge was opened on Monday after four years of work, and the first',
      'lorries crossed it in the afternoon. The mayor was there.',
      '***** What it has cost *****',
      'The work had cost twice what was planned in the beginning, says the council. That',
      '– and nobody doubts it – is what the_report_of_the_auditors had told it two years',
      'ago. The council will look into it before the summer.',
      'For the ferry this is the end: the last one left the harbour in the evening, and',
      'those who worked on it look for other work in the town.',
    ]
    const { article } = read(...dump)
    t.equal(article.headline, 'The harbour bridge opens after four years of work, and the mayor crosses it first')
    t.strictSame(
      article.sections.map(({ heading, blocks }) => [heading, blocks.length]),
      [
        [null, 1],
        ['What it has cost', 2],
      ],
    )
    t.match(
      texts(...dump)[2],
      /That – and nobody doubts it – is what the report of the auditors had told it two years ago/,
    )
  },
)

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

t.test('the wide headings and links of Markdown do not hide that its text is wrapped', async (t) => {
  const dump = [
    ...MENU.map((word) => `  * [${word}](https://harbour.example/sections/${word.toLowerCase()}/index)`),
    '',
    `# ${HEADLINE}, and the mayor of the town crosses it first with her bicycle in the rain`,
    '',
    'The harbour bridge was opened on Monday after four years of work, and the first',
    'lorries crossed it in the afternoon. The mayor was there.',
    '',
    '## What it has cost',
    '',
    'The work had cost twice what was planned in the beginning. The council will look',
    'into it before the summer, said the mayor, who had promised [a report](/reports/12)',
    'by then.',
    '',
    'Those who live at the other side have waited for the bridge since they were young,',
    'and many of them crossed it at once, on foot, with lanterns in their hands.',
    '',
    'For the ferry this is the end: the last one left the harbour in the evening, and',
    'those who worked on it look for other work in the town.',
  ]
  const { article } = read(...dump)
  t.equal(article.headline, `${HEADLINE}, and the mayor of the town crosses it first with her bicycle in the rain`)
  t.strictSame(
    article.sections.map(({ heading, blocks }) => [heading, blocks.length]),
    [
      [null, 1],
      ['What it has cost', 3],
    ],
  )
})
