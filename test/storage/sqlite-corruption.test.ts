import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Sqlite, { type Database } from 'better-sqlite3'
import t from 'tap'
import type { GazetteerEntry } from '../../src/domain/gazetteer.ts'
import { gazetteerEntrySchema } from '../../src/domain/gazetteer.ts'
import { WORD_LIST } from '../../src/storage/sqlite/check-words.ts'
import { openArchive } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { faultsOf, LATER, NOW, SEED, saveOne } from './contract/parts.ts'

/** Corruptions that are tried, each in an archive of its own; KHABAR_CORRUPTIONS=1000 tries more. */
const RUNS = Number(process.env.KHABAR_CORRUPTIONS ?? 120)

/** Values that are corrupted, one at a time: of a random row of the table, that the columns of its key find again. */
const PLACES: [what: string, table: string, key: string[], column: string][] = [
  ...[
    'bytes',
    'ledger',
    'sha256',
    'ledger_hash',
    'size',
    'media_type',
    'name',
    'imported_at',
    'headline',
    'article',
  ].map((column): [string, string, string[], string] => ['capture', 'current_captures', ['number'], column]),
  ...['body', 'mentions', 'candidates', 'etag', 'hash'].map((column): [string, string, string[], string] => [
    'document',
    'documents',
    ['article'],
    column,
  ]),
  ['document', 'items', ['article'], 'item'],
  ['document', 'articles', ['number'], 'id'],
  ['document', 'articles', ['number'], 'published'],
  ['document', 'articles', ['number'], 'updated'],
  ['document', 'articles', ['number'], 'revision'],
  ...['id', 'type', 'entry', 'articles'].map((column): [string, string, string[], string] => [
    'tag',
    'terms',
    ['number'],
    column,
  ]),
  ['tag', 'names', ['term', 'name'], 'name'],
  ['tag', 'article_terms', ['term', 'newest', 'id'], 'newest'],
  ['tag', 'article_terms', ['term', 'newest', 'id'], 'term'],
  ['index', 'links', ['article', 'number'], 'target'],
  ['index', 'search_docsize', ['id'], 'sz'],
  ['index', 'pages', ['id'], 'block'],
  ['index', 'tombstones', ['id'], 'block'],
  ['index', 'words', [], ''],
]

/** The rows of some places, and the tables that they are of. */
const VIEWS = `
  CREATE TEMP VIEW current_captures AS
    SELECT c.* FROM captures c JOIN articles a ON a.number = article AND a.revision = c.revision;
  -- Rows 1 and 10 keep totals, which deleted articles stay in, and where the pages are, those that are no more included.
  CREATE TEMP VIEW pages AS SELECT * FROM search_data WHERE id > 10 AND id < 1 << 53;
  CREATE TEMP VIEW tombstones AS SELECT * FROM search_data WHERE id >= 1 << 53;`
const TABLES: Record<string, string> = {
  current_captures: 'captures',
  pages: 'search_data',
  tombstones: 'search_data',
}

const ENTRIES: GazetteerEntry[] = [
  { id: 'country:am', label: { ar: 'أرمينيا', en: 'Armenia' }, demonyms: { ar: ['أرمني'] } },
  { id: 'country:az', label: { ar: 'أذربيجان', en: 'Azerbaijan' }, names: { en: ['Azerbaidjan'] } },
].map((entry) => gazetteerEntrySchema.parse(entry))

async function makeArchive(file: string): Promise<void> {
  const store = await openArchive(file)
  await store.saveTagNames(ENTRIES)
  const draft = (at: number, footer = '') =>
    makeDraft({
      ...{ headline: `خبر ${at}`, kicker: `تغطية ${at}`, paragraphs: [`قتال في المدينة ${at}`, 'stop'], footer },
      tags: [makeTag('country:am'), makeTag(at % 2 ? 'country:az' : `place:some-${at}`, ['headline'])],
      links: [{ title: `خبر ${(at + 1) % 8}` }],
    })
  await store.saveArticles(
    Array.from({ length: 8 }, (_, at) => draft(at)),
    NOW,
  )
  for (const at of [1, 4]) await saveOne(store, draft(at, 'again'), LATER)
  t.strictSame(await faultsOf(store), [])
  await store.close()
}

type Row = Record<string, unknown>

