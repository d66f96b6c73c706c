import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t, { type Test } from 'tap'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { migrate } from '../../src/storage/sqlite/migrate.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { faultsOf, NOW, saveOne } from './contract/parts.ts'

const SETTINGS: [name: string, inFile: unknown, inMemory: unknown][] = [
  ['busy_timeout', 5000, 5000],
  ['journal_mode', 'wal', 'memory'],
  ['synchronous', 2, 2],
  ['foreign_keys', 1, 1],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
  ['temp_store', 2, 2],
  ['mmap_size', 0, undefined],
  ['journal_size_limit', 67108864, 67108864],
  ['application_id', 0x4b686272, 0x4b686272],
]

t.test('every connection has the settings that keep what is acknowledged', async (t) => {
  const inFile = await openSqlite(join(t.testdir(), 'new', 'folder', 'archive.db'), MIGRATIONS)
  const inMemory = await openSqlite(':memory:', MIGRATIONS)
  for (const [name, file, memory] of SETTINGS) {
    t.equal(inFile.writer.pragma(name, { simple: true }), file, `writer: ${name}`)
    t.equal(inFile.reader.pragma(name, { simple: true }), file, `reader: ${name}`)
    t.equal(inMemory.writer.pragma(name, { simple: true }), memory, `in memory: ${name}`)
  }
  t.equal(inFile.writer.pragma('cache_size', { simple: true }), -32_768)
  t.equal(inFile.reader.pragma('cache_size', { simple: true }), -16_384)
  t.equal(inFile.reader.pragma('query_only', { simple: true }), 1)
  t.throws(() => inFile.reader.exec('DELETE FROM articles'), { code: 'SQLITE_READONLY' })
  await createArticleStore(inFile).close()
  await createArticleStore(inMemory).close()
})

/** Each makes `file` something that is no archive of ours. */
const REFUSED: [name: string, message: RegExp, make: (file: string) => void][] = [
  ['a database of another program', /another program/, (file) => makeDatabase(file, 'CREATE TABLE theirs (a)')],
  [
    'a database of another program in WAL mode',
    /another program/,
    (file) => makeDatabase(file, 'PRAGMA journal_mode = WAL; CREATE TABLE theirs (a)'),
  ],
  [
    'an empty database with a mark of its own',
    /another program/,
    (file) => makeDatabase(file, 'PRAGMA application_id = 7'),
  ],
  [
    'an empty database with a version of its own',
    /another program/,
    (file) => makeDatabase(file, 'PRAGMA user_version = 1'),
  ],
  ['a newer archive', /schema 9999, this Khabar knows \d+; use the newer/, makeNewer],
  ['a text', /not an SQLite database/, (file) => writeFileSync(file, 'a text '.repeat(100))],
  ['a short text', /not an SQLite database/, (file) => writeFileSync(file, 'x')],
  ['a damaged header', /not an SQLite database/, (file) => writeFileSync(file, `SQLite format 3\0${'x'.repeat(10)}`)],
  [
    'an archive cut to nothing beside its log',
    /is empty although/,
    (file) => {
      writeFileSync(file, '')
      writeFileSync(`${file}-wal`, 'pages')
    },
  ],
]

t.test('what is no archive is refused by name, and not a byte of it changes', async (t) => {
  for (const [name, message, make] of REFUSED) {
    const folder = t.testdir({})
    const file = join(folder, 'archive.db')
    make(file)
    const before = contentsOf(folder)
    await rejectsOpening(t, file, message, name)
    t.strictSame(contentsOf(folder), before, `${name}: nothing changed`)
  }
})

t.test('a newer schema that is in the log alone is refused, and stays there', async (t) => {
  const folder = t.testdir({})
  const newer = await openSqlite(join(folder, 'archive.db'), MIGRATIONS)
  newer.writer.pragma('wal_checkpoint(TRUNCATE)')
  newer.writer.pragma('user_version = 9999')
  const before = readFileSync(join(folder, 'archive.db'))
  await rejectsOpening(t, join(folder, 'archive.db'), /schema 9999/)
  t.ok(readFileSync(join(folder, 'archive.db')).equals(before))
  newer.reader.close()
  newer.writer.close()
})

