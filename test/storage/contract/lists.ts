import fc from 'fast-check'
import type { SearchNode } from '../../../src/domain/search.ts'
import type { ArticleQuery, ArticleSort, ArticleStore, Draft, Page } from '../../../src/domain/store.ts'
import { isAbout } from '../../../src/domain/tag.ts'
import { parseSearch } from '../../../src/http/search-query.ts'
import { type DraftOptions, makeDraft, makeTag } from '../../helpers/drafts.ts'
import {
  type Asked,
  EVERYTHING,
  LATER,
  listHeadlines,
  listPage,
  NOW,
  SEED,
  saveOne,
  type TestStore,
  toQuery,
  walkPages,
} from './parts.ts'

type Named = { id: string; headline: string }

/** What each instant sorts and filters as. */
const INSTANTS: [name: string, at: string | null, utc: string | null][] = [
  ['an offset decides', '2020-10-02T01:00:00+03:00', '2020-10-01T22:00:00Z'],
  ['UTC', '2020-10-02T01:00:00Z', '2020-10-02T01:00:00Z'],
  ['without an offset, UTC', '2020-10-02T02:00:00', '2020-10-02T02:00:00Z'],
  ['without seconds', '2020-10-02T03:00', '2020-10-02T03:00:00Z'],
  ['a day is its noon', '2020-10-02', '2020-10-02T12:00:00Z'],
  ['undated', null, null],
]

export const TAGS = ['country:am', 'country:az', 'actor:x', 'place:baku']
const DAYS = ['2020-10-01', '2020-10-02', '2020-10-02', '2020-10-03', null]
const WORDS = ['هدنة', 'قتال', 'وفد']
const HOUR = 3_600_000

const cursors: [name: string, cursor: string][] = [
  ['empty', ''],
  ['not base64url', '%%%'],
  ['not JSON', encode('nonsense')],
  ['null', encode(null)],
  ['an object', encode({ length: 4 })],
  ['of no list', encode(['', false, 0, 'a'])],
  ['deep', encode(JSON.parse('['.repeat(300) + ']'.repeat(300)))],
  ['huge', 'a'.repeat(1_000_000)],
]

