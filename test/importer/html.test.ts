import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { fixtureCapture, fixturePages, htmlCapture } from '../helpers/captures.ts'
import { BODY, MORE } from '../helpers/made-up.ts'
import { reader } from '../helpers/reader.ts'

function read(html: string, url: string | null = null) {
  return draftOf(htmlCapture(html, null, url), { ...reader, captureLimit: 1e9 })
}

/** A page with a headline, two paragraphs and what the test is about. */
function page({ head = '', above = '', between = '', below = '' }): string {
  return `<html><head>${head}</head><body><article><h1>A headline that says what happened</h1>${above}
    <p>${BODY}</p>${between}<p>${MORE}</p>${below}</article></body></html>`
}

/** Milliseconds of the processor that it takes: the clock would count what else runs. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function jsonLd(text: string): string {
  return `<script type="application/ld+json">${text}</script>`
}

t.test('every line of a page is in the ledger, once and in order', async (t) => {
  for (const name of fixturePages()) {
    const { ledger } = draftOf(fixtureCapture(name), reader)
    t.strictSame(
      ledger.map(({ line }) => line),
      ledger.map((_, index) => index + 1),
      name,
    )
  }
})

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
  for (const [name, json, at] of DATES) t.equal(read(page({ head: jsonLd(json) })).article.published?.at, at, name)
})

t.test('a day that no calendar has, and an offset that no clock has, are none', async (t) => {
  const published = (date: string) =>
    read(page({ head: jsonLd(`{"@type":"NewsArticle","datePublished":"${date}"}`) })).article.published
  t.equal(published('2021-02-31T10:00:00+02:00'), null)
  t.match(published('2021-02-28T10:00:00+99:99'), { at: '2021-02-28T10:00:00', zoneFrom: null })
})

t.test('the image that a page states is served as text and with an address of the web, or not at all', async (t) => {
  const image = (url: string, caption = '') => {
    const json = `{"@type":"NewsArticle","image":{"url":"${url}","caption":"${caption}"}}`
    return read(page({ head: jsonLd(json) }), 'https://a.example/story').article.images
  }
  t.match(image('/a.jpg', 'A ferry\\n at &quot;dawn&quot;\\ud800'), [
    { url: 'https://a.example/a.jpg', caption: 'A ferry at "dawn"' },
  ])
  t.strictSame(image('javascript:alert(1)'), [])
})

t.test('the visible local time takes its offset from the metadata, and disagreement is noted', async (t) => {
  const dated = (stated: string, shown: string) => {
    const head = `<meta property="article:published_time" content="${stated}">`
    const { published, notes } = read(page({ head, above: `<p class="date">${shown}</p>` })).article
    return [published?.at, published?.zoneFrom, notes.filter(({ rule }) => rule === 'date-of-metadata').length]
  }
  t.strictSame(dated('2021-05-06T07:08:00Z', '6 May 2021, 10:08'), ['2021-05-06T10:08:00+03:00', 'metadata', 0])
  t.strictSame(dated('2021-05-06T22:30:00Z', '7 May 2021, 1:30'), ['2021-05-07T01:30:00+03:00', 'metadata', 0])
  t.strictSame(dated('2021-05-06T07:08:00Z', '6 May 2021, 7:08'), ['2021-05-06T07:08:00+00:00', 'metadata', 1])
  t.strictSame(dated('2021-05-06T07:08:00+02:00', '9 May 2021, 16:41'), ['2021-05-06T07:08:00+02:00', 'metadata', 1])
  t.strictSame(dated('2021-05-06', '6 May 2021, 7:08'), ['2021-05-06T07:08:00', null, 0])
})

t.test('headings are elements or bold lines, captions and credits are those of figures', async (t) => {
  const { article } = read(
    page({
      between: `<figure><img src="/a.jpg" alt="A ferry"><figcaption>The ferry at dawn<span class="credit">Ada Moss</span></figcaption></figure>
        <p><b>What comes next</b></p><p>${MORE.replace('second', 'third')}</p><h2>And then</h2>`,
    }),
    'https://paper.example/2021/ferry',
  )
  t.strictSame(
    article.sections.map(({ heading }) => heading),
    [null, 'What comes next', 'And then'],
  )
  t.match(article.images, [{ url: 'https://paper.example/a.jpg', caption: 'The ferry at dawn', credit: 'Ada Moss' }])
})

const HEADINGS: [name: string, html: string, headings: string[]][] = [
  ['a heading of two lines', '<h2>What<br>comes next</h2>', ['What comes next']],
  ['a bold line', '<p><b>What comes next</b></p>', ['What comes next']],
  ['bold by a class', '<p><span class="strong">What comes next</span></p>', ['What comes next']],
  [
    'parted by a style sheet',
    '<div><span class="strong">What comes next</span><span class="br"></span></div>',
    ['What comes next'],
  ],
  ['a bold sentence', '<p><b>It was over by noon.</b></p>', []],
  ['a link', '<h3><a href="/b">Another article of the paper</a></h3>', []],
  ['a teaser with its date', '<h2>Another article of the paper</h2><p class="date">2 May 2021</p>', []],
  [
    'a heading in an aside',
    '<aside><h3>Our letter</h3><p>Every Monday in your inbox, and free of charge for all.</p></aside>',
    [],
  ],
]

const PICTURES: [name: string, html: string, caption: string | null, credit: string | null][] = [
  [
    'a line that is alone with it',
    '<div><img src="a.jpg" alt="x"><br><span>A ferry in the fog at dawn</span></div>',
    'A ferry in the fog at dawn',
    null,
  ],
  [
    'with a credit at its end',
    '<div><img src="a.jpg" alt="x"><div>A ferry in the fog (Reuters)</div></div>',
    'A ferry in the fog',
    'Reuters',
  ],
  [
    'a figure with both in one line',
    '<figure><img src="a.jpg"><figcaption>A ferry in the fog. Photo: Jane Doe</figcaption></figure>',
    'A ferry in the fog.',
    'Jane Doe',
  ],
  ['a paragraph is none', '<img src="a.jpg" alt="x"><p>It was a grey day by the sea</p>', null, null],
  [
    'a link is none',
    '<div><img src="a.jpg" alt="x"><div><a href="https://a.example/">All of our pictures here</a></div></div>',
    null,
    null,
  ],
]

t.test('a caption is what stands with the image alone, and its credit at its end', async (t) => {
  for (const [name, html, caption, credit] of PICTURES) {
    const { images } = read(page({ above: html })).article
    t.equal(images[0]?.caption ?? null, caption, name)
    t.equal(images[0]?.credit ?? null, credit, name)
  }
})

t.test(
  'a page that shows no text is an article without text where it states a headline and a date, else refused',
  async (t) => {
    const title = 'The evening programme of the harbour radio.'
    const bare = (head: string) =>
      `<html><head>${head}</head><body><h1>${title}</h1>${`<p>${title}</p>`.repeat(3)}</body></html>`
    const stated = jsonLd('{"@type":"NewsArticle","datePublished":"2021-05-06"}')
    t.match(read(bare(stated)).article, { lead: null, published: { at: '2021-05-06' }, notes: [{ rule: 'no-text' }] })
    t.throws(() => read(bare('')), { code: 'no_article', faults: [{ code: 'no_text' }] })
  },
)

t.test('text that a page has three times is there once', async (t) => {
  const { sections, language } = read(page({ between: `<p>${BODY}</p>`, below: `<p>${BODY}</p>` })).article
  t.equal(language, 'en')
  t.strictSame(
    sections[0]?.blocks.map((block) => 'text' in block && block.text),
    [BODY, MORE],
  )
})

t.test('lists and quotations are blocks of their own', async (t) => {
  const list = '<ul><li>Three boats a day from the old pier</li><li>One boat a day from the new pier</li></ul>'
  const { sections } = read(
    page({ between: `${list}<blockquote><p>We are glad to be at sea again.</p></blockquote>` }),
  ).article
  t.strictSame(
    sections.flatMap(({ blocks }) => blocks.map(({ type }) => type)),
    ['paragraph', 'list-item', 'list-item', 'quote', 'paragraph'],
  )
})

t.test('headings are what has text of the article below it', async (t) => {
  for (const [name, html, headings] of HEADINGS) {
    const { sections } = read(page({ between: html })).article
    t.strictSame(
      sections.flatMap(({ heading }) => heading ?? []),
      headings,
      name,
    )
  }
})

t.test('a page in a form, as some servers write it, is read like any other', async (t) => {
  const html = page({ above: '<p class="date">6 May 2021</p>' })
    .replace('<article>', '<form>')
    .replace('</article>', '</form>')
  t.match(read(html).article, { headline: /what happened/, published: { at: '2021-05-06' } })
})

t.test('related links have their addresses', async (t) => {
  const { related } = read(
    page({ between: '<p>Read also: <a href="/b">The ferry is back</a></p>' }),
    'https://paper.example/a',
  ).article
  t.match(related, [{ title: 'The ferry is back', url: 'https://paper.example/b', section: 1 }])
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
      read(page({ head })).article.authors.map(({ name }) => name),
      names,
      stated,
    )
  }
})

t.test('no script runs and nothing is loaded', async (t) => {
  const before = globalThis.fetch
  t.teardown(() => (globalThis.fetch = before))
  globalThis.fetch = () => t.fail('a page was fetched') as never
  const head = `<script>globalThis.ran = true</script><link rel="stylesheet" href="https://paper.example/a.css">`
  read(
    page({
      head,
      between: `<iframe src="https://paper.example/"></iframe><img src="https://paper.example/a.jpg" onerror="globalThis.ran = true">`,
    }),
  )
  t.notOk('ran' in globalThis)
})

const REFUSED: [name: string, html: () => string, code: string][] = [
  ['no text', () => '<html><body><script>draw()</script></body></html>', 'empty'],
  [
    'menus only',
    () => `<html><body><nav>${'<a href="/a">Section</a>'.repeat(30)}</nav></body></html>`,
    'furniture_only',
  ],
  ['10,000 nested elements', () => `${'<div>'.repeat(10_000)}${BODY}`, 'page_too_large'],
  ['10,000 nested elements with wrong ends', () => `${'<div></b>'.repeat(10_000)}${BODY}`, 'page_too_large'],
  ['a million elements', () => `${'<b>x</b>'.repeat(1_000_000)}`, 'page_too_large'],
  ['50 MB of text', () => `<p>${'word '.repeat(10_000_000)}</p>`, 'page_too_large'],
]

for (const [name, html, code] of REFUSED) {
  t.test(`a page with ${name} is refused within a second`, async (t) => {
    const capture = htmlCapture(html())
    const time = processorTime(() =>
      t.throws(() => draftOf(capture, { ...reader, captureLimit: 1e9 }), { code: 'no_article', faults: [{ code }] }),
    )
    t.ok(time < 1000, `${time} ms`)
  })
}

t.test('hostile pages become an article all the same', async (t) => {
  const pages = [
    page({ between: `<p>${'word '.repeat(100_000)}</p>` }),
    page({ between: '<script>'.repeat(50_000) }),
    page({ between: '<!--'.repeat(50_000) }),
    page({ between: `<p class="${'a-'.repeat(200_000)}">x</p>` }),
    page({ between: '<p title="'.repeat(20_000) }),
    page({ head: jsonLd('['.repeat(100_000)) }),
    page({ head: jsonLd(`{"@type":"Article","a":"${'"headline":"'.repeat(50_000)}`) }),
    page({ between: '<'.repeat(50_000) }),
  ]
  for (const [index, html] of pages.entries()) {
    const time = processorTime(() => t.match(read(html).article.lead ?? '', /first paragraph/, String(index)))
    t.ok(time < 1500, `${index}: ${time} ms`)
  }
})
