import { z } from 'zod'
import { FACET_VALUES, type Facet } from '../domain/facet.ts'
import { tagIdSchema } from '../domain/gazetteer.ts'
import type { ArticleQuery, ArticleStore } from '../domain/store.ts'
import { aliasSchema, labelSchema, tagEntrySchema, tagTypeSchema } from '../domain/tag.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { urlOf } from './links.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'
import { TAGS } from './tags.ts'

const articles = z.int().min(1)
const url = z.string().meta({ description: 'These articles' })

const tagDocumentSchema = z
  .object({
    data: tagEntrySchema
      .extend({
        aliases: z.array(aliasSchema).meta({ description: 'What it is called beside its labels' }),
        together: z
          .array(z.object({ id: tagIdSchema, label: labelSchema, articles, url }))
          .meta({ description: `The tags that most of its articles are about, too: ${FACET_VALUES} at most` }),
        years: z.array(z.object({ year: z.int(), articles, url })).meta({
          description: `Its articles by year of publication, in UTC, the newest first: the last ${FACET_VALUES} that have any`,
        }),
      })
      .meta({ id: 'TagWithCompany' }),
    links: z.object({ self: z.string(), articles: z.string().meta({ description: 'The articles that are about it' }) }),
  })
  .meta({ id: 'TagDocument' })

export function getTag(store: ArticleStore, answer: Answer, version: string) {
  return route({
    schema: documented({
      id: 'getTag',
      tag: 'Tags',
      summary: 'Get a country, actor or place: its names, the tags it occurs with, its articles by year',
      description: 'Counts are exact, and each comes with the address of the list that it counts.',
      path: z.strictObject({ tagId: tagIdSchema.meta({ examples: ['country:am'] }) }),
      answer: json('The tag', tagDocumentSchema),
      errors: ['not_found'],
    }),
    async handler(request, reply) {
      const { tagId } = request.params
      return answer.kept(request, reply, {
        address: `${TAGS}/${encodeURIComponent(tagId)}`,
        cacheControl: CACHE.list,
        findEtag: (generation) => etagOf(version, generation, tagId),
        load: async () => {
          const tag = await store.getTag(tagId)
          const { facets } = await store.listArticles(countsOf(tagId))
          const data = { ...tag, together: togetherWith(tagId, facets), years: yearsOf(tagId, facets) }
          const links = { self: `${TAGS}/${tagId}`, articles: urlOf('/v1/articles', { tag: tagId }) }
          return { body: toJson({ data, links }) }
        },
      })
    },
  })
}

/** Asks for the facets of all articles that are about the tag. */
function countsOf(id: string): ArticleQuery {
  const names = [...tagTypeSchema.options, 'year' as const]
  return {
    ...{ q: null, tags: [[{ id, not: false }]], language: null, publisher: null, from: null, before: null },
    ...{ sort: '-published', limit: 1, cursor: null, countTotal: false, highlight: false, shape: 'item' },
    facets: names.map((name) => ({ name, own: null })),
    timeZone: 'UTC',
  }
}

function togetherWith(id: string, facets: readonly Facet[]) {
  return facets
    .flatMap(({ name, values }) => values.map(({ value, label, count }) => ({ id: `${name}:${value}`, label, count })))
    .filter((other) => other.label !== null && other.id !== id)
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
    .slice(0, FACET_VALUES)
    .map((other) => ({
      ...{ id: other.id, label: other.label, articles: other.count },
      url: urlOf('/v1/articles', { tag: `${id},${other.id}` }),
    }))
}

function yearsOf(id: string, facets: readonly Facet[]) {
  const years = facets.find(({ name }) => name === 'year')?.values ?? []
  return years.map(({ value, count }) => ({
    ...{ year: Number(value), articles: count },
    url: urlOf('/v1/articles', { tag: id, from: `${value}-01-01`, to: `${value}-12-31` }),
  }))
}