/** Numbers from 0 to below 1 that a seed repeats: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

t.test('every corruption of a capture, a document, a tag or the index is found', async (t) => {
  const folder = t.testdir({})
  const whole = join(folder, 'whole.db')
  await makeArchive(whole)
  const seed = Number(process.env.KHABAR_SEED ?? SEED)
  const random = createRandom(seed)
  const missed: string[] = []
  const harmless: string[] = []
  const content = contentOf(whole)
  for (let run = 0; run < RUNS; run++) {
    const file = join(folder, `${run}.db`)
    copyFileSync(whole, file)
    const place = PLACES[run % PLACES.length] as (typeof PLACES)[number]
    const told = corrupt(file, place, random)
    if (!(await isFound(file))) (contentOf(file) === content ? harmless : missed).push(`${run}: ${told}`)
  }
  const found = RUNS - missed.length - harmless.length
  t.comment(`seed ${seed}: ${found} of ${RUNS} corruptions found, ${harmless.length} that change nothing`)
  t.strictSame(missed, [])
  t.ok(harmless.length <= RUNS / 50, 'next to all change something', { harmless })
})

/**
 * What is read of the captures and the index. Of both there are bits that nothing depends on: those that fill up the last
 * byte of what is deflated, and those of pages of the index for words of deleted articles.
 */
function contentOf(file: string): string {
  const db = new Sqlite(file)
  try {
    const captures = db.prepare<[], Record<'bytes' | 'ledger', Buffer>>('SELECT bytes, ledger FROM captures').all()
    db.exec(WORD_LIST)
    const words = db.prepare('SELECT term, doc, col, offset FROM temp.search_words').raw().all() as string[][]
    const find = db.prepare<[string], number>('SELECT rowid FROM search (?)').pluck()
    const found = [...new Set(words.map(([word]) => word))].map((word) => find.all(`"${word}"`))
    return JSON.stringify([
      captures.map(({ bytes, ledger }) => [bytes, ledger].map((kept) => inflateRawSync(kept))),
      words,
      found,
    ])
  } finally {
    db.close()
  }
}

async function isFound(file: string): Promise<boolean> {
  try {
    const store = await openArchive(file)
    const faults = await faultsOf(store)
    await store.close()
    return faults.length > 0
  } catch {
    return true // it cannot even be opened
  }
}

function corrupt(file: string, [, table, key, column]: (typeof PLACES)[number], random: () => number): string {
  const db = new Sqlite(file)
  db.unsafeMode()
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  db.exec(VIEWS)
  try {
    if (table === 'words') return corruptWords(db, random)
    const rows = db.prepare<[], Row>(`SELECT * FROM ${table}`).safeIntegers().all()
    const row = rows[Math.floor(random() * rows.length)] as Row
    const now = corrupted(row[column], random)
    const where = key.map((name) => `${name} = ?`).join(' AND ')
    const target = TABLES[table] ?? table
    db.prepare(`UPDATE OR REPLACE ${target} SET ${column} = ? WHERE ${where}`).run(now, ...key.map((name) => row[name]))
    return `${table} ${key.map((name) => row[name])}: ${column} ${shown(row[column])} → ${shown(now)}`
  } finally {
    db.close()
  }
}

function shown(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('hex').slice(0, 200) : String(value).slice(0, 200)
}

function corrupted(value: unknown, random: () => number): unknown {
  if (typeof value === 'bigint') return value + 1n + BigInt(Math.floor(random() * 5))
  if (Buffer.isBuffer(value)) {
    const bytes = Buffer.from(value)
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8))
    return bytes
  }
  if (typeof value !== 'string' || value === '') return 'x'
  const at = Math.floor(random() * value.length)
  return `${value.slice(0, at)}${value[at] === 'x' ? 'y' : 'x'}${value.slice(at + 1)}`
}

/** Puts other words into the index for an article, of the columns that a search goes by. */
function corruptWords(db: Database, random: () => number): string {
  const number = 1 + Math.floor(random() * 8)
  const columns = ['headline', 'lead', 'body', 'headline_stems', 'lead_stems', 'body_stems', 'names']
  const texts = columns.map((column) => (random() < 0.5 ? `${column}1 x` : 'قتال في'))
  db.prepare('DELETE FROM search WHERE rowid = ?').run(number)
  db.prepare(`INSERT INTO search (rowid, ${columns.join()}) VALUES (?, ${columns.map(() => '?').join()})`).run(
    number,
    ...texts,
  )
  return `words of ${number}`
}
