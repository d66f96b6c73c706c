import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { addressOf, ended, startKhabar, temporaryFolder } from '../helpers/run.ts'

const HOSTILE = fileURLToPath(new URL('../helpers/hostile.mjs', import.meta.url))

type Outcome = { name: string; outcome: string; ms: number; mb: number; cause?: string }

/** Reads captures in a process of 256 MB; times are printed and not asserted, as machines differ. */
function read(...args: string[]): Outcome[] {
  const options = { encoding: 'utf8', timeout: 350_000 } as const
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=256', HOSTILE, ...args],
    options,
  )
  if (status !== 0) throw new Error(`status ${status} after ${stdout.slice(-200)} ${stderr.slice(-2000)}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

t.test('hostile captures give an article or a refusal with its reason', async (t) => {
  const outcomes = read('^(?!.* before |a line of (?:marks|wide|Arabic words|capitalised|commas|web))')
  for (const { name, outcome, ms, mb, cause } of outcomes) {
    t.comment(`${name}: ${outcome} in ${ms} ms, ${mb} MB so far`)
    t.not(outcome, 'internal', `${name} ${cause ?? ''}`)
  }
  const known = new Map(outcomes.map(({ name, outcome }) => [name, outcome]))
  for (const name of [
    ...['a page of 50 MB', 'ten thousand nested elements', 'signs of less-than', 'a text of 8 MB'],
    'a hundred thousand attributes',
  ])
    t.equal(known.get(name), 'page_too_large', `${name} is refused`)
  // Readability alone takes minutes for these.
  for (const name of ['text at each of many levels', 'images alone', 'figures alone'])
    t.equal(known.get(name), 'article', `${name} are read`)
  for (const name of ['a line of dots', 'a line of one word', 'half a million short lines'])
    t.ok(known.has(name), `${name} was read`)
})

t.test('the server answers others while it reads a capture of 8 MB', async (t) => {
  const env = {
    KHABAR_DB: join(temporaryFolder(t), 'archive.db'),
    KHABAR_TOKEN: 'test',
    PORT: '0',
    KHABAR_IMPORT_SECONDS: '100',
  }
  const child = startKhabar(['serve'], env)
  const end = ended(child)
  const address = await addressOf(child)
  const paragraph =
    'The first paragraph is long enough to be read as running text, and it goes on until it has its hundred letters.'
  const filler = `<p class="a b-c" id="x" data-a="${'y'.repeat(4000)}">It is a short line</p>`.repeat(2000)
  const importing = fetch(`${address}/v1/imports?dryRun=true`, {
    method: 'POST',
    headers: { authorization: 'Bearer test', 'content-type': 'text/html' },
    body: `<h1>A headline that says what has happened</h1>${`<p>${paragraph}</p>`.repeat(4)}${filler}`,
  }).then(({ status }) => status)
  let status: number | null = null
  importing.then((answered) => (status = answered))
  const during: number[] = []
  while (status === null) {
    const paths = ['/healthz', '/v1/articles/2020-10-02-d3146296']
    const answers = await Promise.all(paths.map((path) => fetch(address + path)))
    if (status === null) during.push(...answers.map((answer) => answer.status))
    await sleep(20)
  }
  t.equal(await importing, 200)
  t.ok(during.length > 0 && during.every((other) => other === 200), `${during.length} answers in the meantime`)
  child.kill('SIGTERM')
  await end
})
