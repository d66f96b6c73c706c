import { type GazetteerEntry, gazetteerEntrySchema } from '../../../src/domain/gazetteer.ts'
import type { ArticleStore, TagQuery } from '../../../src/domain/store.ts'
import { makeDraft, makeTag } from '../../helpers/drafts.ts'
import { NOW, saveOne, type TestStore, walkPages } from './parts.ts'

const ALL_TAGS: TagQuery = { type: null, q: null, limit: 100, cursor: null }

const ENTRIES: GazetteerEntry[] = [
  { id: 'country:am', label: { ar: 'أرمينيا', en: 'Armenia' }, demonyms: { ar: ['أرمني'] }, wikidata: 'Q399' },
  { id: 'country:az', label: { ar: 'أذربيجان', en: 'Azerbaijan' }, ambiguous: [{ name: 'باكو', near: ['حكومة'] }] },
  {
    id: 'actor:recep-tayyip-erdogan',
    label: { ar: 'رجب طيب أردوغان', en: 'Recep Tayyip Erdoğan' },
    kind: 'person',
    country: 'tr',
    shortNames: { ar: ['أردوغان'] },
  },
  {
    id: 'actor:osce',
    label: { ar: 'منظمة الأمن والتعاون', en: 'OSCE 100%' },
    kind: 'organization',
    names: { en: ['a_b'] },
  },
  {
    id: 'place:nagorno-karabakh',
    label: { ar: 'ناغورني قره باغ', en: 'Nagorno-Karabakh' },
    names: { ar: ['قاراباغ'] },
  },
].map((entry) => gazetteerEntrySchema.parse(entry))

const SEARCHES: [name: string, query: Partial<TagQuery>, ids: string[]][] = [
  ['another spelling', { q: 'ارمينيا' }, ['country:am']],
  ['the start of a word', { q: 'أر' }, ['actor:recep-tayyip-erdogan', 'country:am']],
  ['a demonym', { q: 'أرمني' }, ['country:am']],
  ['an ambiguous name', { q: 'باكو' }, ['country:az']],
  ['words in any order', { q: 'erdog rec' }, ['actor:recep-tayyip-erdogan']],
  ['words of two names', { q: 'erdogan رجب' }, []],
  ['a word of the middle', { q: 'karabakh' }, ['place:nagorno-karabakh']],
  ['not the middle of a word', { q: 'rabakh' }, []],
  ['a wildcard is no word', { q: '%' }, []],
  ['a wildcard in a word divides it', { q: '1%' }, ['actor:osce']],
  ['an underscore divides', { q: 'a_c' }, []],
  ['one type', { type: 'country' }, ['country:am', 'country:az']],
  ['one type and a start', { type: 'actor', q: 'أر' }, ['actor:recep-tayyip-erdogan']],
  ['all', {}, ['actor:osce', 'actor:recep-tayyip-erdogan', 'country:am', 'country:az', 'place:nagorno-karabakh']],
]

