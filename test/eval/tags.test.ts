import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const MAIN = fileURLToPath(new URL('tags.mjs', import.meta.url))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const ARTICLE = `أرمينيا وفرنسا توقعان اتفاق نقل

2020.10.02 | 16:43 دمشق

قالت أرمينيا إن الرئيس الفرنسي إيمانويل ماكرون وقع مع وفدها في يريفان اتفاقا جديدا لنقل البضائع بين البلدين.

ورحبت جورجيا بالاتفاق الذي تقول الأطراف إنه سيختصر الطريق إلى البحر ثلاثة أيام في أقل تقدير.
`
const LABEL = {
  name: 'treaty.txt',
  countries: ['am', 'fr', 'gr'],
  optional: ['ge'],
  actors: [{ names: ['ماكرون', 'إيمانويل ماكرون'], kind: 'person' }],
}
const CORPUS = `ARTICLE
قالت O
وفرنسا B-LOC
إن O
محمود B-PERS
عباس I-PERS
سيزور O
موزمبيق O

ARTICLE
زار O
بلنسية B-LOC
`

t.test('labels of whole articles: what a filter finds, and the errors by name', async (t) => {
  const folder = t.testdir({ 'treaty.txt': ARTICLE, 'labels.jsonl': `${JSON.stringify(LABEL)}\n` })
  const { status, stdout, stderr } = run(folder)
  t.strictSame({ status, stderr }, { status: 0, stderr: '' })
  t.match(stdout, /^countries of an article +1\.0000 +0\.6667 +0\.8000 +2\/2 +2\/3$/m)
  t.match(stdout, /^actors of an article +1\.0000 +1\.0000 +1\.0000 +1\/1 +1\/1$/m)
  t.match(stdout, /^offsets +1\.0000 +1\.0000/m)
  t.match(stdout, /countries of an article, missed: 1\n +1 {2}gr +treaty\.txt/)
})

t.test('a tagged corpus: names by type, wrong ones and missed ones with the words around them', async (t) => {
  const folder = t.testdir({ 'corpus.txt': CORPUS })
  const { measures } = JSON.parse(run(folder, '--json').stdout)
  const named = (wanted: string) => measures.find(({ name }: { name: string }) => name.startsWith(wanted))
  t.match(named('country names'), { right: 1, predicted: 2, found: 1, gold: 1 })
  t.match(named('places'), { found: 1, gold: 2, errors: [{ kind: 'wrong' }, { kind: 'missed', text: 'بلنسية' }] })
  t.match(named('people, linked'), { right: 1, predicted: 1, found: 1, gold: 1 })
  t.match(run(folder).stdout, /country names, wrong: 1\n +1 {2}موزمبيق \(country:mz\) +.*سيزور \[موزمبيق\]/)
})

t.test('bad input is told in a line, with status 2', async (t) => {
  const folder = t.testdir({
    empty: {},
    broken: { 'labels.jsonl': '{ "name": ' },
    nameless: { 'labels.jsonl': '{ "countries": [] }' },
    missing: { 'labels.jsonl': '{ "name": "none.txt" }' },
    prose: { 'notes.txt': 'no corpus\nat all\n' },
  })
  const cases: [string[], RegExp][] = [
    [[], /npm run eval:tags -- DIR/],
    [[folder, '--errors', 'x'], /--errors takes a whole number, not "x"/],
    [[folder, '--nonesuch'], /Unknown option '--nonesuch'/],
    [[`${folder}/none`], /There is no folder/],
    [[`${folder}/empty`], /has neither labels \(\*\.jsonl\) nor a tagged corpus/],
    [[`${folder}/broken`], /labels\.jsonl, line 1 is not JSON/],
    [[`${folder}/nameless`], /labels\.jsonl, line 1 has no "name"/],
    [[`${folder}/missing`], /none\.txt", which a label names, does not exist/],
    [[`${folder}/prose`], /notes\.txt is no tagged corpus: 2 of its lines/],
  ]
  for (const [args, message] of cases) {
    const { status, stderr } = run(...args)
    t.equal(status, 2, args.join(' '))
    t.match(stderr, message)
    t.notMatch(stderr, /^ {4}at /m)
  }
})
