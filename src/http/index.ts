import { z } from 'zod'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

const LINKS = {
  self: '/',
  articles: '/v1/articles',
  tags: '/v1/tags',
  imports: '/v1/imports',
  openapi: '/openapi.json',
  docs: '/docs',
}

const indexSchema = z
  .object({
    data: z.object({
      name: z.string(),
      version: z.string(),
      counts: z.object({ articles: z.int(), captures: z.int(), tags: z.int() }),
    }),
    links: z.object(Object.fromEntries(Object.keys(LINKS).map((name) => [name, z.string()]))),
  })
  .meta({ id: 'Index' })

export function getIndex(store: ArticleStore, answer: Answer, about: { name: string; version: string }) {
  return route({
    schema: documented({
      id: 'getIndex',
      tag: 'Server',
      summary: 'What this is, how much it holds and where to go',
      description: 'With the numbers of articles, captures and tags, and where everything else is.',
      answer: json('The index', indexSchema),
    }),
    async handler(request, reply) {
      return answer.resource(request, reply, {
        etag: etagOf(about.version, await store.getGeneration(), LINKS.self),
        cacheControl: CACHE.list,
        load: async () => ({ body: toJson({ data: { ...about, counts: await store.countArchive() }, links: LINKS }) }),
      })
    },
  })
}
