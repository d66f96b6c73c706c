import { once } from 'node:events'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { fixtureCapture, fixtureNames, shippedCapture } from '../helpers/captures.ts'
import { addressOf, ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'

const SHIPPED = new TextDecoder().decode(shippedCapture().bytes)

/** A folder with all fixtures, one of them packed and one further down, and an archive's path beside it. */
function workplace(t: Test) {
  const folder = temporaryFolder(t)
  const captures = join(folder, 'captures')
  mkdirSync(join(captures, 'deeper'), { recursive: true })
  for (const [index, name] of fixtureNames().entries()) {
    const { bytes } = fixtureCapture(name)
    if (index === 0) writeFileSync(join(captures, `${name}.gz`), gzipSync(bytes))
    else writeFileSync(join(captures, index === 1 ? 'deeper' : '.', name), bytes)
  }
  writeFileSync(join(captures, 'notes.md'), 'no capture')
  return { folder, captures, env: { KHABAR_DB: join(folder, 'archive.db') } }
}

/** New and revised: some fixtures are captures of one article in several forms. */
function keptIn(stderr: string): number {
  const [, added, revised] = /(\d+) new, (\d+) revised/.exec(stderr) ?? []
  return Number(added) + Number(revised)
}

t.test('import reads folders, and a second time finds nothing new', async (t) => {
  const { captures, env } = workplace(t)
  const first = await khabar(['import', captures], env)
  t.match(first, { status: 0, stdout: '', stderr: /^\d+ new, \d+ revised, 0 unchanged, 0 refused\.\n$/ })
  t.equal(keptIn(first.stderr), fixtureNames().length)
  const second = await khabar(['import', captures], env)
  t.match(second.stderr, `0 new, 0 revised, ${fixtureNames().length} unchanged, 0 refused.`)
  t.match(await khabar(['check'], env), {
    status: 0,
    stdout: '',
    stderr: new RegExp(`\\d+ articles, ${fixtureNames().length} captures, no fault`),
  })
})

t.test('a refused capture is told with its reason and line, and the rest goes on', async (t) => {
  const { captures, env } = workplace(t)
  writeFileSync(join(captures, 'a-binary.txt'), new Uint8Array([0x0a, 0, 1, 2]))
  writeFileSync(join(captures, 'z-furniture.txt'), 'icon\n\n+A\n')
  const run = await khabar(['import', captures], env)
  t.equal(run.status, 1)
  t.match(run.stderr, /a-binary\.txt: The capture is not text: it holds a NUL [a-z]+\. \(line 2\)/)
  t.match(run.stderr, /z-furniture\.txt: .*\(line 1\)/)
  t.match(run.stderr, / 0 unchanged, 2 refused\./)
  t.equal(keptIn(run.stderr), fixtureNames().length)
})

t.test('--json tells each capture on a line of standard output', async (t) => {
  const { captures, env } = workplace(t)
  writeFileSync(join(captures, 'empty.txt'), '')
  const { stdout } = await khabar(['import', '--json', captures], env)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.equal(lines.length, fixtureNames().length + 1)
  t.match(
    lines.find(({ name }) => name.endsWith('fr-article.txt')),
    { outcome: 'new', id: /^2019-03-14-[0-9a-f]{8}$/, revision: 1 },
  )
  t.match(
    lines.find(({ name }) => name.endsWith('empty.txt')),
    { problem: { code: 'no_article', errors: [{ code: 'empty', line: 1 }] } },
  )
})

t.test('a dry run keeps nothing', async (t) => {
  const { captures, env } = workplace(t)
  t.match(await khabar(['import', '--dry-run', captures], env), {
    status: 0,
    stderr: /\d+ would be read, 0 refused; nothing was kept\./,
  })
  t.match(await khabar(['check'], env), { status: 1, stderr: /missing/ })
})

t.test('standard input is a capture, with the URL that it came from', async (t) => {
  const { env } = workplace(t)
  const url = 'https://news.example/story?utm_source=x'
  t.match(await khabar(['import', '-', '--url', url, '--json'], env, SHIPPED), { status: 0, stdout: /"outcome":"new"/ })
  const corrected = SHIPPED.replace('أنقرة تعترض', 'أنقرة ترفض')
  t.match(await khabar(['import', '-', '--url', 'http://www.news.example/story', '--json'], env, corrected), {
    stdout: /"outcome":"revised","id":"2020-10-02-[0-9a-f]{8}","revision":2/,
  })
})

t.test('parse prints the article with every mention, and needs no archive', async (t) => {
  const folder = temporaryFolder(t)
  const file = join(folder, 'packed.txt.gz')
  writeFileSync(file, gzipSync(SHIPPED))
  const run = await khabar(['parse', file], { KHABAR_DB: join(folder, 'none.db') })
  const article = JSON.parse(run.stdout)
  t.match(article, { id: /^2020-10-02-/, kicker: 'التغطية الحية', revision: 1 })
  t.strictSame(Object.keys(article).slice(0, 4), ['id', 'language', 'direction', 'publisher'])
  const { mentions } = article.tags.find(({ id }: { id: string }) => id === 'actor:kremlin')
  t.equal(mentions.length, 3)
  t.throws(() => readFileSync(join(folder, 'none.db')))
})

t.test('parse --json has a line for each capture, read or refused', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'a.txt'), SHIPPED)
  writeFileSync(join(folder, 'b.txt'), '')
  const run = await khabar(['parse', '--json', folder])
  t.equal(run.status, 1)
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.match(lines, [
    { name: join(folder, 'a.txt'), article: { language: 'ar' } },
    { name: join(folder, 'b.txt'), problem: { code: 'no_article' } },
  ])
})

