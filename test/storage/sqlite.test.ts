import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import t from 'tap'
import type { ArticleQuery } from '../../src/domain/store.ts'
import { foldedWords, tokenise } from '../../src/language/tokenise.ts'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { createPlanner, sourceOfCount, sourceOfPage } from '../../src/storage/sqlite/list-plan.ts'
import { countSql, pageSql, type Sql } from '../../src/storage/sqlite/list-sql.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { INDEX_VERSION } from '../../src/storage/sqlite/text-index.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import {
  type Asked,
  EVERYTHING,
  faultsOf,
  LATER,
  listHeadlines,
  NOW,
  readArticle,
  SEED,
  saveOne,
  toQuery,
} from './contract/parts.ts'
import { articleStoreContract } from './contract.ts'

t.test('in memory', async (t) => articleStoreContract(t, openArchive))

t.test('in a file', async (t) => {
  const folder = t.testdir({})
  let files = 0
  articleStoreContract(t, () => openArchive(join(folder, `${++files}.db`)))
})

t.test('what one process writes, another reads at once, kept documents included', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  const [one, other] = [await openArchive(file), await openArchive(file)]
  const id = await saveOne(one, makeDraft())
  const { etag } = await other.getArticle(id)
  const generation = await other.getGeneration()
  await saveOne(one, makeDraft({ kicker: 'جديد' }), LATER)
  t.not(await other.getArticleEtag(id), etag)
  t.equal((await readArticle(other, id)).kicker, 'جديد')
  t.not(await other.getGeneration(), generation)
  t.equal(await other.getGeneration(), await one.getGeneration())
  await one.withdrawArticle(id, true, LATER)
  await t.rejects(other.getArticle(id), { code: 'withdrawn' })
  await one.close()
  await other.close()
})

t.test('a full disk refuses the whole batch, and all works again once there is room', async (t) => {
  const connections = await openSqlite(join(t.testdir({}), 'archive.db'), MIGRATIONS)
  const store = createArticleStore(connections)
  await saveOne(store, makeDraft())
  const generation = await store.getGeneration()
  const drafts = Array.from({ length: 100 }, (_, at) =>
    makeDraft({ headline: `${at}`, paragraphs: ['م'.repeat(5000)] }),
  )
  const pages = connections.writer.pragma('page_count', { simple: true })
  connections.writer.pragma(`max_page_count = ${pages}`)
  await t.rejects(store.saveArticles(drafts, NOW), { code: 'storage_full', message: /No room to write ".*archive.db"/ })
  await t.rejects(store.checkWritable(), { code: 'storage_full' })
  t.strictSame(await store.countArchive(), { articles: 1, captures: 1, tags: 0 })
  t.equal(await store.getGeneration(), generation)
  connections.writer.pragma('max_page_count = 1000000')
  await store.checkWritable()
  t.equal((await store.saveArticles(drafts, NOW)).length, 100)
  t.strictSame(await faultsOf(store), [])
  await store.close()
})

t.test('an archive that cannot be written is unavailable to writers alone', async (t) => {
  const connections = await openSqlite(join(t.testdir({}), 'archive.db'), MIGRATIONS, { busyTimeout: 20 })
  const store = createArticleStore(connections)
  const id = await saveOne(store, makeDraft())
  const other = new Sqlite(connections.file)
  const refusals: [message: RegExp, refuse: () => void, permit: () => void][] = [
    [/is locked by another process/, () => other.exec('BEGIN IMMEDIATE'), () => other.exec('ROLLBACK')],
    [
      /cannot be written/,
      () => connections.writer.pragma('query_only = ON'),
      () => connections.writer.pragma('query_only = OFF'),
    ],
  ]
  for (const [message, refuse, permit] of refusals) {
    refuse()
    const expected = { code: 'storage_unavailable', message }
    await t.rejects(saveOne(store, makeDraft({ footer: '2' })), expected)
    await t.rejects(store.checkWritable(), expected)
    t.equal((await store.listArticles(EVERYTHING)).total, 1)
    t.ok(await store.getArticleEtag(id))
    permit()
    await store.checkWritable()
  }
  other.close()
  await store.close()
})

