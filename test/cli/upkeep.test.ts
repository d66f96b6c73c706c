import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { migrate } from '../../src/storage/sqlite/migrate.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { khabar, temporaryFolder } from '../helpers/run.ts'

const NAMES = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const NOW = new Date('2026-01-02T03:04:05.000Z')

t.test('a backup is whole although the archive is written while it is made', async (t) => {
  const folder = temporaryFolder(t)
  const [archive, copy] = [join(folder, 'archive.db'), join(folder, 'copy.db')]
  const store = await openArchive(archive)
  const save = (at: number) =>
    store.saveArticles([makeDraft({ headline: `${at}`, paragraphs: ['م'.repeat(4000)] })], NOW)
  let written = 0
  while (written < 400) await save(written++)
  let done = false
  const backup = khabar(['backup', copy], { KHABAR_DB: archive }).finally(() => {
    done = true
  })
  while (!done) {
    await save(written++)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  t.match(await backup, { status: 0, stdout: '', stderr: /is copied to .*copy\.db \(\d+\.\d MB\)/ })
  await store.close()
  t.strictSame(readdirSync(folder).sort(), ['archive.db', 'copy.db'], 'nothing else is left')
  const bytes = readFileSync(copy)
  t.strictSame([...bytes.subarray(18, 20)], [1, 1], 'no write-ahead log: it opens where nothing can be written')
  const check = await khabar(['check', '--db', copy])
  t.match(check, { status: 0, stdout: '', stderr: /no fault/ })
  const articles = Number(/(\d+) articles/.exec(check.stderr)?.[1])
  t.ok(articles >= 400 && articles <= written, `${articles} of 400 to ${written}`)
  t.ok(readFileSync(copy).equals(bytes), 'the check changes nothing')
  const served = await openArchive(copy, { mustExist: true })
  t.equal((await served.countArchive()).articles, articles, 'and it is an archive to go on with')
  await served.close()
})

t.test('what cannot be backed up is told, and nothing is overwritten', async (t) => {
  const folder = temporaryFolder(t)
  const archive = join(folder, 'archive.db')
  await (await openArchive(archive)).close()
  const taken = join(folder, 'taken.db')
  writeFileSync(taken, 'precious')
  const REFUSED: [name: string, to: string, db: string, status: number, message: RegExp][] = [
    ['a file that is there', taken, archive, 2, /already; a backup overwrites nothing/],
    ['the archive itself', archive, archive, 2, /already; a backup overwrites nothing/],
    ['a folder that is not there', join(folder, 'none', 'copy.db'), archive, 2, /no folder/],
    ['no archive', join(folder, 'copy.db'), join(folder, 'none.db'), 1, /missing or empty/],
    ['something else than an archive', join(folder, 'copy.db'), taken, 1, /not an SQLite database/],
  ]
  for (const [name, to, db, status, message] of REFUSED) {
    const run = await khabar(['backup', to, '--db', db])
    t.match(run, { status, stdout: '', stderr: message }, name)
    t.match(run.stderr, /^khabar: [^\n]+\n$/, `${name}: in one line`)
  }
  t.equal(readFileSync(taken, 'utf8'), 'precious')
  t.strictSame(readdirSync(folder).sort(), ['archive.db', 'taken.db'])
})

t.test('migrate makes what is missing, and --check only tells it', async (t) => {
  const folder = temporaryFolder(t)
  const archive = join(folder, 'archive.db')
  const env = { KHABAR_DB: archive }
  const all = NAMES.map((name) => `${name.replace('.sql', '')}\n`)
  t.match(await khabar(['migrate', '--check'], env), {
    status: 1,
    stdout: all.join(''),
    stderr: /needs \d+ migrations/,
  })
  t.strictSame(readdirSync(folder), [], 'a check makes no archive')

  const old = new Sqlite(archive)
  const early = NAMES.slice(0, 2).map((name, at) => ({ version: at + 1, file: join(MIGRATIONS, name) }))
  migrate(old, early)
  old.close()
  const before = readFileSync(archive)
  const later = all.slice(2).join('')
  t.match(await khabar(['migrate', '--check'], env), { status: 1, stdout: later })
  t.match(await khabar(['check'], env), { status: 1, stderr: /older Khabar; .*"khabar migrate"/ })
  t.match(await khabar(['backup', join(folder, 'old.db')], env), { status: 0 }, 'one may go back to the version before')
  t.ok(readFileSync(archive).equals(before), 'none of these changes anything')

  t.match(await khabar(['migrate'], env), { status: 0, stdout: later, stderr: /is up to date now: \d+ migrations?\./ })
  t.match(await khabar(['migrate', '--check'], env), { status: 0, stdout: '', stderr: /is up to date\.\n$/ })
  t.match(await khabar(['check'], env), { status: 0, stderr: /0 articles, 0 captures, no fault/ })
  t.match(await khabar(['migrate', '--check', '--db', join(folder, 'old.db')]), { status: 1, stdout: later })
})

t.test('withdraw takes articles out with a reason, purges them, and --undo brings back what there is', async (t) => {
  const archive = join(temporaryFolder(t), 'archive.db')
  const env = { KHABAR_DB: archive }
  const secret = 'a sentence that nobody is to find'
  const draft = makeDraft({ headline: secret, paragraphs: [secret], language: 'en' })
  const store = await openArchive(archive)
  const [{ id } = { id: '' }] = await store.saveArticles([draft, makeDraft({ headline: 'آخر' })], NOW)
  await store.close()
  const checked = async () => (await khabar(['check'], env)).stderr
  t.match(await khabar(['withdraw', id, '--reason', 'They asked.'], env), { status: 0, stderr: `${id} is withdrawn.` })
  t.match(await checked(), /1 articles, 2 captures, no fault/)
  t.match(await khabar(['withdraw', '--undo', id], env), { status: 0, stderr: `${id} is back.` })
  t.match(await checked(), /2 articles, 2 captures, no fault/)

  t.ok(readFileSync(archive).includes(secret))
  t.match(await khabar(['withdraw', '--purge', id], env), { status: 0, stderr: /withdrawn and purged: its captures/ })
  t.match(await checked(), /1 articles, 2 captures, no fault/, 'what was purged is no fault')
  t.notOk(readFileSync(archive).includes(secret), 'its text is not in the file any more')
  t.match(await khabar(['withdraw', '--undo', id], env), {
    status: 0,
    stderr: /forgotten: its captures can be imported/,
  })
  t.match(await checked(), /1 articles, 1 captures, no fault/)

  t.match(await khabar(['withdraw', id], env), { status: 1, stderr: /No article/ })
  t.match(await khabar(['withdraw', id, '--undo', '--purge'], env), { status: 2, stderr: /cannot be used with/ })
})
