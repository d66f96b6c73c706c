import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const MAIN = fileURLToPath(new URL('search.mjs', import.meta.url))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const PORT = `الميناء يستقبل أول سفينة بعد الإصلاح

2020.10.02 | 16:43 دمشق

استقبل الميناء الشمالي أول سفينة شحن بعد أشهر من العمل في إصلاح الرصيف الذي ضربته العاصفة في الشتاء الماضي.
`
const LIBRARY = `مكتبة القرية تفتح أبوابها ليلا لعمال المصنع

2020.10.03 | 10:00 بيروت

فتحت مكتبة القرية أبوابها ليلا لعمال المصنع القريب، بعد أن طلبوا مكانا هادئا يقرأون فيه حين ينتهي عملهم.
`
const QUERIES = [
  { q: 'سفينة', relevant: ['port'] },
  { q: 'القرية', relevant: ['library'] },
  { q: 'بعد', relevant: ['library'] },
  { q: 'xylophone', relevant: ['port'] },
]

const lines = (queries: unknown[]) => queries.map((query) => `${JSON.stringify(query)}\n`).join('')

t.test('precision, recall and F1 of every query, their means, and the worst with what was wrong', async (t) => {
  const folder = t.testdir({ 'port.txt': PORT, below: { 'library.txt': LIBRARY }, 'queries.jsonl': lines(QUERIES) })
  const { status, stdout, stderr } = run(folder)
  t.strictSame({ status, stderr }, { status: 0, stderr: '' })
  t.match(stdout, /^all +4 +0\.6250 +0\.7500 +0\.6667$/m)
  t.match(stdout, /^Arabic +3 +0\.8333 +1\.0000 +0\.8889$/m)
  t.match(stdout, /^0\.00 {2}xylophone: missed port$/m)
  t.match(stdout, /^0\.67 {2}بعد: wrong port$/m)
})

t.test('the shipped queries are judged over the fixtures', async (t) => {
  const { measures } = JSON.parse(run('--json').stdout)
  t.ok(measures.length >= 80)
  t.ok(measures.every(({ relevant }: { relevant: string[] }) => relevant.length > 0))
})

t.test('bad input is told in a line, with status 2', async (t) => {
  const folder = t.testdir({
    empty: {},
    twice: { 'port.txt': PORT, below: { 'port.txt': LIBRARY } },
    unasked: { 'port.txt': PORT },
    broken: { 'port.txt': PORT, 'queries.jsonl': '{ "q": ' },
    nameless: { 'port.txt': PORT, 'queries.jsonl': '{ "q": "x" }' },
    missing: { 'port.txt': PORT, 'queries.jsonl': lines([{ q: 'x', relevant: ['none'] }]) },
  })
  const cases: [string[], RegExp][] = [
    [[folder, folder], /npm run eval:search -- \[DIR\]/],
    [[folder, '--worst', 'x'], /--worst takes a whole number, not "x"/],
    [[folder, '--nonesuch'], /Unknown option '--nonesuch'/],
    [[`${folder}/none`], /There is no folder/],
    [[`${folder}/empty`], /There is no capture below/],
    [[`${folder}/twice`], /Two captures are called "port"/],
    [[`${folder}/unasked`], /There is no .*queries\.jsonl/],
    [[`${folder}/broken`], /queries\.jsonl, line 1 is not JSON/],
    [[`${folder}/nameless`], /queries\.jsonl, line 1 has no "q" or no "relevant"/],
    [[`${folder}/missing`], /line 1 names "none", which no capture is called/],
  ]
  for (const [args, message] of cases) {
    const { status, stderr } = run(...args)
    t.equal(status, 2, args.join(' '))
    t.match(stderr, message)
    t.notMatch(stderr, /^ {4}at /m)
  }
})
