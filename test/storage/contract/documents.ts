import { articleItemSchema, articleSchema } from '../../../src/domain/article.ts'
import type { ArticleStore } from '../../../src/domain/store.ts'
import { makeDraft, makeTag } from '../../helpers/drafts.ts'
import {
  EVERYTHING,
  faultsOf,
  LATER,
  listPage,
  NOW,
  readArticle,
  saveOne,
  saveOneByOne,
  type TestStore,
  toQuery,
} from './parts.ts'

/** All that can be asked about one article. */
const QUESTIONS: [name: string, ask: (store: ArticleStore, id: string) => Promise<unknown>][] = [
  ['getArticleEtag', (store, id) => store.getArticleEtag(id)],
  ['getArticle', (store, id) => store.getArticle(id)],
  ['getTagMentions', (store, id) => store.getTagMentions(id)],
  ['getLedger', (store, id) => store.getLedger(id)],
  ['getSource', (store, id) => store.getSource(id, null)],
  ['listRevisions', (store, id) => store.listRevisions(id)],
  ['listIncoming', (store, id) => store.listIncoming(id)],
]

export function documentContract(test: TestStore): void {
  test('the document is the draft with what the archive knows', async (t, store) => {
    const tag = makeTag('country:az', ['headline', 'body'])
    const draft = makeDraft({ tags: [tag] })
    const id = await saveOne(store, draft)
    const article = await readArticle(store, id)
    t.strictSame(Object.keys(article), Object.keys(articleSchema.shape), 'keys in the order of the schema')
    const tags = [{ ...tag, mentions: 2 }]
    t.strictSame(article, { ...draft.article, id, tags, candidates: [], revision: 1, updatedAt: NOW.toISOString() })
    t.strictSame(await store.getTagMentions(id), draft.tags)
    t.strictSame(await store.getLedger(id), draft.ledger)
  })

  test('a list shows the item or the whole article', async (t, store) => {
    const article = await readArticle(store, await saveOne(store, makeDraft({ tags: [makeTag('place:baku')] })))
    for (const [shape, schema] of [
      ['item', articleItemSchema],
      ['article', articleSchema],
    ] as const) {
      const { items } = await listPage(store, { ...EVERYTHING, shape })
      t.strictSame(items, [schema.parse(article)], shape)
    }
  })

  test('an ETag is strong and changes with the document alone', async (t, store) => {
    const id = await saveOne(store, makeDraft())
    const { etag } = await store.getArticle(id)
    t.match(etag, /^"[\w-]{22,}"$/)
    await saveOne(store, makeDraft({ headline: 'آخر' }))
    t.equal(await store.getArticleEtag(id), etag)
    t.equal((await store.getArticle(id)).etag, etag)
    await saveOne(store, makeDraft({ footer: '2' }))
    t.not(await store.getArticleEtag(id), etag)
  })

  test('a revision changes the document and keeps the earlier captures', async (t, store) => {
    const drafts = ['1', '2', '3'].map((kicker) => makeDraft({ kicker }))
    const [saved] = await saveOneByOne(store, drafts)
    const id = saved?.id ?? ''
    t.equal((await readArticle(store, id)).kicker, '3')
    const { headline, published } = makeDraft().article
    t.strictSame(
      await store.listRevisions(id),
      [2, 1].map((revision) => ({ revision, headline, published, capture: drafts[revision - 1]?.article.capture })),
    )
    t.strictSame(await store.findCapture(drafts[0]?.article.capture.sha256 ?? ''), {
      outcome: 'unchanged',
      id,
      revision: 3,
    })
    t.equal(await store.findCapture('0'.repeat(64)), null)
  })

  test('a capture comes back byte for byte', async (t, store) => {
    const drafts = ['1', '\u0000\ud83d\ude00\r\n', ''].map((footer) => makeDraft({ footer }))
    const [saved] = await saveOneByOne(store, drafts)
    for (const revision of [1, 2, 3, null]) {
      const draft = drafts[(revision ?? 3) - 1] ?? makeDraft()
      const { bytes, ...source } = await store.getSource(saved?.id ?? '', revision)
      t.ok(Buffer.from(bytes).equals(draft.bytes), `revision ${revision}`)
      t.strictSame(source, {
        mediaType: 'text/plain',
        charset: null,
        name: 'capture.txt',
        sha256: draft.article.capture.sha256,
      })
    }
    await t.rejects(store.getSource(saved?.id ?? '', 4), { code: 'not_found' })
  })

  test('an id that nothing has is not_found, whatever is asked', async (t, store) => {
    for (const [name, ask] of QUESTIONS) await t.rejects(ask(store, '2020-10-02-0'), { code: 'not_found' }, name)
    await t.rejects(store.withdrawArticle('2020-10-02-0', true, NOW), { code: 'not_found' })
  })

  test('a withdrawn article is nowhere until it is brought back', async (t, store) => {
    const id = await saveOne(store, makeDraft({ publisher: 'الجريدة', tags: [makeTag('country:az')] }))
    const filters = [{}, { q: 'عنوان' }, { tags: [[{ id: 'country:az', not: false }]] }, { publisher: 'الجريدة' }]
    const totals = () => Promise.all(filters.map(async (filter) => (await store.listArticles(toQuery(filter))).total))
    const before = await readArticle(store, id)
    await store.withdrawArticle(id, true, NOW)
    await store.withdrawArticle(id, true, NOW)
    for (const [name, ask] of QUESTIONS) await t.rejects(ask(store, id), { code: 'withdrawn' }, name)
    t.strictSame(await totals(), [0, 0, 0, 0])
    t.strictSame(await store.countArchive(), { articles: 0, captures: 1, tags: 0 })
    await store.withdrawArticle(id, false, NOW)
    t.strictSame(await readArticle(store, id), before)
    t.strictSame(await totals(), [1, 1, 1, 1])
  })

  test('a withdrawal tells its time and its reason, until it is undone', async (t, store) => {
    const id = await saveOne(store, makeDraft())
    const withdrawal = async () => {
      const error = await store.getArticle(id).catch((error) => error)
      return error.withdrawal
    }
    const at = NOW.toISOString()
    t.equal(await store.withdrawArticle(id, true, NOW), 'withdrawn')
    t.strictSame(await withdrawal(), { at, reason: null })
    t.equal(await store.withdrawArticle(id, true, LATER, { reason: 'They asked' }), 'withdrawn')
    t.equal(await store.withdrawArticle(id, true, LATER), 'unchanged')
    t.strictSame(await withdrawal(), { at, reason: 'They asked' }, 'the first time, the last reason')
    await t.rejects(store.getArticle(id), { message: new RegExp(`was withdrawn on ${at.slice(0, 10)}: They asked$`) })
    t.equal(await store.withdrawArticle(id, false, LATER), 'restored')
    t.equal(await store.withdrawArticle(id, false, LATER), 'unchanged')
    await store.withdrawArticle(id, true, LATER)
    t.strictSame(await withdrawal(), { at: LATER.toISOString(), reason: null })
  })

  test('a purged article keeps nothing of its text, and no capture of it is kept again', async (t, store) => {
    const [draft, revised] = [makeDraft(), makeDraft({ kicker: 'جديد' })]
    const id = await saveOne(store, draft)
    await saveOne(store, makeDraft({ headline: 'آخر', links: [{ title: 'عنوان' }] }))
    const options = { reason: 'A court said so', purge: true }
    t.equal(await store.withdrawArticle(id, true, NOW, options), 'purged')
    t.equal(await store.withdrawArticle(id, true, LATER, { purge: true }), 'unchanged')
    for (const [name, ask] of QUESTIONS) await t.rejects(ask(store, id), { code: 'withdrawn', message: /court/ }, name)
    const unchanged = { outcome: 'unchanged', id, revision: 1 }
    t.strictSame(await store.saveArticles([draft, revised], LATER), [unchanged, unchanged])
    t.strictSame(await store.countArchive(), { articles: 1, captures: 2, tags: 0 })
    t.equal(await store.countOutdated('another stamp'), 1, 'it is not tagged again')
    t.strictSame(await faultsOf(store), [])
    t.equal(await store.withdrawArticle(id, false, LATER), 'forgotten')
    await t.rejects(store.getArticle(id), { code: 'not_found' })
    t.strictSame(await store.saveArticles([draft], LATER), [{ outcome: 'new', id, revision: 1 }])
    t.strictSame(await faultsOf(store), [])
  })

  test('a new capture of a withdrawn article is kept and shows once it is brought back', async (t, store) => {
    const id = await saveOne(store, makeDraft())
    await store.withdrawArticle(id, true, NOW)
    const [revised] = await store.saveArticles([makeDraft({ kicker: 'جديد' })], NOW)
    t.strictSame(revised, { outcome: 'revised', id, revision: 2 })
    t.equal((await store.listArticles(toQuery({ q: 'جديد' }))).total, 0)
    await store.withdrawArticle(id, false, NOW)
    t.equal((await store.listArticles(toQuery({ q: 'جديد' }))).total, 1)
  })
}
