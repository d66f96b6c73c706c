import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Article } from '../domain/article.ts'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { urlOf } from './links.ts'
import { json } from './operation.ts'

const partLinksSchema = z
  .object({ self: z.string(), article: z.string().meta({ description: 'The article that this belongs to' }) })
  .meta({ id: 'PartLinks', description: 'Relative to the server' })

/** How something below an article is documented: `{ data, links: { self, article } }`. */
export function partDocument(name: string, description: string, data: z.ZodType) {
  return json(description, z.object({ data, links: partLinksSchema }).meta({ id: name }))
}

type Part = {
  /** Where it is below the article, and what the query asks of it. */
  address: string
  parameters?: Record<string, string | undefined>
  /** Whether it can change while the article's own document does not. */
  changesWith: 'article' | 'archive'
  read(): Promise<unknown>
}

export type AnswerPart = (request: FastifyRequest, reply: FastifyReply, id: string, part: Part) => Promise<void>

export function createAnswerPart(store: ArticleStore, answer: Answer, version: string): AnswerPart {
  return async (request, reply, id, { address, parameters, changesWith, read }) => {
    const article = `/v1/articles/${encodeURIComponent(id)}`
    const self = urlOf(`${article}/${address}`, parameters)
    return answer.kept(request, reply, {
      address: self,
      cacheControl: CACHE.article,
      findEtag: async (generation) =>
        etagOf(version, await store.getArticleEtag(id), changesWith === 'archive' ? generation : '', self),
      load: async () => ({ body: toJson({ data: await read(), links: { self, article } }) }),
    })
  }
}

/** The article out of the document that the archive keeps of it. */
export async function readArticle(store: ArticleStore, id: string): Promise<Article> {
  const { body } = await store.getArticle(id)
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()).data
}
