import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

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