/** Each changes behind the archive's back what only the check can find. */
const DAMAGES: [what: string, reason: RegExp, sql: string][] = [
  ['capture', /bytes do not have their hash/, `UPDATE captures SET bytes = X'0300'`],
  ['capture', /cannot be decoded/, `UPDATE captures SET bytes = X'FFFF'`],
  ['capture', /ledger does not have its hash/, `UPDATE captures SET ledger = X'0300'`],
  [
    'document',
    /document does not have its hash/,
    `UPDATE documents SET body = CAST(replace(CAST(body AS TEXT), 'فقرة', 'فقره') AS BLOB)`,
  ],
  ['document', /candidates do not have their hash/, `UPDATE documents SET mentions = '[]'`],
  ['document', /cannot be decoded/, `UPDATE documents SET body = X'00'`],
  [
    'document',
    /breaks the schema: revision/,
    `UPDATE documents SET body = CAST(replace(CAST(body AS TEXT), '"revision":1', '"revision":0') AS BLOB)`,
  ],
  ['document', /no document/, 'DELETE FROM documents'],
  ['document', /another article or revision/, 'UPDATE articles SET revision = 2'],
  [
    'document',
    /a filter by "country:az" does not find it/,
    `DELETE FROM article_terms WHERE term = (SELECT number FROM terms WHERE id = 'country:az')`,
  ],
  ['document', /does not say what it resolves to/, 'UPDATE links SET target = 1'],
  ['index', /count of articles is wrong/, `UPDATE terms SET articles = 5 WHERE id = 'country:az'`],
  ['index', /count of captures is wrong/, 'UPDATE archive SET captures = 5'],
  ['index', /current capture is missing/, 'UPDATE captures SET revision = 2'],
  ['index', /in a wrong place/, 'UPDATE articles SET published = 5'],
  ['index', /not in the search index/, 'DELETE FROM search'],
  ['index', /search index has it although/, `INSERT INTO search (rowid, headline, body) VALUES (77, '', '')`],
  ['index', /resolves to a wrong article/, 'UPDATE links SET target = 1'],
  ['database', /refers to a row/, 'PRAGMA foreign_keys = OFF; UPDATE links SET target = 99'],
  ['database', /search/, `UPDATE search_data SET block = X'00' WHERE id > 10`],
]

t.test('the check finds what is damaged', async (t) => {
  for (const [what, reason, sql] of DAMAGES) {
    const connections = await openSqlite(':memory:', MIGRATIONS)
    const store = createArticleStore(connections)
    await saveOne(store, makeDraft({ tags: [makeTag('country:az')], links: [{ title: 'لا شيء' }] }))
    t.strictSame(await faultsOf(store), [])
    connections.writer.unsafeMode() // lets the last of them write to the search index's own tables
    connections.writer.exec(sql)
    const faults = await faultsOf(store)
    t.ok(
      faults.some((fault) => fault.what === what && reason.test(fault.reason)),
      `${reason}: ${JSON.stringify(faults)}`,
    )
    await store.close()
  }
})

t.test('the check finds flipped bits wherever they are, and does not stop there', async (t) => {
  const connections = await openSqlite(join(t.testdir({}), 'archive.db'), MIGRATIONS)
  const store = createArticleStore(connections)
  const drafts = Array.from({ length: 40 }, (_, at) => makeDraft({ headline: `${at}`, paragraphs: ['م'.repeat(3000)] }))
  await store.saveArticles(drafts, NOW)
  const selectPages = connections.reader.prepare(
    "SELECT pageno FROM dbstat WHERE name = 'documents' AND pagetype = 'overflow'",
  )
  const [first = 0, second = 0] = selectPages.pluck().all() as number[]
  await store.close()
  for (const page of [first, second]) flipBits(connections.file, (page - 1) * 4096 + 2000)
  const damaged = await openArchive(connections.file)
  const faults = await faultsOf(damaged)
  t.strictSame(
    faults.map(({ what }) => what),
    ['document', 'document'],
  )
  await damaged.close()
})

const SIZES: [id: string, articles: number][] = [
  ['country:many', 500_000],
  ['country:some', 10_000],
  ['country:few', 1_000],
  ['country:rare', 10],
]

/** Where a page and a count of a million articles start. */
const STARTS: [page: string, count: string, tags: ArticleQuery['tags'], sort: ArticleQuery['sort']][] = [
  ['all term', 'all term', [], '-published'],
  [' latest', 'all term', [], '-updated'],
  ['country:some term', 'country:some term', [[term('country:many')], [term('country:some')]], 'published'],
  [' latest', 'country:some term', [[term('country:some')]], '-updated'],
  ['country:few terms', 'country:few term', [[term('country:few')]], '-updated'],
  [
    'country:few|country:rare terms',
    'country:few|country:rare terms',
    [[term('country:few'), term('country:rare')]],
    'published',
  ],
  ['all term', 'country:few|country:some terms', [[term('country:few'), term('country:some')]], 'published'],
  ['all term', 'all term', [[term('country:few', true)]], 'published'],
]

