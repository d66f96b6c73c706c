import type { Tagger } from '../../../src/domain/store.ts'
import { makeDraft, makeTag } from '../../helpers/drafts.ts'
import { LATER, listHeadlines, NOW, readArticle, saveOne, type TestStore } from './parts.ts'

const AM = makeTag('country:am')
const FR = makeTag('country:fr')
const UNKNOWN = {
  name: 'سمير فلان',
  kind: 'person' as const,
  cue: 'title' as const,
  mentions: [{ field: 'body' as const, start: 0, end: 4, text: 'سمير', because: 'الوزير' }],
}

/** Tags each article with what its headline says. */
function taggerOf(stamp: string, tags: Record<string, ReturnType<Tagger['tag']>['tags']>): Tagger {
  return { stamp, tag: ({ headline }) => ({ tags: tags[headline ?? ''] ?? [], candidates: [] }) }
}

const ALL = { after: null, limit: 100, dryRun: false }

export function retagContract(test: TestStore): void {
  test('a changed gazetteer changes only the articles whose tags it changes', async (t, store) => {
    const changing = await saveOne(store, makeDraft({ headline: 'a', tags: [AM], url: 'https://example.org/1' }))
    const staying = await saveOne(store, makeDraft({ headline: 'b', tags: [AM], url: 'https://example.org/2' }))
    const before = await store.getArticleEtag(staying)
    const generation = await store.getGeneration()
    t.equal(await store.countOutdated('stamp-2'), 2)
    const batch = await store.retagArticles(ALL, taggerOf('stamp-2', { a: [FR], b: [AM] }), LATER)
    t.strictSame(batch, {
      last: null,
      unchanged: 1,
      changed: [{ id: changing, added: ['country:fr'], removed: ['country:am'] }],
      failed: [],
    })
    t.equal(await store.countOutdated('stamp-2'), 0)
    t.not(await store.getGeneration(), generation, 'others see that the archive changed')
    t.equal(await store.getArticleEtag(staying), before)
    const article = await readArticle(store, changing)
    t.match(article, { revision: 2, updatedAt: LATER.toISOString(), tags: [{ id: 'country:fr' }], candidates: [] })
    t.strictSame(await listHeadlines(store, { tags: [[{ id: 'country:fr', not: false }]] }), ['a'])
    t.strictSame(await listHeadlines(store, { tags: [[{ id: 'country:am', not: false }]] }), ['b'])
    t.equal((await store.getTag('country:am')).articles, 1)
  })

  test('the raised revision has the same capture, and the next capture follows it', async (t, store) => {
    const draft = makeDraft({ headline: 'a', tags: [AM], url: 'https://example.org/1' })
    const id = await saveOne(store, draft)
    await store.retagArticles(ALL, taggerOf('stamp-2', { a: [FR] }), LATER)
    for (const revision of [null, 1, 2]) {
      t.equal((await store.getSource(id, revision)).sha256, draft.article.capture.sha256)
    }
    t.strictSame(await store.listRevisions(id), [])
    t.ok((await store.getLedger(id)).length > 0)
    await t.rejects(store.getSource(id, 3), { code: 'not_found' })
    t.match(await store.saveArticles([draft], LATER), [{ outcome: 'unchanged', revision: 2 }])
    const next = makeDraft({ headline: 'a', tags: [AM], url: 'https://example.org/1', footer: 'changed' })
    t.match(await store.saveArticles([next], LATER), [{ outcome: 'revised', id, revision: 3 }])
    t.strictSame(
      (await store.listRevisions(id)).map(({ revision }) => revision),
      [2],
    )
  })

  test('batch after batch, and again where it was left', async (t, store) => {
    for (let at = 0; at < 5; at++) await saveOne(store, makeDraft({ headline: `h${at}`, tags: [AM] }))
    const tagger = taggerOf('stamp-2', { h0: [FR], h4: [FR] })
    const first = await store.retagArticles({ ...ALL, limit: 2 }, tagger, LATER)
    t.equal(first.changed.length + first.unchanged, 2)
    t.equal(await store.countOutdated('stamp-2'), 3)
    const again = await store.retagArticles(ALL, tagger, LATER)
    t.equal(again.changed.length + again.unchanged, 3)
    t.equal(again.last, null)
    t.strictSame(await store.retagArticles(ALL, tagger, LATER), { last: null, unchanged: 0, changed: [], failed: [] })
  })

  test('a dry run tells what would change, goes on from where it was, and changes nothing', async (t, store) => {
    for (let at = 0; at < 3; at++) await saveOne(store, makeDraft({ headline: `h${at}`, tags: [AM] }))
    const generation = await store.getGeneration()
    const query = { after: null as string | null, limit: 2, dryRun: true }
    const first = await store.retagArticles(query, taggerOf('stamp-2', {}), LATER)
    const second = await store.retagArticles({ ...query, after: first.last }, taggerOf('stamp-2', {}), LATER)
    t.equal(first.changed.length, 2)
    t.equal(second.changed.length, 1)
    t.equal(await store.getGeneration(), generation)
    t.equal(await store.countOutdated('stamp-2'), 3)
  })

  test('a withdrawn article is tagged anew and stays withdrawn', async (t, store) => {
    const id = await saveOne(store, makeDraft({ headline: 'a', tags: [AM] }))
    await store.withdrawArticle(id, true, NOW)
    await store.retagArticles(ALL, taggerOf('stamp-2', { a: [FR] }), LATER)
    t.strictSame(await listHeadlines(store, { tags: [[{ id: 'country:fr', not: false }]] }), [])
    await store.withdrawArticle(id, false, LATER)
    t.strictSame(await listHeadlines(store, { tags: [[{ id: 'country:fr', not: false }]] }), ['a'])
  })

  test('an article that cannot be tagged stays as it was, and the others go on', async (t, store) => {
    const bad = await saveOne(store, makeDraft({ headline: 'bad', tags: [AM] }))
    await saveOne(store, makeDraft({ headline: 'good', tags: [AM] }))
    const tagger: Tagger = {
      stamp: 'stamp-2',
      tag({ headline }) {
        if (headline === 'bad') throw new Error('no luck')
        return { tags: [FR], candidates: [] }
      },
    }
    const batch = await store.retagArticles(ALL, tagger, LATER)
    t.match(batch, { changed: [{ added: ['country:fr'] }], failed: [{ id: bad, reason: 'no luck' }] })
    t.equal(await store.countOutdated('stamp-2'), 1)
    t.match(await readArticle(store, bad), { revision: 1, tags: [{ id: 'country:am' }] })
  })

  test('candidates are kept with their mentions, counted, and no tags', async (t, store) => {
    const id = await saveOne(store, makeDraft({ headline: 'a', candidates: [UNKNOWN] }))
    await saveOne(store, makeDraft({ headline: 'b', candidates: [UNKNOWN, { ...UNKNOWN, name: 'جمعية ما' }] }))
    t.strictSame(await store.getCandidates(id), [UNKNOWN])
    t.match(await readArticle(store, id), { tags: [], candidates: [{ name: 'سمير فلان', mentions: 1 }] })
    t.match(await store.listCandidates({ least: 1, limit: 10 }), [
      { name: 'سمير فلان', kind: 'person', articles: 2 },
      { name: 'جمعية ما', articles: 1 },
    ])
    t.equal((await store.listCandidates({ least: 2, limit: 10 })).length, 1)
    await t.rejects(store.getCandidates('undated-00000000'), { code: 'not_found' })
  })
}
