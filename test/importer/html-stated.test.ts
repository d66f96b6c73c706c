import t from 'tap'
import { jsonLd, page, readPage } from '../helpers/html-page.ts'

const DATES: [name: string, json: string, at: string | undefined][] = [
  ['plain', '{"@type":"NewsArticle","datePublished":"2021-05-06T07:08:09+02:00"}', '2021-05-06T07:08:09+02:00'],
  ['an array', '[{"@type":"Organization"},{"@type":"Article","datePublished":"2021-05-06"}]', '2021-05-06'],
  ['a graph', '{"@graph":[{"@type":"NewsArticle","datePublished":"2021-05-06T07:08Z"}]}', '2021-05-06T07:08:00+00:00'],
  [
    'a main entity',
    '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"20210506T070800+0900"}}',
    '2021-05-06T07:08:00+09:00',
  ],
  [
    'a comma too many',
    '{"@type":"NewsArticle","datePublished":"2021-05-06T07:08:09+02:00",}',
    '2021-05-06T07:08:09+02:00',
  ],
  ['a raw line end', '{"@type":"NewsArticle","headline":"One\n two","datePublished":"2021-05-06"}', '2021-05-06'],
  ['CDATA', '/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2021-05-06"}/*]]>*/', '2021-05-06'],
  ['a comment', '<!-- {"@type":"NewsArticle","datePublished":"2021-05-06"} -->', '2021-05-06'],
  [
    'entities',
    '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2021-05-06&quot;}',
    '2021-05-06',
  ],
  [
    'a quotation mark left open',
    '{"@type":"NewsArticle","headline":"He said "no"","datePublished":"2021-05-06"}',
    '2021-05-06',
  ],
  ['American', '{"@type":"NewsArticle","datePublished":"12/21/2023 4:30:26 PM"}', '2023-12-21T16:30:26'],
  ['Arabic', '{"@type":"NewsArticle","datePublished":"الأربعاء، 07 أكتوبر 2020 - 12:09 م"}', '2020-10-07T12:09:00'],
  ['Persian', '{"@type":"NewsArticle","datePublished":"۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹"}', '2020-05-10T18:59:00'],
  ['no date at all', '{"@type":"NewsArticle","datePublished":"yesterday"}', undefined],
]

t.test('publication is read from JSON-LD as pages have it', async (t) => {
  for (const [name, json, at] of DATES) t.equal(readPage(page({ head: jsonLd(json) })).article.published?.at, at, name)
})

t.test('a day that no calendar has, and an offset that no clock has, are none', async (t) => {
  const published = (date: string) =>
    readPage(page({ head: jsonLd(`{"@type":"NewsArticle","datePublished":"${date}"}`) })).article.published
  t.equal(published('2021-02-31T10:00:00+02:00'), null)
  t.match(published('2021-02-28T10:00:00+99:99'), { at: '2021-02-28T10:00:00', zoneFrom: null })
})

t.test('the image that a page states is served as text and with an address of the web, or not at all', async (t) => {
  const image = (url: string, caption = '') => {
    const json = `{"@type":"NewsArticle","image":{"url":"${url}","caption":"${caption}"}}`
    return readPage(page({ head: jsonLd(json) }), 'https://a.example/story').article.images
  }
  t.match(image('/a.jpg', 'A ferry\\n at &quot;dawn&quot;\\ud800'), [
    { url: 'https://a.example/a.jpg', caption: 'A ferry at "dawn"' },
  ])
  t.strictSame(image('javascript:alert(1)'), [])
})

t.test('the visible local time takes its offset from the metadata, and disagreement is noted', async (t) => {
  const dated = (stated: string, shown: string) => {
    const head = `<meta property="article:published_time" content="${stated}">`
    const { published, notes } = readPage(page({ head, above: `<p class="date">${shown}</p>` })).article
    return [published?.at, published?.zoneFrom, notes.filter(({ rule }) => rule === 'date-of-metadata').length]
  }
  t.strictSame(dated('2021-05-06T07:08:00Z', '6 May 2021, 10:08'), ['2021-05-06T10:08:00+03:00', 'metadata', 0])
  t.strictSame(dated('2021-05-06T22:30:00Z', '7 May 2021, 1:30'), ['2021-05-07T01:30:00+03:00', 'metadata', 0])
  t.strictSame(dated('2021-05-06T07:08:00Z', '6 May 2021, 7:08'), ['2021-05-06T07:08:00+00:00', 'metadata', 1])
  t.strictSame(dated('2021-05-06T07:08:00+02:00', '9 May 2021, 16:41'), ['2021-05-06T07:08:00+02:00', 'metadata', 1])
  t.strictSame(dated('2021-05-06', '6 May 2021, 7:08'), ['2021-05-06T07:08:00', null, 0])
})

const AUTHORS: [stated: string, names: string[]][] = [
  ['{"name":"Ada Moss"}', ['Ada Moss']],
  ['["Ada Moss",{"@type":"Person","name":"Ben Hale"}]', ['Ada Moss', 'Ben Hale']],
  ['"By Ada Moss and Ben Hale"', ['Ada Moss', 'Ben Hale']],
  ['"Ada Moss - Harbourton"', ['Ada Moss']],
  ['["ada@paper.example","https://social.example/ada"]', []],
]

t.test('authors are names', async (t) => {
  for (const [stated, names] of AUTHORS) {
    const head = jsonLd(`{"@type":"NewsArticle","author":${stated}}`)
    t.strictSame(
      readPage(page({ head })).article.authors.map(({ name }) => name),
      names,
      stated,
    )
  }
})

t.test(
  'a page that shows no text is an article without text where it states a headline and a date, else refused',
  async (t) => {
    const title = 'The evening programme of the harbour radio.'
    const bare = (head: string) =>
      `<html><head>${head}</head><body><h1>${title}</h1>${`<p>${title}</p>`.repeat(3)}</body></html>`
    const stated = jsonLd('{"@type":"NewsArticle","datePublished":"2021-05-06"}')
    t.match(readPage(bare(stated)).article, {
      lead: null,
      published: { at: '2021-05-06' },
      notes: [{ rule: 'no-text' }],
    })
    t.throws(() => readPage(bare('')), { code: 'no_article', faults: [{ code: 'no_text' }] })
  },
)
