import type { SaveResult } from '../../../src/domain/store.ts'
import { type DraftOptions, makeDraft } from '../../helpers/drafts.ts'
import { LATER, NOW, saveOne, type TestStore, URL_A, URL_B } from './parts.ts'

/** Captures in order, and what becomes of each: a letter for the article, its revision, and "=" where nothing changed. */
const IDENTITIES: [name: string, captures: DraftOptions[], outcomes: string[]][] = [
  ['the same bytes change nothing', [{}, {}], ['A1', '=A1']],
  ['the bytes of an earlier revision change nothing', [{}, { footer: '2' }, {}], ['A1', 'A2', '=A2']],
  ['the same URL is the same article', [{ url: URL_A }, { url: URL_A, headline: 'آخر' }], ['A1', 'A2']],
  ['the same headline and instant are the same article', [{}, { footer: '2' }], ['A1', 'A2']],
  ['another instant is another article', [{}, { at: '2020-10-03T16:43:00+03:00' }], ['A1', 'B1']],
  ['another URL is another article', [{ url: URL_A }, { url: URL_B, footer: '2' }], ['A1', 'B1']],
  [
    'an article without a URL takes the first that comes',
    [{}, { url: URL_A, footer: '2' }, { url: URL_A, headline: 'آخر' }],
    ['A1', 'A2', 'A3'],
  ],
  [
    'an article with a URL does not take another',
    [{}, { url: URL_A, footer: '2' }, { url: URL_B, footer: '3' }],
    ['A1', 'A2', 'B1'],
  ],
  ['a capture without a URL goes by its headline', [{ url: URL_A }, { footer: '2' }], ['A1', 'A2']],
]

export function savingContract(test: TestStore): void {
  for (const [name, captures, outcomes] of IDENTITIES) {
    for (const batchSize of [1, captures.length]) {
      test(`${name} (${batchSize} at a time)`, async (t, store) => {
        const drafts = captures.map(makeDraft)
        const results: SaveResult[] = []
        for (let at = 0; at < drafts.length; at += batchSize) {
          results.push(...(await store.saveArticles(drafts.slice(at, at + batchSize), NOW)))
        }
        t.strictSame(describe(results), outcomes)
      })
    }
  }

  test('of two articles with one headline, a capture without a URL belongs to the one without', async (t, store) => {
    for (const headline of ['أ', 'ب', 'ج', 'د']) {
      const url = `https://example.org/${headline}`
      await saveOne(store, makeDraft({ headline: `${headline} 1`, url }))
      const without = await saveOne(store, makeDraft({ headline }))
      await saveOne(store, makeDraft({ headline, url, footer: '2' })) // now the first has the same headline
      t.equal(await saveOne(store, makeDraft({ headline, footer: '3' })), without)
    }
  })

  test('an id takes as many digits as tell it from the others', async (t, store) => {
    const drafts = ['x', 'y', 'z'].map((tail) => ({
      ...makeDraft({ headline: tail }),
      keys: { url: null, headline: `${'0123456789abcdef'.repeat(3)}${tail}` },
    }))
    const ids = (await store.saveArticles(drafts, NOW)).map(({ id }) => id)
    t.strictSame(ids, ['2020-10-02-01234567', '2020-10-02-012345678', '2020-10-02-0123456789'])
  })

  test('what changes nothing leaves the generation as it is', async (t, store) => {
    await store.saveArticles([makeDraft()], NOW)
    const generation = await store.getGeneration()
    await store.saveArticles([makeDraft(), makeDraft()], LATER)
    await store.saveArticles([], LATER)
    t.equal(await store.getGeneration(), generation)
    await store.saveArticles([makeDraft({ headline: 'آخر' })], LATER)
    t.not(await store.getGeneration(), generation)
    t.strictSame(await store.countArchive(), { articles: 2, captures: 2, tags: 0 })
  })

  test('no two archives have one generation', async (t, store, openStore) => {
    const other = await openStore()
    t.not(await store.getGeneration(), await other.getGeneration())
    await other.close()
  })

  test('a batch with a draft that breaks the schema leaves nothing behind', async (t, store) => {
    const generation = await store.getGeneration()
    const broken = makeDraft({ headline: 'مكسور' })
    broken.article.language = 7 as unknown as string
    await t.rejects(store.saveArticles([makeDraft(), broken], NOW))
    t.strictSame(await store.countArchive(), { articles: 0, captures: 0, tags: 0 })
    t.equal(await store.getGeneration(), generation)
    t.strictSame(describe(await store.saveArticles([makeDraft()], NOW)), ['A1'])
  })

  test('a write can be tried without changing anything', async (t, store) => {
    const generation = await store.getGeneration()
    await store.checkWritable()
    t.equal(await store.getGeneration(), generation)
  })
}

/** e.g. ["A1", "A2", "=A2", "B1"] */
function describe(results: SaveResult[]): string[] {
  const ids = [...new Set(results.map(({ id }) => id))]
  return results.map(({ outcome, id, revision }) => {
    const expected = revision === 1 ? 'new' : 'revised'
    const mark = outcome === 'unchanged' ? '=' : outcome === expected ? '' : `${outcome}?`
    return `${mark}${'ABCDEF'[ids.indexOf(id)]}${revision}`
  })
}
