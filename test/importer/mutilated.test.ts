import fc from 'fast-check'
import t from 'tap'
import type { Capture } from '../../src/domain/capture.ts'
import { KhabarError } from '../../src/domain/error.ts'
import { servedText } from '../../src/importer/page.ts'
import { decode } from '../../src/importer/readers/decode.ts'
import { LINE_END } from '../../src/importer/readers/lines.ts'
import { draftOf } from '../../src/ingest.ts'
import { fixtureCapture, fixtureNames, shippedCapture, textCapture } from '../helpers/captures.ts'
import { encodeUtf16 } from '../helpers/encode.ts'
import { reader } from '../helpers/reader.ts'
import { servedTexts } from '../helpers/served.ts'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry sails again | The Harbour</title>
<meta property="og:title" content="The ferry sails &amp; sails again"><meta property="article:published_time" content="2021-03-12T09:30:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"The ferry sails \\u0026 sails again",
"datePublished":"2021-03-12T09:30:00Z","author":[{"@type":"Person","name":"Lena Strand"}],"image":{"@type":"ImageObject","url":"https://harbour.example/ferry.jpg","caption":"The ferry at dawn"}}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav><article><p class="kicker">Harbour</p>
<h1>The ferry sails &amp; sails again</h1><p>By <a rel="author" href="/l">Lena Strand</a> <time datetime="2021-03-12T09:30:00Z">12 March 2021, 09:30 GMT</time></p>
<figure><img src="/ferry.jpg" alt="A ferry"><figcaption>The ferry at dawn <span class="credit">Photo: Jane Doe</span></figcaption></figure>
<p>The ferry that links the harbour with the three islands sailed again on Friday, a month after a storm had damaged its <b>rudder</b>&nbsp;&#8211; and its mast.</p>
<h2>What has changed</h2><p>The timetable is shorter than before, the harbour master said, since two of the five boats are still waiting for parts from abroad.</p>
<blockquote><p>We are glad to be at sea again, whatever the weather will be in the days to come.</p></blockquote>
<ul><li>Three boats a day from the old pier</li><li>One boat a day from the new pier</li></ul><p><strong>Read also:</strong> <a href="/storm">The storm of February</a></p></article>
<footer>© The Harbour</footer></body></html>`

const BASES: Capture[] = [
  ...[shippedCapture(), ...fixtureNames().map(fixtureCapture)],
  ...Array.from({ length: 12 }, () => ({ ...textCapture(PAGE), mediaType: 'text/html' as const })),
]

/** What stands in captures where it should not, or means something to a rule. */
const DEBRIS = [
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\ufeff',
    '\u202e',
    '\u200f',
    '\u2066',
    '\u00ad',
    '\u0301\u0301',
    '\u2028',
    '\r',
    '\u0085',
  ],
  ...[
    '\ud83d\ude00',
    'ـ',
    '\u00a0',
    '…'.repeat(300),
    '- '.repeat(300),
    '&#xD800;',
    '&#0;',
    '&nbsp;',
    '&quot;',
    '<',
    '-->',
    '<p>',
    '</article>',
  ],
  ...[
    '<script>',
    '</div></div>',
    '"}',
    '\\',
    '\n\n',
    'اقرأ أيضاً:',
    '\nRead also:\n',
    'By ',
    'بقلم: ',
    '(AP) -- ',
    '\n12/13/2014 25:61\n',
    '99:99',
  ],
  ...['\n٣١ فبراير ٢٠٢٠\n', '\nicon\n', '\nimage.jpg\n', ' (رويترز)', 'Photo: ', 'القاهرة ـ ', '* ', '"', '1. '],
]

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ' }

type Mutilation = (bytes: Uint8Array) => Uint8Array

const place = fc.double({ min: 0, max: 1, noNaN: true })
const ofLines = (change: (lines: string[]) => string[]) => (bytes: Uint8Array) =>
  Buffer.from(change(Buffer.from(bytes).toString().split('\n')).join('\n'))

const mutilation: fc.Arbitrary<Mutilation> = fc.oneof(
  fc.tuple(place, place).map(([one, other]) => (bytes: Uint8Array) => {
    const [from, to] = [Math.min(one, other) * bytes.length, Math.max(one, other) * bytes.length]
    return bytes.slice(from, to)
  }),
  place.map((at) => (bytes: Uint8Array) => bytes.slice(0, at * bytes.length)),
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => (bytes: Uint8Array) => {
    const flipped = Uint8Array.from(bytes)
    const offset = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
    if (offset >= 0) flipped[offset] = (flipped[offset] as number) ^ bits
    return flipped
  }),
  fc.tuple(place, fc.constantFrom(...DEBRIS)).map(([at, debris]) => (bytes: Uint8Array) => {
    const chars = [...Buffer.from(bytes).toString()]
    return Buffer.from(chars.toSpliced(at * chars.length, 0, debris).join(''))
  }),
  fc.array(place, { minLength: 5, maxLength: 5 }).map((order) =>
    ofLines((lines) => {
      const keyed = lines.map((line, at) => ({ line, key: Math.sin(at * (1 + (order[at % 5] as number) * 1000)) }))
      return keyed.sort((one, other) => one.key - other.key).map(({ line }) => line)
    }),
  ),
  fc.tuple(place, fc.integer({ min: 2, max: 200 })).map(([at, times]) =>
    ofLines((lines) => {
      const line = lines[Math.floor(at * (lines.length - 1))] as string
      return [...lines, ...Array<string>(times).fill(line)]
    }),
  ),
  fc
    .constantFrom('', ' ', '\t')
    .map((glue) => (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replaceAll('\n', glue))),
  place.map((at) => ofLines((lines) => lines.filter((line, index) => line !== '' || index / lines.length > at))),
  place.map((at) => (bytes: Uint8Array) => {
    const cut = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.slice(0, cut), Buffer.from(Buffer.from(bytes.slice(cut)).toString(), 'latin1')])
  }),
  fc.constant((bytes: Uint8Array) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), encodeUtf16(Buffer.from(bytes).toString())]),
  ),
)

const mutilated = fc
  .tuple(fc.constantFrom(...BASES), fc.array(mutilation, { minLength: 1, maxLength: 4 }))
  .map(([base, changes]): Capture => ({ ...base, bytes: changes.reduce((bytes, change) => change(bytes), base.bytes) }))

t.test('a mutilated capture gives an article of its own text and a whole ledger, or a refusal', async (t) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  t.comment(`seed ${seed}`)
  const tally = { articles: 0, refusals: 0, slowest: 0 }
  fc.assert(
    fc.property(mutilated, (capture) => {
      const start = performance.now()
      const draft = tryRead(capture)
      tally.slowest = Math.max(tally.slowest, performance.now() - start)
      if (draft === null) {
        tally.refusals++
        return
      }
      tally.articles++
      checkTexts(capture, servedTexts(draft.article))
      if (capture.mediaType === 'text/plain') checkLedger(capture, draft.ledger)
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 250) },
  )
  t.comment(`${tally.articles} articles, ${tally.refusals} refusals, the slowest in ${Math.round(tally.slowest)} ms`)
  t.ok(tally.articles > tally.refusals / 4, 'there was something to read')
})

function tryRead(capture: Capture) {
  try {
    return draftOf(capture, reader)
  } catch (error) {
    if (error instanceof KhabarError && ['no_article', 'too_large'].includes(error.code)) return null
    throw error
  }
}

function checkTexts(capture: Capture, texts: string[]): void {
  const sources = sourcesOf(capture)
  for (const text of texts) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be served
    if (/[\u0000\p{Cs}]/u.test(text)) throw new Error(`not fit to be served: ${JSON.stringify(text)}`)
    // A tag that is left of broken markup may have had another one behind it: <!doctype html<p>"…
    const parts = isMarkedUp(capture) ? text.split(/[\s<>]+/u) : [withoutSpace(text)]
    for (const part of parts) {
      if (!sources.some((source) => source.includes(part))) throw new Error(`invented: ${JSON.stringify(part)}`)
    }
  }
}

/** Pages, and dumps with marks between their words: "[a link](/x)", "**bold**", "[12]a link". */
function isMarkedUp(capture: Capture): boolean {
  return capture.mediaType === 'text/html' || /\]\(|\*\*|\[\d{1,3}\]/u.test(decode(capture.bytes, capture).text)
}

/**
 * The capture's text; of a page, its source with and without markup and escapes, as text comes from metadata too. What is
 * not shown may stand between its words, e.g. a script, so that they are looked for one by one.
 */
function sourcesOf(capture: Capture): string[] {
  const { text } = decode(capture.bytes, capture)
  if (capture.mediaType === 'text/plain') {
    // An image without a text is served by its file's name.
    const links = /!?\[([^[\]]{0,1000})\]\((?:[^()]{0,2000}\/)?([^()/]{0,200})\)/gu
    const unlinked = text.replace(links, (_, words, file) => words || file)
    // Dumps write their marks into words where a capture is mutilated: "#[1]alternate", "[Culture](/4)# The old".
    const unmarked = unlinked.replace(/\[\d{1,4}\]|\*\*|[\\_]/gu, '')
    return [text, text.replace(/\[\d{1,4}\]/gu, ''), unlinked, unmarked].map((source) =>
      withoutSpace(servedText(source)),
    )
  }
  const withoutTags = text.replace(/<[^<>]*>/gu, '')
  const unescaped = text
    .replace(/\\u([0-9a-f]{4})/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/gu, '$1')
  return [text, withoutTags, unescaped]
    .flatMap((source) => [source, withoutEntities(source), withoutEntities(withoutEntities(source))])
    .map((source) => withoutSpace(servedText(source)))
}

function withoutEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/giu, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/gu, (_, code) => character(Number(code)))
    .replace(/&(amp|quot|lt|gt|nbsp);?/gu, (_, name) => ENTITIES[name] as string)
}

function character(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '')
}

function checkLedger(capture: Capture, ledger: { line: number; text: string }[]): void {
  const lines = decode(capture.bytes, capture).text.split(LINE_END)
  const wanted = lines
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => /[^\s\p{Cc}\p{Cf}]/u.test(text))
  const found = ledger.map(({ line, text }) => ({ line, text }))
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error('the ledger is not the capture, line by line')
}