const WRONG: [name: string, args: string[], env: Record<string, string>, message: RegExp][] = [
  ['no such command', ['serv'], {}, /unknown command 'serv'[\s\S]*serve/],
  ['no such option', ['import', 'x', '--jsn'], {}, /unknown option '--jsn'[\s\S]*--json/],
  ['no path', ['import'], {}, /missing required argument/],
  [
    'a wrong variable',
    ['serve'],
    { PORT: 'http' },
    /^khabar: PORT is "http"; it takes a whole number from 0 to 65535\.\n$/,
  ],
  [
    'a wrong gazetteer',
    ['parse', 'x'],
    { KHABAR_GAZETTEER: '/nowhere' },
    /^khabar: KHABAR_GAZETTEER is "\/nowhere"; it takes a folder of JSON files\.\n$/,
  ],
  [
    'a URL that is none',
    ['import', '-', '--url', 'story'],
    {},
    /--url is "story"; it takes an absolute http or https URL/,
  ],
  ['a URL for several', ['import', 'a', 'b', '--url', 'https://x.example/'], {}, /--url goes with a single capture/],
]

for (const [name, args, env, message] of WRONG) {
  t.test(`${name} is wrong usage`, async (t) => {
    t.match(await khabar(args, env), { status: 2, stdout: '', stderr: message })
  })
}

t.test('a path that is not there is told', async (t) => {
  const { env } = workplace(t)
  t.match(await khabar(['import', '/no/such/folder'], env), {
    status: 1,
    stderr: /There is no file or folder "\/no\/such\/folder"/,
  })
})

t.test('a file that cannot be read is refused like a capture, and the rest goes on', async (t) => {
  const { captures, env } = workplace(t)
  writeFileSync(join(captures, 'broken.txt.gz'), gzipSync(SHIPPED).subarray(0, 200))
  symlinkSync('/no/such/file', join(captures, 'dangling.txt'))
  const run = await khabar(['import', captures], env)
  t.equal(run.status, 1)
  t.match(run.stderr, /broken\.txt\.gz: The file cannot be read: unexpected end of file/)
  t.match(run.stderr, /dangling\.txt: The file cannot be read: ENOENT/)
  t.match(run.stderr, / 0 unchanged, 2 refused\./)
  t.equal(keptIn(run.stderr), fixtureNames().length)
})

t.test('of a file over the limit no size is told that was not measured', async (t) => {
  const file = join(temporaryFolder(t), 'long.txt')
  writeFileSync(file, 'A line of text\n'.repeat(1_000_000))
  t.match(await khabar(['parse', file], { KHABAR_CAPTURE_LIMIT: '2048' }), {
    status: 1,
    stderr: /long\.txt: The capture has more than 2048 bytes; KHABAR_CAPTURE_LIMIT says how many are read\./,
  })
})

t.test('a reader that stops early is no error', async (t) => {
  const { captures } = workplace(t)
  const child = startKhabar(['parse', captures])
  child.stdout.once('data', () => child.stdout.destroy())
  t.match(await ended(child), { status: 0, stderr: '' })
})

t.test('--help teaches', async (t) => {
  const { status, stdout } = await khabar(['--help'])
  t.equal(status, 0)
  for (const word of ['serve', 'import', 'parse', 'check', 'Examples:', 'Exit status']) t.match(stdout, word)
  t.match((await khabar(['import', '--help'])).stdout, /--dry-run/)
})

t.test('serve imports what ships, once, tells its address, and ends on SIGTERM', async (t) => {
  const env = { KHABAR_DB: join(temporaryFolder(t), 'deep', 'archive.db'), PORT: '0' }
  for (const start of ['first', 'second']) {
    const child = startKhabar(['serve'], env)
    const end = ended(child)
    const address = await addressOf(child)
    const answer = (await (await fetch(`${address}/v1/articles`)).json()) as {
      meta: { total: number }
      data: { revision: number }[]
    }
    const { meta, data } = answer
    t.equal(meta.total, 1, `the ${start} start serves the article that ships`)
    t.equal(data[0]?.revision, 1)
    child.kill('SIGTERM')
    const { status, stdout } = await end
    t.equal(status, 0)
    t.match(stdout, /^Khabar listens on http:\/\/127\.0\.0\.1:\d+ with 1 article\.\nTry: curl 'http/)
  }
})

t.test('a client that only opens a socket does not hold up the end', async (t) => {
  const child = startKhabar(['serve'], { KHABAR_DB: join(temporaryFolder(t), 'archive.db'), PORT: '0' })
  const end = ended(child)
  const socket = connect(Number(new URL(await addressOf(child)).port), '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  const start = Date.now()
  child.kill('SIGTERM')
  t.equal((await end).status, 0)
  t.ok(Date.now() - start < 8000, 'long before a container engine would kill it')
  socket.destroy()
})

t.test('an address that is taken stops the start in one line', async (t) => {
  const env = { KHABAR_DB: join(temporaryFolder(t), 'archive.db'), PORT: '0' }
  const child = startKhabar(['serve'], env)
  const end = ended(child)
  const { port } = new URL(await addressOf(child))
  const second = await khabar(['serve'], { ...env, PORT: port })
  t.match(second, {
    status: 2,
    stdout: '',
    stderr: /Cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\); set HOST and PORT/,
  })
  child.kill('SIGTERM')
  await end
})
