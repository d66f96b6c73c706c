import { z } from 'zod'
import { articleIdSchema, articleSchema } from '../domain/article.ts'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { findFresh } from './conditional.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

export const articlePath = z.strictObject({ id: articleIdSchema.meta({ examples: ['2020-10-02-7f3a9c1e'] }) })

const articleDocumentSchema = z.object({ data: articleSchema }).meta({ id: 'ArticleDocument' })

/** The most read address: the bytes go out as the archive keeps them, and only a conditional request looks twice. */
export function getArticle(store: ArticleStore, answer: Answer) {
  return route({
    schema: documented({
      id: 'getArticle',
      tag: 'Articles',
      summary: 'Get the whole article',
      path: articlePath,
      answer: json('The article', articleDocumentSchema),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      if (request.headers['if-none-match'] !== undefined) {
        const fresh = findFresh(request, await store.getArticleEtag(id))
        if (fresh !== undefined) return answer.notModified(request, reply, fresh, CACHE.article)
      }
      const { etag, body } = await store.getArticle(id)
      return answer.representation(request, reply, { etag, body, cacheControl: CACHE.article })
    },
  })
}
