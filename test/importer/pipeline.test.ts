import fc from 'fast-check'
import t from 'tap'
import { articleSchema } from '../../src/domain/article.ts'
import { KhabarError } from '../../src/domain/error.ts'
import { draftOf, previewOf } from '../../src/ingest.ts'
import { fixtureCapture, fixtureNames, shippedCapture, textCapture } from '../helpers/captures.ts'
import { BODY, HEADLINE, MORE, readText as read } from '../helpers/made-up.ts'
import { reader } from '../helpers/reader.ts'

t.test('every non-blank line of a capture is in the ledger, once, in order and as captured', async (t) => {
  for (const capture of [shippedCapture(), ...fixtureNames().map(fixtureCapture)]) {
    const { ledger } = draftOf(capture, reader)
    const text = new TextDecoder().decode(capture.bytes)
    const lines = text.split(/\r\n|\n/).map((raw, index) => ({ line: index + 1, text: raw }))
    t.strictSame(
      ledger.map(({ line, text }) => ({ line, text })),
      lines.filter(({ text }) => text.trim() !== ''),
      capture.name ?? '',
    )
  }
})

t.test('any text either becomes an article with a whole ledger or is refused with a line', async (t) => {
  const pieces = fc.constantFrom(
    HEADLINE,
    BODY,
    MORE,
    '',
    'اقرأ أيضاً: خبر آخر',
    '2020.10.02 | 16:43 دمشق',
    'icon',
    '+A',
    'صورة.jpg',
    'x',
    '\u200f',
    '٣',
  )
  const capture = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 200 })), { maxLength: 40 })
  const seed = Math.floor(Math.random() * 2 ** 31)
  t.comment(`seed ${seed}`)
  fc.assert(
    fc.property(capture, (lines) => {
      const text = lines.join('\n').replaceAll('\0', '')
      try {
        const draft = read(text)
        articleSchema.parse({ ...previewOf(draft), tags: [] })
        const known = draft.ledger.map(({ line }) => line)
        return new Set(known).size === known.length
      } catch (error) {
        return error instanceof KhabarError && error.code === 'no_article' && (error.faults[0]?.line ?? 0) > 0
      }
    }),
    { seed, numRuns: 300 },
  )
})

t.test('one line, thousands of times over, still gets each line its role', async (t) => {
  const lines = [
    '2020.10.02 | 16:43 دمشق',
    HEADLINE,
    'اقرأ أيضاً: خبر آخر',
    'image.jpg',
    'A caption (AFP)',
    'القاهرة - رويترز',
  ]
  for (const line of lines) {
    const { ledger } = read(`${`${line}\n`.repeat(9000).slice(0, 400_000)}\n\n${BODY}\n`)
    t.ok(ledger.length > 4000, line)
  }
})

const REFUSED: [name: string, capture: string | Uint8Array, code: string, line: number][] = [
  ['an empty capture', '', 'empty', 1],
  ['blank lines only', '\n \u00a0\n\u200f\n', 'empty', 1],
  ['a NUL byte', `${HEADLINE}\n\n${BODY}\0`, 'binary', 3],
  ['piled marks', `${HEADLINE}\n\ne${'\u0301'.repeat(60)}`, 'binary', 3],
  ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary', 3],
  ['windows-1256', new Uint8Array([0xc7, 0xe1, 0x0a, 0xce, 0xc8, 0xd1]), 'not_utf8', 1],
  ['a broken byte further down', new Uint8Array([...new TextEncoder().encode('خبر\nخبر\n'), 0xff]), 'not_utf8', 3],
  ['more lines than an article has', 'a\n'.repeat(20_001), 'too_many_lines', 20_001],
  ['furniture only', 'icon\n\nالرئيسية\n\n+A\nحجم الخط\n-A\n\nمشاركة\n', 'furniture_only', 1],
]

for (const [name, capture, code, line] of REFUSED) {
  t.test(`${name} is refused, saying why and at which line`, async (t) => {
    t.throws(() => draftOf(textCapture(capture), reader), { code: 'no_article', faults: [{ code, line }] })
  })
}

t.test('a capture over the limit is refused with its size', async (t) => {
  t.throws(() => draftOf(textCapture('x'.repeat(2000)), { ...reader, captureLimit: 1024 }), {
    code: 'too_large',
    message: /2000.*1024/,
  })
})

t.test('served text is NFC with single spaces, and the capture stays as it was', async (t) => {
  const { article, bytes } = read(`${HEADLINE.normalize('NFD')}\u00a0 today\n\n${BODY}\tEnd.\n`)
  t.equal(article.headline, `${HEADLINE} today`)
  t.match(article.lead, /letters\. End\.$/)
  t.match(new TextDecoder().decode(bytes), /\u00a0 today/)
})

