import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { readArchive } from '../../src/importer/readers/archive/read-archive.ts'
import { packed, type RecordOptions, warcRecord } from '../helpers/warc.ts'

const LIMIT = 100_000

const page = (number: number, options: RecordOptions = {}) =>
  warcRecord(`https://news.example/${number}`, `<html>page ${number}</html>`, options)
const [A, B, C] = [page(1), page(2), page(3)]

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What an archive gives, a word an entry: the last part of the page's address, "skipped", or why it is refused. */
async function read(parts: Uint8Array[], piece = 65_536): Promise<string[]> {
  const found: string[] = []
  try {
    for await (const { content } of readArchive(inPieces(Buffer.concat(parts), piece), {
      name: 'a.warc',
      limit: LIMIT,
    })) {
      if (content === null) found.push('skipped')
      else if (content instanceof Error) found.push(content.faults[0]?.code ?? content.code)
      else found.push(content.url?.split('/').at(-1) ?? 'no address')
    }
  } catch (error) {
    found.push(`ends: ${Object(error).faults[0].code}`)
  }
  return found
}

async function captures(...records: Uint8Array[]) {
  const found = []
  for await (const { content } of readArchive(inPieces(Buffer.concat(records), 5000), { name: 'a.warc', limit: LIMIT }))
    found.push(Object(content))
  return found
}

const broken = packed([B])
broken.writeUInt8((broken[60] ?? 0) ^ 0xff, 60)

const ARCHIVES: [name: string, parts: Uint8Array[], found: string[]][] = [
  ['a plain archive', [A, B, C], ['1', '2', '3']],
  ['a packed one, each record on its own', [packed([A, B, C])], ['1', '2', '3']],
  ['a packed one, all records in one', [gzipSync(Buffer.concat([A, B, C]))], ['1', '2', '3']],
  ['padding with zeros', [packed([A]), Buffer.alloc(1000), packed([B])], ['1', '2']],
  [
    'records about pages',
    ['warcinfo', 'request', 'metadata', 'revisit'].map((type) => warcRecord('https://news.example/1', '', { type })),
    ['skipped', 'skipped', 'skipped', 'skipped'],
  ],
  ['a page that moved', [page(1, { status: '301 Moved Permanently' })], ['http_301']],
  ['a page that is gone', [page(1, { status: '404 Not Found' })], ['http_404']],
  ['a picture', [page(1, { contentType: 'image/jpeg' })], ['media_type']],
  [
    'what crawlers are told',
    [warcRecord('https://news.example/robots.txt', 'x', { contentType: 'text/plain' })],
    ['robots'],
  ],
  ['a name that was looked up', [warcRecord('dns:news.example', 'x', { type: 'response' })], ['no_page']],
  ['a page over the limit', [A, page(2, { http: [`X: ${'x'.repeat(500_000)}`] }), C], ['1', 'too_large', '3']],
  [
    'an answer that unpacks to more than the limit',
    [A, warcRecord('https://n.example/', gzipSync(Buffer.alloc(1e7)), { http: ['Content-Encoding: gzip'] }), C],
    ['1', 'too_large', '3'],
  ],
  ['a broken member', [packed([A]), broken, packed([C])], ['1', 'broken_gzip', '3']],
  ['a member that is cut off', [packed([A]), packed([B]).subarray(0, 60), packed([C])], ['1', 'broken_gzip', '3']],
  ['an end that is cut off', [packed([A]), packed([B]).subarray(0, 60)], ['1', 'broken_gzip']],
  ['a plain end that is cut off', [A, B.subarray(0, 250)], ['1', 'false_length']],
  ['bytes between members', [packed([A]), Buffer.from('rubbish'), packed([C])], ['1', 'garbage', '3']],
  ['bytes between records', [A, Buffer.from('rubbish\r\nand more\r\n'), C], ['1', 'garbage', '3']],
  ['a length that is too small', [A, page(2, { length: 70 }), C], ['1', 'false_length', '3']],
  ['a length that is too great', [A, page(2, { length: 300 }), C, A], ['1', 'false_length', '3', '1']],
  ['a length beyond all bounds', [A, page(2, { length: 9e12 }), C, A], ['1', 'false_length', '3', '1']],
  ['a length that is none', [A, page(2, { length: '-1' }), C], ['1', 'false_length', '3']],
  ['a version that nobody knows', [A, page(2, { version: 'WARC/9.0' }), C], ['1', 'version', '3']],
  ['a version line that is none', [A, page(2, { version: 'WRAC/1.0' }), C], ['1', 'garbage', '3']],
  [
    'a header without an end',
    [A, Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(100_000)}`), C],
    ['1', 'no_header', '3'],
  ],
  ['a bomb', [packed([A]), gzipSync(Buffer.alloc(1e8)), packed([C])], ['1', 'broken_gzip', '3']],
  ['no archive', [Buffer.from('A text.\nAnd more of it.\n')], ['ends: no_archive']],
  ['nothing', [], ['ends: no_archive']],
  ['what only begins like packed records', [Buffer.from('1f8b0800'.repeat(10_000), 'hex')], ['ends: broken_archive']],
]

for (const [name, parts, found] of ARCHIVES) {
  t.test(name, async (t) => {
    t.strictSame(await read(parts), found)
    // e.g. a piece that ends within a header or within gzip's first bytes
    if (Buffer.concat(parts).length < 5000) t.strictSame(await read(parts, 7), found, 'in pieces of 7 bytes')
  })
}

t.test('false lengths without end come to one', async (t) => {
  const found = await read(Array.from({ length: 2000 }, (_, number) => page(number, { length: 90_000 })))
  t.equal(found.at(-1), 'broken_archive')
  t.ok(found.length < 300)
})

t.test('a capture has the address, the date and the encoding of its record', async (t) => {
  t.match(await captures(A, warcRecord('https://news.example/w', 'نص\n', { type: 'conversion' })), [
    {
      ...{ mediaType: 'text/html', charset: 'utf-8', name: 'a.warc#1', url: 'https://news.example/1' },
      ...{ capturedAt: '2020-10-02T14:03:04.000Z', bytes: Buffer.from('<html>page 1</html>') },
    },
    {
      ...{ mediaType: 'text/plain', charset: null, name: 'a.warc#2', url: 'https://news.example/w' },
      bytes: Buffer.from('نص\n'),
    },
  ])
})

t.test('a page is unpacked as its answer says, or left where that is not so', async (t) => {
  const text = '<html>a page</html>'
  const chunked = `7\r\n${text.slice(0, 7)}\r\nc\r\n${text.slice(7)}\r\n0\r\n\r\n`
  const BODIES: [string[], string | Uint8Array][] = [
    [['Content-Encoding: gzip'], gzipSync(text)],
    [['Content-Encoding: x-gzip'], gzipSync(text)],
    [['Content-Encoding: deflate'], deflateSync(text)],
    [['Content-Encoding: deflate'], deflateRawSync(text)],
    [['Content-Encoding: br'], brotliCompressSync(text)],
    [['Content-Encoding: gzip, br'], brotliCompressSync(gzipSync(text))],
    [['Transfer-Encoding: chunked'], chunked],
    [['Transfer-Encoding: chunked'], text],
    [['Content-Encoding: gzip'], text],
    [['Content-Encoding: br'], text],
    [['Content-Encoding: utf-8'], text],
  ]
  const records = BODIES.map(([http, body]) => warcRecord('https://news.example/', body, { http }))
  for (const [index, { bytes }] of (await captures(...records)).entries())
    t.equal(Buffer.from(bytes).toString(), text, String(BODIES[index]?.[0]))
})
