import fc from 'fast-check'
import { FACETS, type Facet, type FacetName } from '../../../src/domain/facet.ts'
import type { ArticleQuery, Draft } from '../../../src/domain/store.ts'
import { isAbout } from '../../../src/domain/tag.ts'
import { makeDraft, makeTag } from '../../helpers/drafts.ts'
import { arbitraryQuery, generateDrafts, matches } from './lists.ts'
import { EVERYTHING, NOW, SEED, type TestStore, toQuery } from './parts.ts'

export function facetContract(test: TestStore): void {
  test('every facet counts under all filters but its own', async (t, store) => {
    const drafts = generateDrafts()
    await store.saveArticles(drafts, NOW)
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(), fc.subarray([...FACETS], { minLength: 1 }), async (query, names) => {
        const asked = { ...query, facets: names.map((name) => ({ name, own: ownFilter(query, name) })) }
        const { facets } = await store.listArticles(asked)
        t.strictSame(
          facets.map((facet) => [facet.name, facet.total, countsOf(facet)]),
          names.map((name) => expected(drafts, asked, name)),
          JSON.stringify(asked),
        )
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  test('a facet shows its first values, and those that are selected in any case', async (t, store) => {
    const drafts = Array.from({ length: 30 }, (_, at) =>
      makeDraft({ headline: `${at}`, publisher: `p${at}`, at: `${1990 + at}-05-01`, tags: [makeTag('actor:x')] }),
    )
    await store.saveArticles([...drafts, makeDraft({ headline: 'again', publisher: 'p29' })], NOW)
    const facets = [
      { name: 'publisher' as const, own: null },
      { name: 'actor' as const, own: 0 },
    ]
    const tags = [[{ id: 'actor:gone', not: false }]]
    const [actors] = (await store.listArticles(toQuery({ tags, facets: [{ name: 'actor', own: 0 }] }))).facets
    t.strictSame(actors?.values, [
      { value: 'x', label: { ar: 'x بالعربية', en: 'x' }, count: 30, selected: false },
      { value: 'gone', label: null, count: 0, selected: true },
    ])
    const [publishers] = (await store.listArticles(toQuery({ publisher: 'p28', facets: facets.slice(0, 1) }))).facets
    t.equal(publishers?.total, 30)
    t.strictSame(publishers?.values[0], { value: 'p29', label: null, count: 2, selected: false })
    t.strictSame(publishers?.values.at(-1), { value: 'p28', label: null, count: 1, selected: true })
    t.equal(publishers?.values.length, 21)
  })

  test('years are those of the time zone, the newest first, and undated articles in none', async (t, store) => {
    const days = ['2019-12-31T22:30:00Z', '2020-06-01', '2020-12-31T20:59:59Z', '2020-12-31T21:00:00Z', null]
    await store.saveArticles(
      days.map((at, number) => makeDraft({ headline: `${number}`, at })),
      NOW,
    )
    const years = async (query: Partial<ArticleQuery>) => {
      const facets = [{ name: 'year' as const, own: null }]
      return (await store.listArticles({ ...EVERYTHING, facets, ...query })).facets[0]
    }
    t.strictSame(countsOf((await years({})) as Facet), { '2020': 3, '2019': 1 })
    t.strictSame(countsOf((await years({ timeZone: 'Asia/Baghdad' })) as Facet), { '2021': 1, '2020': 3 })
    const selected = await years({ from: Date.UTC(2018, 0), before: Date.UTC(2019, 0) })
    t.strictSame(
      selected?.values.map(({ value, count, selected }) => [value, count, selected]),
      [
        ['2020', 3, false],
        ['2019', 1, false],
        ['2018', 0, true],
      ],
    )
  })

  test('facets follow revisions and withdrawals', async (t, store) => {
    const [saved] = await store.saveArticles([makeDraft({ tags: [makeTag('country:am')] })], NOW)
    const countries = async () => {
      const { facets } = await store.listArticles({ ...EVERYTHING, facets: [{ name: 'country', own: null }] })
      return countsOf(facets[0] as Facet)
    }
    t.strictSame(await countries(), { am: 1 })
    await store.saveArticles([makeDraft({ kicker: 'x', tags: [makeTag('country:az')] })], NOW)
    t.strictSame(await countries(), { az: 1 })
    await store.withdrawArticle(saved?.id ?? '', true, NOW)
    t.strictSame(await countries(), {})
    await store.withdrawArticle(saved?.id ?? '', false, NOW)
    t.strictSame(await countries(), { az: 1 })
  })
}

/** Any filter that leaves nothing out, for a facet by tags. */
function ownFilter({ tags }: ArticleQuery, name: FacetName): number | null {
  const own = tags.findIndex((group) => group.every(({ id, not }) => !not && id.startsWith(`${name}:`)))
  return own === -1 ? null : own
}

function countsOf({ values }: Facet): Record<string, number> {
  return Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]))
}

/** The rules once more, over the drafts themselves. */
function expected(drafts: Draft[], query: ArticleQuery, name: FacetName): [FacetName, number, Record<string, number>] {
  const own = query.facets.find((facet) => facet.name === name)?.own
  const others: ArticleQuery = {
    ...query,
    tags: query.tags.filter((_, at) => at !== own),
    ...(name === 'language' && { language: null }),
    ...(name === 'publisher' && { publisher: null }),
    ...(name === 'year' && { from: null, before: null }),
  }
  const counts: Record<string, number> = {}
  for (const draft of drafts) {
    if (!matches(draft, others)) continue
    for (const value of valuesOf(draft, name)) counts[value] = (counts[value] ?? 0) + 1
  }
  return [name, Object.keys(counts).length, counts]
}

function valuesOf({ article, tags }: Draft, name: FacetName): string[] {
  if (name === 'language') return [article.language]
  if (name === 'publisher') return article.publisher === null ? [] : [article.publisher]
  if (name === 'year') return article.published === null ? [] : [article.published.at.slice(0, 4)]
  const prefix = `${name}:`
  return tags.filter((tag) => isAbout(tag) && tag.id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length))
}