t.test('every page of a list is read from an index, in its order', async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  for (const id of ['country:a', 'country:b', 'publisher:p']) addTerm(writer, id, 1_000_000)
  addTerm(writer, 'country:rare', 10)
  writer.exec(`UPDATE terms SET articles = 1000000 WHERE id = 'all'`)
  const filters: Asked[] = [
    {},
    { from: 0, before: 5 },
    { publisher: 'p' },
    { tags: [[term('country:a')]] },
    { tags: [[term('country:a')], [term('country:b'), term('country:c', true)]] },
    { tags: [[term('country:a', true)]] },
    { tags: [[term('country:rare'), term('country:rare')]] },
    { q: 'كلمة' },
  ]
  for (const filter of filters) {
    for (const sort of ['-published', 'published', '-updated', 'relevance'] as const) {
      for (const back of [false, true]) {
        const query = toQuery({ ...filter, sort })
        const plan = createPlanner(writer)(query)
        if (plan === null) throw new Error('the terms are there')
        const source = sourceOfPage(plan, 20)
        const steps = explain(writer, pageSql(plan, source, { key: 1, id: 'a', back }, query))
        const name = `${JSON.stringify(filter)} ${sort} ${back}`
        t.notOk(
          steps.some((step) => /^SCAN (s|t|articles|article_terms|items)\b/.test(step)),
          `${name}: no table is read whole`,
        )
        if (source.from === 'term' || source.from === 'latest') {
          const sorted = steps.slice(0, steps.indexOf('SCAN page')).filter((step) => step.includes('TEMP B-TREE'))
          t.strictSame(sorted, [], `${name}: nothing is sorted`)
          t.ok(
            steps.some((step) => /\((newest|oldest|latest),id\)[<>]/.test(step)),
            `${name}: starts at the cursor`,
          )
        }
        const counted = explain(writer, countSql(plan, sourceOfCount(plan), query))
        t.notOk(
          counted.some((step) => /^SCAN (s|t|articles|article_terms)\b/.test(step)),
          `${name}: counted by index`,
        )
      }
    }
  }
})

t.test('few articles are gathered and sorted, many walked in order', async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  for (const [id, articles] of SIZES) addTerm(writer, id, articles)
  writer.exec("UPDATE terms SET articles = 1000000 WHERE id = 'all'")
  const findPlan = createPlanner(writer)
  for (const [page, count, tags, sort] of STARTS) {
    const plan = findPlan({ ...EVERYTHING, tags, sort })
    if (plan === null) throw new Error('the terms are there')
    const name = `${JSON.stringify(tags)} ${sort}`
    for (const [expected, source] of [
      [page, sourceOfPage(plan, 20)],
      [count, sourceOfCount(plan)],
    ] as const) {
      t.equal(
        ['group' in source ? source.group.map(({ id }) => id).join('|') : '', source.from].join(' '),
        expected,
        name,
      )
    }
  }
})

t.test("the index's words are ours", async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  writer.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, 'row')")
  const insertText = writer.prepare("INSERT INTO search (rowid, headline, body) VALUES (1, '', ?)")
  const selectWords = writer.prepare('SELECT term FROM temp.words').pluck()
  const deleteAll = writer.prepare("INSERT INTO search (search) VALUES ('delete-all')")
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('قَرة', 'باغ', 'É', 'ﻻ', 'ـ', '\u200f', ' ', '-', '٣')).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      deleteAll.run()
      insertText.run(foldedWords(text))
      const ours = [...new Set(tokenise(text).map(({ folded }) => folded))]
      t.strictSame(new Set(selectWords.all()), new Set(ours), JSON.stringify(text))
    }),
    { seed: SEED, numRuns: 500 },
  )
})

t.test('an index that older rules folded is folded anew, one of newer rules refused', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  const connections = await openSqlite(file, MIGRATIONS)
  const store = createArticleStore(connections)
  await saveOne(store, makeDraft({ headline: 'هدنة' }))
  await store.withdrawArticle(await saveOne(store, makeDraft({ headline: 'هدنة 2' })), true, NOW)
  connections.writer.exec(
    `DELETE FROM search; INSERT INTO search (rowid, headline, body) VALUES (9, 'x', 'x'); UPDATE archive SET fold_version = 0`,
  )
  await store.close()
  const refolded = await openArchive(file)
  t.strictSame(await listHeadlines(refolded, { q: 'هدنه' }), ['هدنة'])
  t.strictSame(await faultsOf(refolded), [])
  await refolded.close()
  const newer = await openSqlite(file, MIGRATIONS)
  newer.writer.prepare('UPDATE archive SET fold_version = ?').run(INDEX_VERSION + 1)
  t.throws(() => createArticleStore(newer), { code: 'storage_unavailable', message: /newer Khabar/ })
  newer.reader.close()
  newer.writer.close()
})

function term(id: string, not = false) {
  return { id, not }
}

function addTerm(db: Database, id: string, articles: number): void {
  db.prepare('INSERT INTO terms (id, type, articles) VALUES (?, ?, ?)').run(id, id.split(':')[0], articles)
}

function explain(db: Database, { sql, values }: Sql): string[] {
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  return steps.map(({ detail }) => detail)
}

function flipBits(file: string, offset: number): void {
  const descriptor = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(descriptor, byte, 0, 1, offset)
  writeSync(descriptor, Buffer.from([(byte[0] ?? 0) ^ 0x11]), 0, 1, offset)
  closeSync(descriptor)
}
