import { z } from 'zod'
import { articleItemSchema, articleSchema } from '../domain/article.ts'
import type { ArticlePage, ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
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

export function listArticles(store: ArticleStore, answer: Answer, version: string) {
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
      const query = toArticleQuery(request.query)
      const self = urlOf(PATH, normalise(request.query))
      return answer.resource(request, reply, {
        etag: etagOf(version, await store.getGeneration(), self),
        cacheControl: CACHE.list,
        load: async () => writePage(await store.listArticles(query), request.query),
      })
    },
  })
}

/** Joins the articles' JSON as the store has it; only a choice of fields needs it parsed. */
function writePage(page: ArticlePage, query: ArticleListQuery) {
  const fields = selectFields(query)
  const items = fields === null ? page.items : page.items.map((item) => pick(item, fields))
  const facets = query.facet === undefined ? undefined : toFacets(PATH, query, page.facets)
  const meta = { total: page.total, limit: query.limit, sort: sortOf(query), facets }
  const links = pageLinks(PATH, normalise(query), page)
  const rest = `"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}`
  return { body: Buffer.from(`{"data":[${items.join(',')}],${rest}}`), headers: ['link', linkHeader(links)] }
}

function pick(item: string, fields: ReadonlySet<string>): string {
  const article: Record<string, unknown> = JSON.parse(item)
  return JSON.stringify(Object.fromEntries(Object.entries(article).filter(([field]) => fields.has(field))))
}
