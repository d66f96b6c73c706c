import { z } from 'zod'
import { articleSchema, LONG_FIELDS } from '../domain/article.ts'
import type { Fault } from '../domain/error.ts'
import { FACET_VALUES, FACETS, type FacetName, type FacetQuery } from '../domain/facet.ts'
import { MAX_SEARCH_LENGTH } from '../domain/search.ts'
import type { ArticleQuery, ArticleSort } from '../domain/store.ts'
import { type Bound, canonicalTimeZone, endOf, readBound, startOf } from './day-range.ts'
import { Complaint, choice, flag, foldSpace, integer, listOf, parameter, phrase } from './parameters.ts'
import { parseSearch } from './search-query.ts'
import { MAX_TERMS, selectionOf, shorthandFilter, tagFilter } from './tag-filter.ts'
import { fault, invalidParameters } from './validate.ts'

const ARTICLE_FIELDS = articleSchema.keyof().options
const INCLUDES = [...LONG_FIELDS, 'tags'] as const
const SORTS = ['-published', 'published', 'relevance', '-updated'] as const satisfies ArticleSort[]

/** In the order that the store gets them in. */
const TAG_FILTERS = ['tag', 'country', 'actor', 'place'] as const

export type ArticleField = (typeof ARTICLE_FIELDS)[number]

export const articleListQuery = z.strictObject({
  q: parameter(
    {
      description:
        'Words that must all occur, in any spelling and inflection; "a phrase", -word, a OR b, ( ). At most 32 words and phrases',
      examples: ['وقف القتال'],
      maxLength: MAX_SEARCH_LENGTH,
    },
    (given) => {
      const text = foldSpace(given)
      return { text, node: parseSearch(text) }
    },
  ).optional(),
  tag: tagFilter('Tag ids; `,` is and, `|` is or, `-` is not').optional(),
  country: shorthandFilter('country', 'am,ru').optional(),
  actor: shorthandFilter('actor', 'recep-tayyip-erdogan').optional(),
  place: shorthandFilter('place', 'nagorno-karabakh').optional(),
  language: phrase(35, {
    description: 'Language of the article, exactly: an ISO 639 code',
    examples: ['ar'],
  }).optional(),
  publisher: phrase(200, { description: 'Publisher, exactly as articles have it' }).optional(),
  from: bound('Published at or after: a date or an RFC 3339 instant', '2020-10-01').optional(),
  to: bound('Published at or before; a bare date includes the whole day', '2020-10-31').optional(),
  tz: parameter(
    { description: 'Whose days bare dates are: an IANA time zone', examples: ['Asia/Damascus'] },
    (text) => {
      const name = canonicalTimeZone(text)
      if (name !== null) return name
      throw new Complaint('invalid', `must be an IANA time zone such as Asia/Damascus, not '${text}'`)
    },
  )
    .default('UTC')
    .meta({ default: 'UTC' }),
  sort: choice(SORTS, '`-` is descending. Default: `relevance` with `q`, else `-published`. Undated last').optional(),
  limit: integer(1, 100, 'Articles on a page').default(20).meta({ default: 20 }),
  cursor: phrase(1024, { description: 'From `links.next` or `links.prev` of the same query' }).optional(),
  fields: listOf(ARTICLE_FIELDS, {
    description: 'Only these fields of each article',
    examples: ['id,headline,published'],
  }).optional(),
  include: listOf(INCLUDES, { description: 'Also these fields', examples: ['sections,related'] }).optional(),
  highlight: flag(
    'With `q`: each article with `highlights`, the headline where it was found in that and the best passages, three at most',
  )
    .default(false)
    .meta({ default: false }),
  facet: listOf(FACETS, {
    description:
      `Also count the articles by these, in \`meta.facets\`: exactly, under all filters but the facet's own, the first ${FACET_VALUES} ` +
      'values of each, every one with the URL that selects or drops it',
    examples: ['country,year'],
  }).optional(),
  count: choice(['exact', 'none'], '`none` leaves the total out, which saves time')
    .default('exact')
    .meta({ default: 'exact' }),
})
export type ArticleListQuery = z.output<typeof articleListQuery>

function bound(description: string, example: string) {
  return parameter({ description, examples: [example] }, (text): { text: string; bound: Bound } => {
    const read = readBound(text)
    if (read !== null) return { text, bound: read }
    throw new Complaint('invalid', 'must be a date (2020-10-02) or an instant (2020-10-02T16:43:00Z; write + as %2B)')
  })
}

