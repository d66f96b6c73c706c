import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { fixtureCapture, shippedCapture } from '../helpers/captures.ts'
import { ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'
import { packed, warcRecord } from '../helpers/warc.ts'

const TEXT = Buffer.from(fixtureCapture('fr-article.txt').bytes)

/** A page of its own for each number, of an article that changes with `version`. */
function page(number: number, version = 1): string {
  const sentence = `Rapport ${number}, version ${version} : les habitants du quartier ont été entendus mardi par la commission. `
  return `<html lang="fr"><title>Le rapport numéro ${number} est publié</title><h1>Le rapport numéro ${number} est publié</h1>
<p>${sentence.repeat(3)}</p><p>${sentence.repeat(2)}</p></html>`
}

const record = (number: number, version = 1) => warcRecord(`https://news.example/${number}`, page(number, version))
const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

t.test('every format is read as its ending says, and what is no article is told by its reason', async (t) => {
  const folder = temporaryFolder(t)
  const captures = join(folder, 'captures')
  mkdirSync(captures)
  const images = Array.from({ length: 30 }, (_, number) =>
    warcRecord(`https://news.example/${number}.png`, 'x', { contentType: 'image/png' }),
  )
  const about = warcRecord('https://news.example/1', '', { type: 'request' })
  writeFileSync(join(captures, '1.txt'), TEXT)
  writeFileSync(join(captures, '2.html.gz'), gzipSync(page(2)))
  writeFileSync(join(captures, '3.XHTML'), page(3))
  writeFileSync(join(captures, '4.warc.gz'), packed([record(4), about, ...images, record(5)]))
  writeFileSync(
    join(captures, '5.wet'),
    warcRecord('https://news.example/w', shippedCapture().bytes, { type: 'conversion' }),
  )
  writeFileSync(join(captures, '6.warc.gz'), packed([record(6)]).subarray(0, 200))
  writeFileSync(join(captures, '7.warc'), 'no archive')
  const env = { KHABAR_DB: join(folder, 'archive.db') }
  const run = await khabar(['import', '--json', captures], env)
  t.equal(run.status, 1)
  t.match(run.stderr, '6 new, 0 revised, 0 unchanged, 32 refused, 1 records that are no pages.')
  t.match(run.stderr, /4\.warc\.gz#3: The record is image\/png, no text and no page\.\n/)
  t.match(run.stderr, '… and 20 more refused for "media_type".')
  t.match(run.stderr, /6\.warc\.gz: The record cannot be unpacked/)
  t.match(run.stderr, /7\.warc: This is no web archive/)
  t.strictSame(
    lines(run.stdout).flatMap(({ name, outcome }) => (outcome === 'new' ? [name.slice(captures.length + 1)] : [])),
    ['1.txt', '2.html.gz', '3.XHTML', '4.warc.gz#1', '4.warc.gz#33', '5.wet#1'],
  )
  t.match(await khabar(['check'], env), { status: 0, stderr: /6 articles, 6 captures, no fault/ })
})

t.test('standard input is what its first bytes say, or --format', async (t) => {
  const INPUTS: [string[], Uint8Array | string, object][] = [
    [
      [],
      packed([record(1)]),
      { name: '-#1', article: { url: 'https://news.example/1', capture: { capturedAt: '2020-10-02T14:03:04.000Z' } } },
    ],
    [
      ['--url', 'https://news.example/b'],
      page(2),
      { name: '-', article: { url: 'https://news.example/b', capture: { mediaType: 'text/html' } } },
    ],
    [[], gzipSync(TEXT), { article: { capture: { mediaType: 'text/plain' } } }],
    [['--format', 'text'], `<html>\n\n${TEXT}`, { article: { capture: { mediaType: 'text/plain' } } }],
  ]
  for (const [options, input, expected] of INPUTS)
    t.match(lines((await khabar(['parse', '--json', '-', ...options], {}, input)).stdout), [expected])
  t.match(await khabar(['parse', '-', '--url', 'https://news.example/'], {}, record(1)), {
    status: 2,
    stderr: /not with an archive/,
  })
})

t.test('versions of an article are its revisions in the order of the input, on however many threads', async (t) => {
  const folder = temporaryFolder(t)
  const file = join(folder, 'a.warc')
  // Earlier versions are longer, so that they take longer to read.
  const versions = [1, 2, 3, 4, 5, 6]
  const records = versions.flatMap((version) => [
    warcRecord(
      'https://news.example/story',
      page(0, version).replace('</html>', `<p>${'Et encore. '.repeat(4000 / version)}</p></html>`),
    ),
    ...Array.from({ length: 30 }, (_, number) => record(100 * version + number)),
  ])
  writeFileSync(file, Buffer.concat(records))
  const env = { KHABAR_DB: join(folder, 'archive.db'), KHABAR_IMPORT_WORKERS: '3' }
  const { stdout, stderr } = await khabar(['import', '--json', file], env)
  t.match(stderr, '181 new, 5 revised, 0 unchanged, 0 refused.')
  const told = lines(stdout)
  t.strictSame(
    told.map(({ name }) => name),
    records.map((_, index) => `${file}#${index + 1}`),
    'told in their order',
  )
  t.strictSame(
    told.filter((_, index) => index % 31 === 0).map(({ revision }) => revision),
    versions,
  )
})

t.test('an import that is killed and run again loses nothing and doubles nothing', async (t) => {
  const folder = temporaryFolder(t)
  const file = join(folder, 'a.warc.gz')
  const COUNT = 900
  writeFileSync(file, packed(Array.from({ length: COUNT }, (_, number) => record(number))))
  const env = { KHABAR_DB: join(folder, 'archive.db'), KHABAR_IMPORT_WORKERS: '2' }
  for (const signal of ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGKILL'] as const) {
    const child = startKhabar(['import', '--json', file], env)
    const end = ended(child)
    // Killed once something was kept, or before that.
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), end])
    await sleep(Math.random() * 100)
    child.kill(signal)
    const { status, stderr } = await end
    if (signal === 'SIGTERM' && status === 1) t.match(stderr, 'Interrupted: run it again to go on.')
  }
  const { stderr } = await khabar(['import', file], env)
  const [, added, unchanged] = /^(\d+) new, 0 revised, (\d+) unchanged, 0 refused\./.exec(stderr) ?? []
  t.equal(Number(added) + Number(unchanged), COUNT)
  t.match(await khabar(['check'], env), { status: 0, stderr: `${COUNT} articles, ${COUNT} captures, no fault` })
})

t.test('an archive of 20,000 records takes no more memory than one of a few', async (t) => {
  const folder = temporaryFolder(t)
  const file = join(folder, 'large.warc.gz')
  const picture = gzipSync(
    warcRecord('https://news.example/a.png', Buffer.alloc(20_000, 7), { contentType: 'image/png' }),
  )
  const records = Array.from({ length: 20_000 }, (_, number) =>
    number % 20 === 0 ? gzipSync(record(number)) : picture,
  )
  writeFileSync(file, Buffer.concat(records))
  const child = startKhabar(['import', '--dry-run', file], { KHABAR_IMPORT_WORKERS: '1' })
  const end = ended(child)
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid))
  }, 50)
  const { stderr } = await end
  clearInterval(watch)
  t.match(stderr, 'Dry run: 1000 would be read, 19000 refused; nothing was kept.')
  // Two threads, each with the gazetteer and the readers of pages: some 180 MiB apiece.
  t.ok(peak > 0 && peak < 450, `${peak} MiB at most`)
})

/** Mebibytes; 0 where the system does not tell. */
function peakMemory(pid: number | undefined): number {
  try {
    // A process that has just ended has a status without it.
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0
    return Math.round(Number(kibibytes) / 1024)
  } catch {
    return 0
  }
}