t.test('a bare line is a heading by its form and its neighbours', async (t) => {
  const heading = (line: string) =>
    read(`${HEADLINE}\n\n${BODY}\n\n${line}\n\n${MORE}\n`).article.sections.at(-1)?.heading
  t.equal(heading('What comes next'), 'What comes next')
  t.equal(heading('What comes next?'), 'What comes next?')
  t.equal(heading('What comes next:'), 'What comes next', 'a colon that ends it is not part of it')
  t.equal(heading('"A quoted heading"'), '"A quoted heading"')
  t.equal(heading('It was over.'), null, 'a sentence is text')
  t.equal(heading('- an item of a list'), null)
  t.equal(heading('- Free for schools'), '- Free for schools', 'the headings of some agencies have a dash before them')
  t.equal(heading('2. What it costs'), '2. What it costs')
  t.equal(heading('(A picture made by a machine)'), null, 'a remark in brackets')
  t.equal(heading('»It was ours, not theirs.«'), null, 'a sentence that a Danish quotation mark closes')
  t.equal(heading('Jane Doe\nHarbour master'), null, 'who said what stands above in large letters')
  t.equal(heading('Follow the Harbour News on WhatsApp'), null)
  t.equal(heading('Share Print Copy link'), null)
  t.equal(heading('As the mayor of the town said:'), null, 'a verb of speech leads on to the quotation')
  t.equal(heading(HEADLINE), null, 'the headline again is a copy')
  t.equal(heading('08:55\nThe road is open'), 'The road is open', 'an entry of a live blog')
  t.equal(heading('Story continues below advertisement'), null)
})

t.test('a line that leads on to a quotation is no heading', async (t) => {
  const { article } = read(`${HEADLINE}\n\n${BODY}\n\nThe mayor, at last:\n\n"${MORE}"\n`)
  t.strictSame(
    article.sections.map(({ heading, blocks }) => [heading, blocks.length]),
    [[null, 3]],
  )
})

const HEADLINES = [
  'تخطى ريال مدريد عقبة برشلونة في مباراة مثيرة',
  'شارك وزير الخارجية في قمة الرياض',
  'Girl Scout cookies sold out in a day',
  'Copyright law under fire',
  'Related deaths rise in the north',
]

t.test('a headline that begins like furniture is a headline', async (t) => {
  for (const line of HEADLINES) t.equal(read(`icon\n\n${line}\n\n${BODY}\n`).article.headline, line)
})

const NO_BYLINES = [
  'Von der Leyen reist am Montag nach Kiew',
  'تقرير يكشف تفاصيل جديدة عن المفاوضات',
  'By 2030 it will be gone',
]

t.test('a line that only begins like a byline is none', async (t) => {
  for (const line of NO_BYLINES) {
    const { article, ledger } = read(`${HEADLINE}\n\n${line}\n\n${BODY}\n`)
    t.strictSame(article.authors, [], line)
    t.notOk(
      ledger.some(({ role }) => role === 'author'),
      line,
    )
  }
})

const BYLINES: [line: string, names: string[]][] = [
  ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
  ['بقلم: سعاد العلوي وكريم بناني', ['سعاد العلوي', 'كريم بناني']],
  ['بقلم: محمد وهبة', ['محمد وهبة']],
  ['بقلم: أحمد علي | ٥ نيسان ٢٠٢١', ['أحمد علي']],
  ['إعداد: ليلى منصور', ['ليلى منصور']],
  ['كتب ـ حسن الجابري', ['حسن الجابري']],
]

t.test('bylines', async (t) => {
  for (const [line, names] of BYLINES) {
    t.strictSame(
      read(`${HEADLINE}\n\n${line}\n\n${BODY}\n`).article.authors,
      names.map((name) => ({ name })),
      line,
    )
  }
})

t.test('a time zone that no place has, and hours of opening, are no offset', async (t) => {
  const published = (line: string) => read(`${HEADLINE}\n\n${line}\n\n${BODY}\n`).article.published
  t.match(published('2020-10-02 16:43 +9900'), { at: '2020-10-02T16:43:00', zoneFrom: null })
  t.match(published('2020-10-02 09:00-17:30'), { zoneFrom: null })
  t.match(published('2020-10-02 16:43 GMT+25'), { at: '2020-10-02T16:43:00+00:00' })
})

t.test('without a line that could be a headline there is none', async (t) => {
  const { article } = read(`${BODY}\n\n${MORE}\n`)
  t.equal(article.headline, null)
  t.equal(article.sections[0]?.blocks.length, 2)
})