/** What the store is asked. @throws KhabarError 'invalid_parameter' where parameters contradict each other */
export function toArticleQuery(given: ArticleListQuery): ArticleQuery {
  const from = given.from === undefined ? null : startOf(given.from.bound, given.tz)
  const before = given.to === undefined ? null : endOf(given.to.bound, given.tz)
  const tags = TAG_FILTERS.flatMap((name) => given[name]?.groups ?? [])
  const faults: Fault[] = []
  if (given.sort === 'relevance' && given.q === undefined) {
    faults.push(fault('sort', 'conflict', "can be 'relevance' only together with 'q'"))
  }
  if (given.highlight && given.q === undefined) {
    faults.push(fault('highlight', 'conflict', "can be 'true' only together with 'q'"))
  }
  if (from !== null && before !== null && from >= before) {
    faults.push(fault('from', 'conflict', "must not be later than 'to'"))
  }
  if (idsOfTags(given) > MAX_TERMS) {
    faults.push(fault('tag', 'too_many', `and its shorthands must not have more than ${MAX_TERMS} ids in all`))
  }
  if (faults.length > 0) throw invalidParameters(faults)
  return {
    q: given.q?.node ?? null,
    tags,
    language: given.language ?? null,
    publisher: given.publisher ?? null,
    from,
    before,
    sort: sortOf(given),
    limit: given.limit,
    cursor: given.cursor ?? null,
    countTotal: given.count === 'exact',
    highlight: given.highlight,
    facets: facetsOf(given),
    timeZone: given.tz,
    shape: needsWholeArticle(given) ? 'article' : 'item',
  }
}

/** How many ids all filters by tags have. */
export function idsOfTags(given: ArticleListQuery): number {
  return TAG_FILTERS.flatMap((name) => given[name]?.groups.flat() ?? []).length
}

function facetsOf(given: ArticleListQuery): FacetQuery[] {
  return FACETS.filter((name) => given.facet?.includes(name)).map((name) => ({ name, own: placeOfOwn(given, name) }))
}

/** Where the facet's own filter stands among all filters by tags. */
function placeOfOwn(given: ArticleListQuery, name: FacetName): number | null {
  let before = 0
  for (const filter of TAG_FILTERS) {
    const groups = given[filter]?.groups ?? []
    if (filter === name) {
      const own = selectionOf(groups)
      return own === -1 ? null : before + own
    }
    before += groups.length
  }
  return null
}

export function sortOf(given: ArticleListQuery): ArticleSort {
  return given.sort ?? defaultSort(given)
}

function defaultSort({ q }: ArticleListQuery): ArticleSort {
  return q === undefined ? '-published' : 'relevance'
}

function needsWholeArticle({ fields = [], include = [] }: ArticleListQuery): boolean {
  return [...fields, ...include].some((field) => LONG_FIELDS.some((long) => long === field))
}

/** The fields of each article in the answer; null for all that the store gives. */
export function selectFields({ fields, include, highlight }: ArticleListQuery): ReadonlySet<string> | null {
  if (fields === undefined && include === undefined) return null
  const chosen = fields ?? ARTICLE_FIELDS.filter((field) => !LONG_FIELDS.some((long) => long === field))
  return new Set([...chosen, ...(include ?? []), ...(highlight ? ['highlights'] : [])])
}

/** The query in one spelling: what is the default is left out. */
export function normalise(given: ArticleListQuery): Record<string, string | undefined> {
  const sort = sortOf(given)
  return {
    q: given.q?.text,
    tag: given.tag?.text,
    country: given.country?.text,
    actor: given.actor?.text,
    place: given.place?.text,
    language: given.language,
    publisher: given.publisher,
    from: given.from?.text,
    to: given.to?.text,
    tz: given.tz === 'UTC' ? undefined : given.tz,
    sort: sort === defaultSort(given) ? undefined : sort,
    limit: given.limit === 20 ? undefined : String(given.limit),
    cursor: given.cursor,
    fields: given.fields?.join(','),
    include: given.include?.join(','),
    highlight: given.highlight ? 'true' : undefined,
    facet: given.facet === undefined ? undefined : FACETS.filter((name) => given.facet?.includes(name)).join(','),
    count: given.count === 'exact' ? undefined : given.count,
  }
}