export function tagContract(test: TestStore): void {
  test('tags are found by any name, in any spelling', async (t, store) => {
    await store.saveTagNames(ENTRIES)
    for (const [name, query, ids] of SEARCHES) {
      const { items, total } = await store.listTags({ ...ALL_TAGS, ...query })
      t.strictSame(
        items.map(({ id }) => id),
        ids,
        name,
      )
      t.equal(total, ids.length, name)
    }
  })

  test('a tag is what the gazetteer says, with its count', async (t, store) => {
    await store.saveTagNames(ENTRIES)
    t.strictSame(await store.getTag('country:am'), {
      id: 'country:am',
      type: 'country',
      label: { ar: 'أرمينيا', en: 'Armenia' },
      code: 'AM',
      wikidata: 'Q399',
      articles: 0,
      aliases: [{ name: 'أرمني', language: 'ar', kind: 'demonym' }],
    })
    t.strictSame(await store.getTag('actor:recep-tayyip-erdogan'), {
      id: 'actor:recep-tayyip-erdogan',
      type: 'actor',
      label: { ar: 'رجب طيب أردوغان', en: 'Recep Tayyip Erdoğan' },
      kind: 'person',
      country: 'tr',
      wikidata: null,
      articles: 0,
      aliases: [{ name: 'أردوغان', language: 'ar', kind: 'short-name' }],
    })
    for (const id of ['country:zz', 'language:ar', 'all', ''])
      await t.rejects(store.getTag(id), { code: 'not_found' }, id)
  })

  test('tags go by number of articles, which follows every change', async (t, store) => {
    await store.saveTagNames(ENTRIES)
    const tagged = (headline: string, ...ids: string[]) => makeDraft({ headline, tags: ids.map((id) => makeTag(id)) })
    const first = await saveOne(store, tagged('أ', 'country:az'))
    await store.saveArticles(
      [tagged('ب', 'country:az', 'place:nagorno-karabakh'), tagged('ج', 'country:am', 'country:az')],
      NOW,
    )
    await saveOne(store, makeDraft({ headline: 'د', tags: [makeTag('country:am', ['related', 'caption'])] }))
    t.strictSame(await counts(store), [
      ['country:az', 3],
      ['country:am', 1],
      ['place:nagorno-karabakh', 1],
    ])
    await store.withdrawArticle(first, true, NOW)
    t.strictSame(await counts(store), [
      ['country:az', 2],
      ['country:am', 1],
      ['place:nagorno-karabakh', 1],
    ])
    await saveOne(store, makeDraft({ headline: 'ب', footer: '2', tags: [makeTag('country:am')] }))
    t.strictSame(await counts(store), [
      ['country:am', 2],
      ['country:az', 1],
    ])
  })

  test('pages of tags, forth and back', async (t, store) => {
    await store.saveTagNames(ENTRIES)
    await saveOne(store, makeDraft({ tags: [makeTag('place:nagorno-karabakh')] }))
    const { forth, back } = await walkPages((cursor) => store.listTags({ ...ALL_TAGS, limit: 2, cursor }))
    t.strictSame(
      forth.map((page) => page.map(({ id }) => id)),
      [['place:nagorno-karabakh', 'actor:osce'], ['actor:recep-tayyip-erdogan', 'country:am'], ['country:az']],
    )
    t.strictSame(back, forth)
  })

  test('the same gazetteer again changes nothing; another one does', async (t, store) => {
    await store.saveTagNames(ENTRIES)
    const generation = await store.getGeneration()
    await store.saveTagNames(structuredClone(ENTRIES))
    t.equal(await store.getGeneration(), generation)
    await store.saveTagNames(ENTRIES.slice(1))
    t.not(await store.getGeneration(), generation)
    t.equal((await store.listTags(ALL_TAGS)).total, 4)
    t.equal((await store.listTags({ ...ALL_TAGS, q: 'Armenia' })).total, 0)
  })

  test('the archive knows of which version its names are', async (t, store) => {
    t.equal(await store.hasTagNames('one'), false)
    await store.saveTagNames(ENTRIES, 'one')
    t.strictSame([await store.hasTagNames('one'), await store.hasTagNames('two')], [true, false])
    await store.saveTagNames(ENTRIES, 'two')
    t.strictSame([await store.hasTagNames('one'), await store.hasTagNames('two')], [false, true])
  })

  test('a tag that the gazetteer does not have is listed while articles have it', async (t, store) => {
    const draft = makeDraft({ tags: [makeTag('actor:some-one')] })
    const id = await saveOne(store, draft)
    await store.saveTagNames(ENTRIES)
    const { items } = await store.listTags({ ...ALL_TAGS, q: 'some' })
    const { in: _in, mentions: _mentions, evidence: _evidence, score: _score, ...core } = makeTag('actor:some-one')
    t.strictSame(items, [{ ...core, articles: 1 }])
    await store.withdrawArticle(id, true, NOW)
    t.equal((await store.listTags({ ...ALL_TAGS, q: 'some' })).total, 0)
    t.strictSame(await store.countArchive(), { articles: 0, captures: 1, tags: ENTRIES.length })
  })
}

/** Tags with articles, in the order of the list. */
async function counts(store: ArticleStore): Promise<[id: string, articles: number][]> {
  const { items } = await store.listTags(ALL_TAGS)
  return items.filter(({ articles }) => articles > 0).map(({ id, articles }) => [id, articles])
}