export function listContract(test: TestStore): void {
  test('articles sort by their instants, ties by id, undated last both ways', async (t, store) => {
    await store.saveArticles(
      INSTANTS.flatMap(([name, at]) => [makeDraft({ headline: name, at }), makeDraft({ headline: `${name} 2`, at })]),
      NOW,
    )
    for (const sort of ['published', '-published', 'relevance'] as const) {
      const { items: listed } = await listPage<Named>(store, { ...EVERYTHING, sort })
      const order = sort === 'published' ? INSTANTS : [...INSTANTS.slice(0, -1).reverse(), ...INSTANTS.slice(-1)]
      t.strictSame(
        listed.filter((_, at) => at % 2 === 0).map(({ headline }) => headline.replace(' 2', '')),
        order.map(([name]) => name),
        sort,
      )
      for (let at = 0; at < listed.length; at += 2)
        t.ok((listed[at]?.id ?? '') < (listed[at + 1]?.id ?? ''), 'ties by id')
    }
  })

  test('from is inclusive and before is not, and undated articles match neither', async (t, store) => {
    await store.saveArticles(
      INSTANTS.map(([headline, at]) => makeDraft({ headline, at })),
      NOW,
    )
    for (const [name, , utc] of INSTANTS.slice(0, -1)) {
      const at = Date.parse(utc ?? '')
      for (const sort of ['published', '-published', '-updated'] as const) {
        t.strictSame(await listHeadlines(store, { from: at, before: at + 1, sort }), [name], `${name}, ${sort}`)
        t.notOk((await listHeadlines(store, { before: at, sort })).includes(name), 'before')
        t.notOk((await listHeadlines(store, { from: at + 1, sort })).includes(name), 'after')
      }
    }
    for (const range of [{ from: -8.64e15 }, { before: 8.64e15 }]) {
      t.notOk((await listHeadlines(store, range)).includes('undated'))
      t.equal((await store.listArticles({ ...EVERYTHING, ...range })).total, 5)
    }
  })

  test('every list holds just what matches, forth and back, whatever the page size', async (t, store) => {
    const drafts = generateDrafts()
    for (let at = 0; at < drafts.length; at += 7) {
      await store.saveArticles(drafts.slice(at, at + 7), new Date(NOW.getTime() + Math.floor(at / 14) * HOUR))
    }
    const updated = new Map(drafts.map((draft, at) => [draft.article.headline, Math.floor(Math.floor(at / 7) / 2)]))
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(), async (query) => {
        const expected = drafts.filter((draft) => matches(draft, query)).map(({ article }) => article.headline ?? '')
        const { forth, back } = await walkPages((cursor) => listPage<Named>(store, { ...query, cursor }))
        const headlines = forth.flat().map(({ headline }) => headline)
        t.strictSame([...headlines].sort(), expected.sort(), JSON.stringify(query))
        t.strictSame(back, forth, 'the same pages backwards')
        t.ok(
          forth.slice(0, -1).every((page) => page.length === query.limit),
          'full pages but the last',
        )
        t.equal((await store.listArticles(query)).total, expected.length)
        if (query.sort === '-updated') {
          const hours = headlines.map((headline) => updated.get(headline) ?? 0)
          t.strictSame(
            hours,
            [...hours].sort((one, other) => other - one),
          )
        }
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  test('a total is counted only where it is asked for, and follows the archive', async (t, store) => {
    const tags = [[{ id: 'country:az', not: true }]]
    await saveOne(store, makeDraft())
    t.equal((await store.listArticles({ ...EVERYTHING, countTotal: false })).total, null)
    t.equal((await store.listArticles({ ...EVERYTHING, tags })).total, 1)
    await saveOne(store, makeDraft({ headline: 'آخر' }))
    t.equal((await store.listArticles({ ...EVERYTHING, tags })).total, 2)
  })

  test('a cursor outlives changes of the archive', async (t, store) => {
    await store.saveArticles(
      ['2020-10-01', '2020-10-02', '2020-10-03', '2020-10-04'].map((at) => makeDraft({ at, headline: at })),
      NOW,
    )
    const { next, items } = await listPage<Named>(store, { ...EVERYTHING, limit: 2 })
    await store.withdrawArticle(items[1]?.id ?? '', true, LATER)
    await saveOne(store, makeDraft({ at: '2020-10-05' }))
    t.strictSame(await listHeadlines(store, { cursor: next, limit: 2 }), ['2020-10-02', '2020-10-01'])
  })

  test('every article is listed once while others arrive, whether they go before the cursor or behind it', async (t, store) => {
    const headlines = Array.from({ length: 30 }, (_, at) => `${at}`)
    await store.saveArticles(
      headlines.map((headline, at) => makeDraft({ headline, at: `2020-10-${10 + (at % 15)}` })),
      NOW,
    )
    const listed: string[] = []
    for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page++) {
      const { items, next }: Page<Named> = await listPage(store, { ...EVERYTHING, limit: 4, cursor })
      listed.push(...items.map(({ headline }) => headline))
      cursor = next
      await saveOne(store, makeDraft({ headline: `newer ${page}`, at: '2030-01-01' }))
      if (page < 3) await saveOne(store, makeDraft({ headline: `older ${page}`, at: '2000-01-01' }))
    }
    t.strictSame(listed.toSorted(), [...headlines, 'older 0', 'older 1', 'older 2'].toSorted())
  })

  test('a cursor of another query, or of nobody, is an invalid_cursor', async (t, store) => {
    await store.saveArticles(
      ['أ', 'ب'].map((headline) => makeDraft({ headline })),
      NOW,
    )
    const { next: cursor } = await store.listArticles({ ...EVERYTHING, limit: 1 })
    t.strictSame((await listPage(store, { ...EVERYTHING, limit: 50, cursor })).items.length, 1, 'another limit is fine')
    const others: Asked[] = [
      { q: 'أ' },
      { tags: [[{ id: 'country:az', not: false }]] },
      { language: 'ar' },
      { publisher: 'x' },
      { from: 0 },
      { before: 1e15 },
      { sort: 'published' },
    ]
    for (const other of others) {
      await t.rejects(
        store.listArticles(toQuery({ ...other, cursor })),
        { code: 'invalid_cursor' },
        JSON.stringify(other),
      )
    }
    await t.rejects(store.listTags({ type: null, q: null, limit: 5, cursor }), { code: 'invalid_cursor' })
    for (const [name, cursor] of cursors) {
      await t.rejects(store.listArticles({ ...EVERYTHING, cursor }), { code: 'invalid_cursor' }, name)
      await t.rejects(store.listTags({ type: null, q: null, limit: 5, cursor }), { code: 'invalid_cursor' }, name)
    }
  })

  test('generated cursors are an invalid_cursor, too', async (t, store) => {
    await store.saveArticles(
      ['أ', 'ب'].map((headline) => makeDraft({ headline })),
      NOW,
    )
    const { next } = await store.listArticles({ ...EVERYTHING, limit: 1 })
    const [list, back] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString())
    const forged = fc.tuple(fc.anything(), fc.anything()).map((values) => encode([list, back, ...values]))
    const anyCursor = fc.oneof(fc.string(), fc.base64String(), forged)
    const property = fc.asyncProperty(anyCursor, (cursor) => isRefusedOrRead(store, cursor))
    const { failed, counterexample } = await fc.check(property, { seed: SEED, numRuns: 300 })
    t.notOk(failed, `every cursor is refused or read (${JSON.stringify(counterexample)})`)
  })
}

async function isRefusedOrRead(store: ArticleStore, cursor: string): Promise<boolean> {
  try {
    return (await listPage(store, { ...EVERYTHING, cursor })).items.length <= 2
  } catch (error) {
    return (error as { code?: string }).code === 'invalid_cursor'
  }
}

/** All combinations that matter, with many ties; each headline is its own. */
export function generateDrafts(): Draft[] {
  return Array.from({ length: 70 }, (_, at) => {
    const options: DraftOptions = {
      headline: `${WORDS[at % 3]} ${at}`,
      at: DAYS[at % DAYS.length] ?? null,
      language: at % 8 === 0 ? 'en' : 'ar',
      publisher: at % 4 === 0 ? null : `p${at % 3}`,
      paragraphs: [WORDS[(at >> 1) % 3] ?? ''],
      tags: TAGS.filter((_, tag) => (at >> tag) % 2 === 1).map((id) =>
        makeTag(id, [at % 5 === 0 ? 'related' : 'body']),
      ),
    }
    return makeDraft(options)
  })
}

export function arbitraryQuery(): fc.Arbitrary<ArticleQuery> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })
  const term = fc.record({ id: fc.constantFrom(...TAGS, 'country:zz'), not: fc.boolean() })
  const instant = fc.constantFrom(
    ...['2020-10-01', '2020-10-02', '2020-10-02T12:00Z', '2020-10-03'].map((at) => Date.parse(at)),
  )
  return fc.record({
    q: maybe(fc.constantFrom(...WORDS, 'هدنه قتال', 'وفد 5', 'غائب').map(parseSearch)),
    tags: fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    language: maybe(fc.constantFrom('ar', 'en', 'fr')),
    publisher: maybe(fc.constantFrom('p1', 'p2', 'p9')),
    from: maybe(instant),
    before: maybe(instant),
    sort: fc.constantFrom<ArticleSort>('-published', 'published', '-updated', 'relevance'),
    limit: fc.constantFrom(1, 2, 7, 100),
    cursor: fc.constant(null),
    highlight: fc.constant(false),
    countTotal: fc.constant(true),
    facets: fc.constant([]),
    timeZone: fc.constant('UTC'),
    shape: fc.constant('item' as const),
  })
}

/** The rules once more, over the drafts themselves. */
export function matches({ article, tags }: Draft, query: ArticleQuery): boolean {
  const about = new Set(tags.filter(isAbout).map(({ id }) => id))
  const text = `${article.headline} ${article.lead}`.split(' ')
  const instant = article.published && Date.parse(`${article.published.at}T12:00Z`)
  return (
    (query.q === null || wordsOf(query.q).every((word) => text.includes(word.replace('هدنه', 'هدنة')))) &&
    query.tags.every((group) => group.some(({ id, not }) => about.has(id) !== not)) &&
    (query.language === null || article.language === query.language) &&
    (query.publisher === null || article.publisher === query.publisher) &&
    (query.from === null || (instant !== null && instant >= query.from)) &&
    (query.before === null || (instant !== null && instant < query.before))
  )
}

/** Of a search that has no more to it than words that must all occur. */
function wordsOf(node: SearchNode): string[] {
  if (node.type === 'word') return [node.text]
  return node.type === 'and' ? node.nodes.flatMap(wordsOf) : []
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
}
