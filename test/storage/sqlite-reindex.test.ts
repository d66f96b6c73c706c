import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { keepIndexed } from '../../src/cli/keep-indexed.ts'
import type { ArticleStore } from '../../src/domain/store.ts'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { EVERYTHING, faultsOf, LATER, listHeadlines, NOW, SEED, saveOne } from './contract/parts.ts'

const WORDS = ['هدنة', 'قتال', 'وفد', 'stop']

/** What a user, an importer and the rebuilding do in between each other. */
type Act =
  | { do: 'save'; name: number; word: string }
  | { do: 'withdraw'; name: number; withdrawn: boolean }
  | { do: 'step' | 'begin' | 'reopen' }

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save'), name: fc.nat(9), word: fc.constantFrom(...WORDS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw'), name: fc.nat(9), withdrawn: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('step', 'step', 'step', 'begin', 'reopen') }) },
) as fc.Arbitrary<Act>

t.test('whatever happens while the index is made anew, it ends as if made at once', async (t) => {
  t.comment(`seed ${SEED}`)
  const folder = t.testdir({})
  let files = 0
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 40 }), async (list) => {
      const file = join(folder, `${++files}.db`)
      let store = await openArchive(file)
      const other = await openArchive(file)
      const expected = new Map<number, { id: string; word: string; withdrawn: boolean }>()
      for (const [at, act] of list.entries()) {
        // Two processes take turns, at writing as at rebuilding.
        const one = at % 2 === 0 ? store : other
        if ('name' in act) await change(one, act, at, expected)
        else if (act.do === 'begin') await one.beginReindex()
        else if (act.do === 'step') await one.reindexArticles(1)
        else {
          await store.close()
          store = await openArchive(file)
        }
        for (const word of WORDS) {
          const live = [...expected.values()].filter((article) => article.word === word && !article.withdrawn)
          const { total } = await other.listArticles({ ...EVERYTHING, q: { type: 'word', text: word } })
          if (total !== live.length) throw new Error(`${word} is found in ${total} articles, not in ${live.length}`)
        }
      }
      while ((await store.reindexArticles(1)) !== null);
      const faults = await faultsOf(store)
      if (faults.length > 0) throw new Error(JSON.stringify(faults))
      await store.close()
      await other.close()
    }),
    { seed: SEED, numRuns: 30 },
  )
})

async function change(
  store: ArticleStore,
  act: Extract<Act, { name: number }>,
  at: number,
  expected: Map<number, { id: string; word: string; withdrawn: boolean }>,
): Promise<void> {
  const known = expected.get(act.name)
  if (act.do === 'save') {
    const draft = makeDraft({ headline: `مقال ${act.name}`, paragraphs: [act.word], footer: `${at}` })
    expected.set(act.name, { id: await saveOne(store, draft), word: act.word, withdrawn: known?.withdrawn ?? false })
  } else if (known !== undefined) {
    await store.withdrawArticle(known.id, act.withdrawn, LATER)
    known.withdrawn = act.withdrawn
  }
}

/** An archive whose index is of older rules, or empty as a migration leaves it, and too large to be made anew at once. */
async function makeOutdated(file: string, version: number, sql = ''): Promise<void> {
  const { writer, reader } = await openSqlite(file, MIGRATIONS)
  const store = createArticleStore({ file, writer, reader })
  const filler = 'كلمة '.repeat(20_000)
  const drafts = Array.from({ length: 30 }, (_, at) => makeDraft({ headline: `هدنة ${at}`, paragraphs: [filler] }))
  await store.saveArticles(drafts, NOW)
  writer.exec(`${sql}; UPDATE archive SET fold_version = ${version}`)
  await store.close()
}

t.test('an index of older rules serves until the new one is done', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  await makeOutdated(file, 1)
  const store = await openArchive(file)
  const generation = await store.getGeneration()
  t.equal((await listHeadlines(store, { q: 'هدنة' })).length, 30)
  t.match(await faultsOf(store), [{ what: 'index', reason: /it is being made/ }])
  const first = await store.reindexArticles(100_000)
  t.match(first, { total: 30, finished: false })
  t.ok(first !== null && first.from > 0 && first.done === first.from + 1, 'it goes on where the start left it')
  const log: string[] = []
  const tell = (_fields: object, message: string) => log.push(message)
  const indexing = keepIndexed(store, { info: tell, warn: tell })
  while (log.at(-1) !== 'the search index is made anew') await new Promise((resolve) => setTimeout(resolve, 10))
  await indexing.stop()
  t.equal(log[0], 'making the search index anew')
  t.strictSame(await faultsOf(store), [])
  t.equal((await listHeadlines(store, { q: 'هدنة' })).length, 30)
  t.not(await store.getGeneration(), generation, 'what was cached of the old index is gone')
  t.equal(await store.reindexArticles(1), null)
  await store.close()
})

t.test('where there is no index yet a search is refused, and nothing else', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  await makeOutdated(file, 0, 'DELETE FROM search')
  const store = await openArchive(file)
  await t.rejects(listHeadlines(store, { q: 'هدنة' }), { code: 'not_indexed' })
  t.equal((await store.listArticles(EVERYTHING)).total, 30)
  await saveOne(store, makeDraft({ headline: 'هدنة أخرى' }))
  await keepIndexed(store, { info: () => {}, warn: () => {} }).stop()
  await t.rejects(listHeadlines(store, { q: 'هدنة' }), { code: 'not_indexed' }, 'stopped before it was done')
  while ((await store.reindexArticles(1_000_000)) !== null);
  t.equal((await listHeadlines(store, { q: 'هدنة' })).length, 31)
  t.strictSame(await faultsOf(store), [])
  await store.close()
})

t.test('an archive that cannot be written is told of in the log, and tried again', async (t) => {
  const warned: string[] = []
  const store = { reindexArticles: async () => Promise.reject(new Error('full')) } as unknown as ArticleStore
  const indexing = keepIndexed(store, { info: () => {}, warn: (_fields, message) => warned.push(message) })
  await new Promise(setImmediate)
  await indexing.stop()
  t.strictSame(warned, ['the search index cannot be made now'])
})
