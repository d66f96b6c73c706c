import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { fixtureCapture, fixturePages } from '../helpers/captures.ts'
import { jsonLd, page, readPage } from '../helpers/html-page.ts'
import { BODY, MORE } from '../helpers/made-up.ts'
import { reader } from '../helpers/reader.ts'

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

t.test('headings are elements or bold lines, captions and credits are those of figures', async (t) => {
  const { article } = readPage(
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
    const { images } = readPage(page({ above: html })).article
    t.equal(images[0]?.caption ?? null, caption, name)
    t.equal(images[0]?.credit ?? null, credit, name)
  }
})

t.test('text that a page has three times is there once', async (t) => {
  const { sections, language } = readPage(page({ between: `<p>${BODY}</p>`, below: `<p>${BODY}</p>` })).article
  t.equal(language, 'en')
  t.strictSame(
    sections[0]?.blocks.map((block) => 'text' in block && block.text),
    [BODY, MORE],
  )
})

t.test('lists and quotations are blocks of their own', async (t) => {
  const list = '<ul><li>Three boats a day from the old pier</li><li>One boat a day from the new pier</li></ul>'
  const { sections } = readPage(
    page({ between: `${list}<blockquote><p>We are glad to be at sea again.</p></blockquote>` }),
  ).article
  t.strictSame(
    sections.flatMap(({ blocks }) => blocks.map(({ type }) => type)),
    ['paragraph', 'list-item', 'list-item', 'quote', 'paragraph'],
  )
})

t.test('headings are what has text of the article below it', async (t) => {
  for (const [name, html, headings] of HEADINGS) {
    const { sections } = readPage(page({ between: html })).article
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
  t.match(readPage(html).article, { headline: /what happened/, published: { at: '2021-05-06' } })
})

t.test('related links have their addresses', async (t) => {
  const { related } = readPage(
    page({ between: '<p>Read also: <a href="/b">The ferry is back</a></p>' }),
    'https://paper.example/a',
  ).article
  t.match(related, [{ title: 'The ferry is back', url: 'https://paper.example/b', section: 1 }])
})

t.test('no script runs and nothing is loaded', async (t) => {
  const before = globalThis.fetch
  t.teardown(() => (globalThis.fetch = before))
  globalThis.fetch = () => t.fail('a page was fetched') as never
  const head = `<script>globalThis.ran = true</script><link rel="stylesheet" href="https://paper.example/a.css">`
  readPage(
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
  t.test(`a page with ${name} is refused`, async (t) => {
    t.throws(() => readPage(html()), { code: 'no_article', faults: [{ code }] })
  })
}

t.test('hostile pages become an article all the same', async (t) => {
  const pages = [
    page({ between: `<p>${'word '.repeat(90_000)}</p>` }),
    page({ between: '<script>'.repeat(50_000) }),
    page({ between: '<!--'.repeat(50_000) }),
    page({ between: `<p class="${'a-'.repeat(200_000)}">x</p>` }),
    page({ between: '<p title="'.repeat(20_000) }),
    page({ head: jsonLd('['.repeat(100_000)) }),
    page({ head: jsonLd(`{"@type":"Article","a":"${'"headline":"'.repeat(50_000)}`) }),
    page({ between: '<'.repeat(30_000) }),
  ]
  for (const [index, html] of pages.entries())
    t.match(readPage(html).article.lead ?? '', /first paragraph/, String(index))
})
