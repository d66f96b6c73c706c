import t from 'tap'
import { HEADLINE, MENU, read, texts } from '../helpers/harbour.ts'

t.test('thousands of wrapped lines are joined, and as many short ones are not', async (t) => {
  const words = 'a row of words that is as wide as any\n'
  t.ok(read(`${words.repeat(12_000)}It ends here at last.`).ledger.length > 12_000)
  t.throws(() => read('a line of text\n'.repeat(18_000)), { code: 'no_article', faults: [{ code: 'furniture_only' }] })
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
