import fc from 'fast-check'
import type { Article } from '../../../src/domain/article.ts'
import type { ArticleStore } from '../../../src/domain/store.ts'
import { makeDraft } from '../../helpers/drafts.ts'
import { EVERYTHING, LATER, listPage, NOW, readArticle, SEED, saveOne, type TestStore, URL_A, URL_B } from './parts.ts'

const DRAFTS = [
  makeDraft({ headline: 'أ', links: ['ب', 'مكرر', 'أ', 'ليس هنا'].map((title) => ({ title })) }),
  makeDraft({
    headline: 'ب',
    links: [
      { title: 'غير ذلك', url: URL_A },
      { title: 'أ', url: URL_B },
    ],
  }),
  makeDraft({ headline: 'ج', url: URL_A, links: [{ title: 'ج', url: URL_A }] }),
  makeDraft({ headline: 'مكرر', at: '2020-10-04' }),
  makeDraft({ headline: 'مكرر', at: '2020-10-05', links: [{ title: 'ج' }] }),
]

/** What the links of each resolve to: by URL, else by a title that one article alone has, never to itself. */
const TARGETS = { أ: ['ب', null, null, null], ب: ['ج', 'أ'], ج: [null], مكرر: ['ج'] }

export function linkContract(test: TestStore): void {
  test('links resolve alike in whatever order their articles come', async (t, _store, openStore) => {
    const orders = fc.tuple(fc.shuffledSubarray(DRAFTS, { minLength: DRAFTS.length }), fc.integer({ min: 1, max: 5 }))
    await fc.assert(
      fc.asyncProperty(orders, async ([drafts, batchSize]) => {
        const store = await openStore()
        for (let at = 0; at < drafts.length; at += batchSize) {
          await store.saveArticles(drafts.slice(at, at + batchSize), NOW)
        }
        t.strictSame(await targetsOf(store), TARGETS)
        await store.close()
      }),
      { seed: SEED, numRuns: 20 },
    )
  })

  test('an article that is linked changes those that link to it, and no revision', async (t, store) => {
    const from = await saveOne(store, makeDraft({ headline: 'من', links: [{ title: 'إلى' }] }))
    const before = await store.getArticle(from)
    const generation = await store.getGeneration()
    const to = await saveOne(store, makeDraft({ headline: 'إلى' }), LATER)
    const { related, revision, updatedAt } = await readArticle(store, from)
    t.strictSame([related[0]?.article, revision, updatedAt], [to, 1, LATER.toISOString()])
    t.not(await store.getArticleEtag(from), before.etag)
    t.not(await store.getGeneration(), generation)
    const { headline, published } = makeDraft({ headline: 'من' }).article
    t.strictSame(await store.listIncoming(to), [{ id: from, headline, published }])
    const { items } = await listPage<Article>(store, { ...EVERYTHING, sort: '-updated' })
    t.equal(items[0]?.updatedAt, LATER.toISOString(), 'in lists too')
  })

  test('links follow what becomes of their target', async (t, store) => {
    const from = await saveOne(store, makeDraft({ headline: 'من', links: [{ title: 'إلى' }] }))
    const target = async () => (await readArticle(store, from)).related[0]?.article
    const to = await saveOne(store, makeDraft({ headline: 'إلى', url: URL_A }))
    t.equal(await target(), to)
    await store.withdrawArticle(to, true, LATER)
    t.equal(await target(), null, 'withdrawn')
    await store.withdrawArticle(to, false, LATER)
    t.equal(await target(), to, 'brought back')
    const other = await saveOne(store, makeDraft({ headline: 'إلى', url: URL_B, footer: '2' }))
    t.equal(await target(), null, 'no longer the only one')
    await saveOne(store, makeDraft({ headline: 'غير ذلك', url: URL_A }))
    t.equal(await target(), other, 'the first has another title now')
    t.strictSame(await store.listIncoming(to), [])
    await store.withdrawArticle(from, true, LATER)
    t.strictSame(await store.listIncoming(other), [], 'a withdrawn article links to nothing')
  })

  test('many articles of one title leave the links to it unresolved until one is left', async (t, store) => {
    const from = await saveOne(store, makeDraft({ headline: 'من', links: [{ title: 'عاجل' }] }))
    const days = ['2020-10-01', '2020-10-02', '2020-10-03', '2020-10-04']
    const saved = await store.saveArticles(
      days.map((at) => makeDraft({ headline: 'عاجل', at })),
      NOW,
    )
    for (const [left, { id }] of [...saved.entries()].reverse()) {
      t.equal((await readArticle(store, from)).related[0]?.article, left === 0 ? id : null, `${left + 1} left`)
      await store.withdrawArticle(id, true, LATER)
    }
    t.equal((await readArticle(store, from)).related[0]?.article, null)
  })
}

/** Headlines instead of ids. */
async function targetsOf(store: ArticleStore): Promise<Record<string, (string | null)[]>> {
  const { items: articles } = await listPage<Article>(store, { ...EVERYTHING, sort: 'published', shape: 'article' })
  const headlines = new Map(articles.map(({ id, headline }) => [id, headline]))
  return Object.fromEntries(
    articles.map(({ headline, related }) => [
      headline,
      related.map(({ article }) => article && (headlines.get(article) ?? null)),
    ]),
  )
}
