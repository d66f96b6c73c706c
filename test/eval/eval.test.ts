import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url))
const CAPTURES = fileURLToPath(new URL('../fixtures/eval', import.meta.url))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

t.test('the means of each measure, and the worst cases with what was found and expected', async (t) => {
  const { status, stdout, stderr } = run(CAPTURES)
  t.strictSame({ status, stderr }, { status: 0, stderr: '' })
  t.match(stdout, /^measure +text\.main\n/)
  t.match(stdout, /^headline exact +0\.500 \(2\)$/m)
  t.match(stdout, /^instant to the minute +1\.000 \(1\)$/m)
  t.match(stdout, /^headings recall +1\.000 \(1\)$/m)
  t.notMatch(stdout, /^authors/m, 'the index says that the author is not in the text')
  t.match(
    stdout,
    /headline exact: 1 of 2 not right\n0\.00 {2}harbour\/library\/text\.main\.txt\n +found +افتتاح مكتبة.*\n +expected +مكتبة في الميناء/,
  )
})

t.test('cases as JSON, and what changed since', async (t) => {
  const { stdout } = run(CAPTURES, '--json', '--field', 'headline')
  const { cases } = JSON.parse(stdout)
  t.strictSame(
    [...new Set(cases.map(({ measure }: { measure: string }) => measure))],
    ['headline exact', 'headline F1'],
  )
  const earlier = join(t.testdir({}), 'earlier.json')
  const changed = cases.map((one: { measure: string; score: number }) => ({
    ...one,
    score: one.measure === 'headline exact' ? 1 - one.score : one.score,
  }))
  writeFileSync(earlier, JSON.stringify({ cases: changed }))
  const comparison = run(CAPTURES, '--field', 'headline', '--kind', 'text.main', '--compare', earlier).stdout
  t.match(comparison, /worse: 1\n1\.00 → 0\.00 {2}headline exact {2}harbour\/library/)
  t.match(comparison, /better: 1\n0\.00 → 1\.00 {2}headline exact {2}harbour\/ferry/)
})

t.test('bad input is told in a line, with status 2', async (t) => {
  const folder = t.testdir({ 'broken.json': '{', other: {} })
  mkdirSync(join(folder, 'bad', 'one'), { recursive: true })
  writeFileSync(join(folder, 'bad', 'one', 'truth.json'), '{ "title": ')
  writeFileSync(join(folder, 'bad', 'one', 'text.txt'), 'x')
  const cases: [string[], RegExp][] = [
    [[], /npm run eval -- DIR/],
    [[CAPTURES, '--wrost', '1'], /Unknown option '--wrost'/],
    [[CAPTURES, '--worst', 'x'], /--worst takes a whole number, not "x"/],
    [[join(folder, 'none')], /There is no folder/],
    [[join(folder, 'other')], /has captures and a truth\.json/],
    [[join(folder, 'bad')], /truth\.json cannot be read/],
    [[CAPTURES, '--compare', join(folder, 'broken.json')], /broken\.json cannot be read/],
    [[CAPTURES, '--field', 'nonesuch'], /No truth says anything/],
  ]
  for (const [args, message] of cases) {
    const { status, stderr } = run(...args)
    t.equal(status, 2, args.join(' '))
    t.match(stderr, message)
    t.notMatch(stderr, /^ {4}at /m)
  }
})
