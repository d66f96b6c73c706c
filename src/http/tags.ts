import { z } from 'zod'
import type { ArticleStore } from '../domain/store.ts'
import { tagEntrySchema, tagTypeSchema } from '../domain/tag.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { pageLinksSchema } from './articles.ts'
import { etagOf } from './conditional.ts'
import { linkHeader, pageLinks, urlOf } from './links.ts'
import { documented, json } from './operation.ts'
import { choice, integer, phrase } from './parameters.ts'
import { route } from './route.ts'

export const TAGS = '/v1/tags'

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
      description:
        'Those that the gazetteer defines and those that articles have. `q` finds them by any of their names, the beginning of a name included.',
      query: tagListQuery,
      answer: json('A page of tags', tagListSchema),
      errors: ['invalid_cursor'],
    }),
    async handler(request, reply) {
      const { type, q, limit, cursor } = request.query
      const parameters = { type, q, cursor, limit: limit === 20 ? undefined : String(limit) }
      const address = urlOf(TAGS, parameters)
      return answer.kept(request, reply, {
        address,
        cacheControl: CACHE.list,
        findEtag: (generation) => etagOf(version, generation, address),
        load: async () => {
          const page = await store.listTags({ type: type ?? null, q: q ?? null, limit, cursor: cursor ?? null })
          const links = pageLinks(TAGS, address, parameters, page)
          const body = toJson({ data: page.items, meta: { total: page.total, limit }, links })
          return { body, headers: ['link', linkHeader(links)] }
        },
      })
    },
  })
}