t.test('a path where no archive can be is refused with what is wrong', async (t) => {
  const folder = t.testdir({ file: '', blank: '' })
  await rejectsOpening(t, folder, /cannot be opened \(EISDIR\)/, 'a folder')
  await rejectsOpening(t, join(folder, 'file', 'archive.db'), /cannot be opened \((ENOTDIR|EEXIST)\)/, 'below a file')
  await rejectsOpening(t, '/dev/null/folder/archive.db', /cannot be opened \(ENOTDIR\)/, 'a folder that cannot be made')
  await rejectsOpening(t, '/proc/archive.db', /cannot be opened/, 'a file that cannot be made')
  await rejectsOpening(t, join(folder, 'missing.db'), /missing or empty/, 'missing', { mustExist: true })
  await rejectsOpening(t, join(folder, 'blank'), /missing or empty/, 'empty', { mustExist: true })
  makeDatabase(join(folder, 'database'), 'PRAGMA journal_mode = WAL')
  await rejectsOpening(t, join(folder, 'database'), /missing or empty/, 'blank', { mustExist: true })
  t.notOk(existsSync(join(folder, 'missing.db')))
  t.equal(statSync(join(folder, 'blank')).size, 0)
})

t.test('what a process leaves that is killed while it makes an archive becomes one', async (t) => {
  const folder = t.testdir({ empty: '' })
  makeDatabase(join(folder, 'blank'), 'PRAGMA journal_mode = WAL')
  for (const name of ['empty', 'blank']) {
    const store = await openArchive(join(folder, name))
    await saveOne(store, makeDraft())
    await store.close()
    t.strictSame(
      readdirSync(folder).filter((file) => file.startsWith(`${name}-`)),
      [],
      'closing leaves no log',
    )
  }
})

t.test('an archive that another process keeps for itself is locked', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  await (await openArchive(file)).close()
  const other = new Sqlite(file)
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('BEGIN EXCLUSIVE')
  await rejectsOpening(t, file, /is locked by another process/, 'locked', { busyTimeout: 20 })
  other.close()
})

t.test('a truncated archive is damaged', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  const store = await openArchive(file)
  await store.saveArticles(
    Array.from({ length: 50 }, (_, at) => makeDraft({ headline: `${at}` })),
    NOW,
  )
  await store.close()
  truncateSync(file, Math.floor(statSync(file).size / 2))
  const error = await openArchive(file).then(faultsOf, (error) => error)
  if (Array.isArray(error)) t.ok(error.length > 0, 'found by the check')
  else t.match(error, { code: 'storage_unavailable', message: /is damaged/ })
})

t.test('a migration happens whole or not at all', async (t) => {
  const folder = t.testdir({
    '0001-a.sql': 'CREATE TABLE a (x);',
    '0002-b.sql': 'CREATE TABLE b (x); CREATE TABLE a (x);',
  })
  const db = new Sqlite(':memory:')
  const migrations = ['0001-a.sql', '0002-b.sql'].map((name, at) => ({ version: at + 1, file: join(folder, name) }))
  t.throws(() => migrate(db, migrations))
  t.equal(db.pragma('user_version', { simple: true }), 1)
  t.strictSame(db.prepare('SELECT name FROM sqlite_schema').pluck().all(), ['a'])
  writeFileSync(join(folder, '0002-b.sql'), 'CREATE TABLE b (x);')
  migrate(db, migrations)
  migrate(db, migrations)
  t.equal(db.pragma('user_version', { simple: true }), 2)
})

t.test('a gap between migrations is a fault of the installation', async (t) => {
  const folder = t.testdir({ '0001-a.sql': '', '0003-c.sql': '' })
  await t.rejects(openSqlite(':memory:', folder), { message: /Migration 2 is missing before "0003-c.sql"/ })
})

async function rejectsOpening(t: Test, file: string, message: RegExp, name = '', options = {}): Promise<void> {
  const error = await openArchive(file, options).catch((error) => error)
  t.match(error, { name: 'KhabarError', code: 'storage_unavailable', message }, name)
  t.match(error, { message: /^[^\n]+$/ }, `${name}: one line`)
  t.ok(error.message.includes(file), `${name}: names the file`)
}

function makeDatabase(file: string, sql: string): void {
  const db = new Sqlite(file)
  db.exec(sql)
  db.close()
}

function makeNewer(file: string): void {
  makeDatabase(file, 'PRAGMA application_id = 0x4b686272; PRAGMA user_version = 9999; CREATE TABLE articles (a)')
}

/** Every file of the folder by name, with all its bytes. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}
