import { z } from 'zod'
import { tagIdSchema } from '../domain/gazetteer.ts'
import type { ArticleStore } from '../domain/store.ts'
import { tagEntrySchema, tagTypeSchema } from '../domain/tag.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { pageLinksSchema } from './articles.ts'
import { etagOf } from './conditional.ts'
import { linkHeader, pageLinks, urlOf } from './links.ts'
import { documented, json } from './operation.ts'
import { choice, integer, phrase } from './parameters.ts'
import { route } from './route.ts'

const PATH = '/v1/tags'

const tagListQuery = z.strictObject({
  type: choice(tagTypeSchema.options, 'Only tags of this type').optional(),
  q: phrase(200, { description: 'A name in any language and any spelling', examples: ['إردوغان'] }).optional(),
  limit: integer(1, 100, 'Tags on a page').default(20).meta({ default: 20 }),
  cursor: phrase(1024, { description: 'From `links.next` or `links.prev` of the same query' }).optional(),
})

const tagListSchema = z
  .object({
    data: z.array(tagEntrySchema),
    meta: z.object({ total: z.int().min(0).nullable(), limit: z.int().min(1) }),
    links: pageLinksSchema,
  })
  .meta({ id: 'TagList' })

export function listTags(store: ArticleStore, answer: Answer, version: string) {
  return route({
    schema: documented({
      id: 'listTags',
      tag: 'Tags',
      summary: 'List countries, actors and places, those with most articles first',
      query: tagListQuery,
      answer: json('A page of tags', tagListSchema),
      errors: ['invalid_cursor'],
    }),
    async handler(request, reply) {
      const { type, q, limit, cursor } = request.query
      const parameters = { type, q, cursor, limit: limit === 20 ? undefined : String(limit) }
      const address = urlOf(PATH, parameters)
      return answer.kept(request, reply, {
        address,
        cacheControl: CACHE.list,
        findEtag: (generation) => etagOf(version, generation, address),
        load: async () => {
          const page = await store.listTags({ type: type ?? null, q: q ?? null, limit, cursor: cursor ?? null })
          const links = pageLinks(PATH, parameters, page)
          const body = toJson({ data: page.items, meta: { total: page.total, limit }, links })
          return { body, headers: ['link', linkHeader(links)] }
        },
      })
    },
  })
}

const tagDocumentSchema = z
  .object({
    data: tagEntrySchema,
    links: z.object({ self: z.string(), articles: z.string().meta({ description: 'The articles that are about it' }) }),
  })
  .meta({ id: 'TagDocument' })

export function getTag(store: ArticleStore, answer: Answer, version: string) {
  return route({
    schema: documented({
      id: 'getTag',
      tag: 'Tags',
      summary: 'Get a country, actor or place',
      path: z.strictObject({ tagId: tagIdSchema.meta({ examples: ['country:am'] }) }),
      answer: json('The tag', tagDocumentSchema),
      errors: ['not_found'],
    }),
    async handler(request, reply) {
      const { tagId } = request.params
      return answer.kept(request, reply, {
        address: `${PATH}/${encodeURIComponent(tagId)}`,
        cacheControl: CACHE.list,
        findEtag: (generation) => etagOf(version, generation, tagId),
        load: async () => {
          const data = await store.getTag(tagId)
          const links = { self: `${PATH}/${data.id}`, articles: urlOf('/v1/articles', { tag: data.id }) }
          return { body: toJson({ data, links }) }
        },
      })
    },
  })
}
