/**
 * Reads captures that are made to take time or memory, one after another, and prints a line of JSON for each:
 * { name, outcome, ms, mb }: "article" or the code of the refusal, and the most memory that the process has had so far.
 */
import { openReader } from '../../dist/compose.js'
import { tryDraft } from '../../dist/ingest.js'

const MILLION = 1_000_000
const HEADLINE = 'A headline that says what has happened in town'
const BODY =
  'The first paragraph is long enough to be read as running text, for it goes on and on until it has well over a hundred letters.'

const fill = (unit, length = MILLION) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const UNITS = {
  dots: '.',
  spaces: ' ',
  'digits and separators': '12/12/2012 12:12 ',
  'digits alone': '1',
  brackets: '(((((])',
  quotes: '"\'«“',
  addresses: 'a@a@a.',
  'one Arabic letter': 'ب',
  'Arabic words': 'في بيت ',
  'one word': 'word ',
  'capitalised words': 'Jane Doe ',
  dashes: '- — ـ ',
  commas: 'a,',
  'web addresses': 'http://a.b/',
  marks: 'e\u0301\u0302',
  ideographs: '年月日',
  'wide spaces': '\u00a0\u2003x',
}
const PREFIXES = {
  'related cue': 'اقرأ أيضاً: ',
  'read more': 'Read more ',
  date: '12 March 2021, 10:20 ',
  'Arabic date': 'الجمعة 12 آذار 2021 ',
  caption: 'Photo: ',
  dateline: 'CAIRO (AP) -- ',
  byline: 'By ',
  updated: 'آخر تحديث: ',
}

const line = (text) => `${HEADLINE}\n\n${text}\n\n${BODY}\n\n${BODY} Again.\n`
const page = (body) =>
  `<!doctype html><html><head><title>${HEADLINE}</title></head><body><h1>${HEADLINE}</h1><p>${BODY}</p>${body}<p>${BODY} Again.</p></body></html>`
/** As many elements as are read. */
const many = (unit, elements = 1) => page(unit.repeat(Math.floor(9_900 / elements)))
const script = (json) => page(`<script type="application/ld+json">${json}</script>`)

