import { z } from 'zod'
import { articleItemSchema, articleSchema } from '../domain/article.ts'
import type { ArticlePage, ArticleQuery, ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import {
  type ArticleListQuery,
  articleListQuery,
  normalise,
  selectFields,
  sortOf,
  toArticleQuery,
} from './article-query.ts'
import { etagOf } from './conditional.ts'
import { facetsSchema, toFacets } from './facets.ts'
import { linkHeader, pageLinks, urlOf } from './links.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

const PATH = '/v1/articles'

const selectedArticleSchema = articleSchema
  .partial()
  .extend({ highlights: articleItemSchema.shape.highlights })
  .meta({ id: 'SelectedArticle', description: 'An article as `fields` and `include` ask for it' })

export const pageLinksSchema = z
  .object({
    self: z.string().meta({ description: 'The query in its normal form' }),
    next: z.string().nullable(),
    prev: z.string().nullable(),
  })
  .meta({ id: 'PageLinks', description: 'Relative to the server; null at an end' })

const articleListSchema = z
  .object({
    data: z.array(z.union([articleItemSchema, selectedArticleSchema])),
    meta: z.object({
      total: z.int().min(0).nullable().meta({ description: 'null with `count=none`' }),
      limit: z.int().min(1),
      sort: z.enum(['-published', 'published', 'relevance', '-updated']),
      facets: facetsSchema.optional(),
    }),
    links: pageLinksSchema,
  })
  .meta({ id: 'ArticleList' })

type Prepared = { address: string; parameters: ReturnType<typeof normalise>; query: ArticleQuery }

/**
 * Each query once: in the same words it is the same object. What comes out throws KhabarError 'invalid_parameter' where
 * parameters contradict each other.
 */
function createPreparation(): (given: ArticleListQuery) => Prepared {
  const prepared = new WeakMap<ArticleListQuery, Prepared>()
  return (given) => {
    const before = prepared.get(given)
    if (before !== undefined) return before
    const parameters = normalise(given)
    const now = { query: toArticleQuery(given), parameters, address: urlOf(PATH, parameters) }
    prepared.set(given, now)
    return now
  }
}

export function listArticles(store: ArticleStore, answer: Answer, version: string) {
  const prepare = createPreparation()
  return route({
    schema: documented({
      id: 'listArticles',
      tag: 'Articles',
      summary: 'List and search articles',
      description:
        'Articles without their long fields, unless `include` or `fields` ask for them. An empty page is a 200.',
      query: articleListQuery,
      answer: json('A page of articles', articleListSchema),
      errors: ['invalid_cursor', 'too_broad'],
    }),
    async handler(request, reply) {
      const prepared = prepare(request.query)
      const { address, query } = prepared
      return answer.kept(request, reply, {
        address,
        cacheControl: CACHE.list,
        findEtag: (generation) => etagOf(version, generation, address),
        load: async () => writePage(await store.listArticles(query), request.query, prepared),
      })
    },
  })
}

/** Sends the articles' JSON as the store has it; only a choice of fields needs it parsed. */
function writePage(page: ArticlePage, query: ArticleListQuery, { address, parameters }: Prepared) {
  const fields = selectFields(query)
  const articles = fields === null ? page.articles : pick(page.articles, fields)
  const facets = query.facet === undefined ? undefined : toFacets(PATH, query, page.facets)
  const meta = { total: page.total, limit: query.limit, sort: sortOf(query), facets }
  const links = pageLinks(PATH, address, parameters, page)
  const rest = `,"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
  return { body: Buffer.concat([DATA, articles, Buffer.from(rest)]), headers: ['link', linkHeader(links)] }
}

const DATA = Buffer.from('{"data":')

function pick(articles: Uint8Array, fields: ReadonlySet<string>): Buffer {
  const whole: Record<string, unknown>[] = JSON.parse(Buffer.from(articles).toString())
  return toJson(whole.map((one) => Object.fromEntries(Object.entries(one).filter(([field]) => fields.has(field)))))
}
