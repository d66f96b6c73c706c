import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { faultsOf, NOW, saveOne } from './contract/parts.ts'

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

function flipBits(file: string, offset: number): void {
  const descriptor = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(descriptor, byte, 0, 1, offset)
  writeSync(descriptor, Buffer.from([(byte[0] ?? 0) ^ 0x11]), 0, 1, offset)
  closeSync(descriptor)
}