const TEXTS = {
  ...Object.fromEntries(Object.entries(UNITS).map(([name, unit]) => [`a line of ${name}`, () => line(fill(unit))])),
  ...Object.fromEntries(
    Object.entries(PREFIXES).flatMap(([name, prefix]) =>
      [
        'addresses',
        'digits and separators',
        'brackets',
        'one word',
        'spaces',
        'dots',
        'commas',
        'dashes',
        'capitalised words',
        'Arabic words',
      ].map((unit) => [`${name} before ${unit}`, () => line(`${prefix}${fill(UNITS[unit])}`)]),
    ),
  ),
  'half a million short lines': () => fill('a\n'),
  'ten thousand headings and dates': () =>
    Array.from({ length: 9_900 }, (_, at) => `Heading ${at}\n\n12 March 2021`).join('\n'),
  'fourteen thousand wrapped lines': () => `${HEADLINE}\n\n${fill(`${fill('wrapped words ', 70)}\n`, MILLION)}`,
  'forty thousand images': () => `${HEADLINE}\n\n${BODY}\n\n${fill('image.jpg\nA caption (AFP)\n', MILLION)}`,
}
const PAGES = {
  'a page of 50 MB': () => page(fill(`<p>${BODY}</p>`, 50 * MILLION)),
  'a page of 8 MB': () => page(fill(`<p>${BODY}</p>`, 8 * MILLION)),
  'ten thousand nested elements': () => page(`${fill('<div>', 50_000)}x${fill('</div>', 60_000)}`),
  'ten thousand nested inline elements': () => page(`${fill('<b><i>', 30_000)}x`),
  'five hundred nested elements': () => page(`${fill('<div>', 2_500)}x`),
  'a million characters in a paragraph': () => page(`<p>${fill('word ')}</p>`),
  'an attribute of a million characters': () => page(`<p class="${fill('a ')}" title='${fill('"')}'>x</p>`),
  'a tag that never ends': () => page(`<p ${fill('a=b ')}`),
  'a comment that never ends': () => page(`<!-- ${fill('- ')}`),
  'many comments that never end': () => page(fill('<!--')),
  'images alone': () => many('<img src="https://a.example/b.jpg" alt="x">'),
  'links alone': () => many('<a href="/a">word</a> '),
  'figures alone': () => many('<figure><img src="a.jpg"><figcaption>What it shows</figcaption></figure>', 3),
  'paragraphs alone': () => many(`<p>${BODY}</p>`),
  'headings alone': () => many('<h2>What it is about</h2>'),
  'breaks alone': () => many('text<br>'),
  'unclosed paragraphs': () => many('<p>a'),
  'lists of links': () => many('<ul><li><a href="/x">text of it</a></li></ul>', 3),
  'text at each of many levels': () => page(`${'<div>text '.repeat(590)}x${'</div>'.repeat(590)}`.repeat(16)),
  'inline elements at each of many levels': () => page(`${'<b>text '.repeat(590)}x${'</b>'.repeat(590)}`.repeat(16)),
  'nested tables': () => page(`${'<table><tr><td>'.repeat(190)}x`),
  'tables in tables, many': () => page(`${'<table><tr><td>x'.repeat(190)}${'</table>'.repeat(190)}`.repeat(17)),
  'signs of less-than': () => page(fill('<', 8 * MILLION)),
  'spaced signs of less-than': () => page(fill('< ', 8 * MILLION)),
  'entities alone': () => page(fill('&amp;&#x623;&hellip;')),
  'broken entities': () => page(fill('&#x;&foo;&')),
  'a hundred thousand attributes': () =>
    page(`<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}="${at}"`).join(' ')}>x</p>`),
  'attributes on every element': () => many(`<p class="a b-c d_e" id="x" style="color:red" data-x='{"y":1}'>text</p>`),
  'many comments': () => page(fill('<!-- a -->x', 8 * MILLION)),
  'a style of 8 MB': () => page(`<style>${fill('a{color:red}', 8 * MILLION)}</style>`),
  'a script of 8 MB': () => page(`<script>${fill('if (a < b) {}', 8 * MILLION)}</script>`),
  'a text of 8 MB': () => page(fill('word ', 8 * MILLION)),
  'end tags alone': () => page(fill('</div>', 8 * MILLION)),
  'a title of a million characters': () => page(`<title>${fill('word ')}</title>`),
  'valid JSON-LD of 8 MB': () =>
    script(`{"@type":"NewsArticle","headline":"${HEADLINE}","keywords":["${fill('a","', 8 * MILLION - 3)}"]}`),
  'JSON-LD in many scripts': () => page('<script type="application/ld+json">{"@type":"Thing"}</script>'.repeat(10_000)),
  'JSON-LD of a hundred thousand articles': () => script(`[${fill('{"@type":"NewsArticle"},', 2_400_000)}{}]`),
  'nested JSON-LD': () => script(fill('[')),
  'JSON-LD of a million characters': () => script(`{"@type":"NewsArticle","headline":"${fill('\\u0041')}`),
  'broken JSON-LD': () => script(`{"@type":"NewsArticle",${fill('"a":"\\",')}`),
  'many scripts that never end': () => page(fill('<script>')),
  'a table of a hundred thousand cells': () => page(`<table>${fill('<tr><td>x<td>y', 700_000)}</table>`),
}

const utf16 = (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const BYTES = {
  'NUL bytes': () => line(fill('\0')),
  'halves of pairs': () => utf16(line(fill('\ud800'))),
  'halves of pairs written as UTF-8': () =>
    Buffer.concat([Buffer.from(line('')), Buffer.alloc(300_000, 'eda080', 'hex')]),
  'a byte that is none in UTF-8': () => Buffer.alloc(8 * MILLION, 0xff),
  'shifts between character sets': () => page(`<meta charset="iso-2022-jp">${fill('\x1b$B\x1b(B')}`),
}

const reader = openReader({ gazetteer: null, captureLimit: 64 * MILLION })
const wanted = new RegExp(process.argv[2] ?? '', 'u')

for (const [mediaType, captures] of [
  ['text/plain', TEXTS],
  ['text/html', PAGES],
  ['text/html', BYTES],
  ['text/plain', BYTES],
]) {
  for (const [name, make] of Object.entries(captures)) if (wanted.test(name)) measure(name, make(), mediaType)
}

/** Milliseconds of computing, whatever else the machine does. */
function cpuSince(start) {
  const { user, system } = process.cpuUsage(start)
  return Math.round((user + system) / 1000)
}

function measure(name, text, mediaType) {
  const capture = { bytes: Buffer.from(text), mediaType, charset: null, name: null, url: null, capturedAt: null }
  const start = process.cpuUsage()
  const draft = tryDraft(capture, reader)
  const outcome = draft instanceof Error ? (draft.faults[0]?.code ?? draft.code) : 'article'
  const cause =
    draft instanceof Error && draft.code === 'internal' ? String(draft.cause?.stack).slice(0, 300) : undefined
  const mb = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ name, outcome, ms: cpuSince(start), mb, cause }))
}
