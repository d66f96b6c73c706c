import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { EVERYTHING, faultsOf, LATER, NOW, readArticle, saveOne } from './contract/parts.ts'
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
