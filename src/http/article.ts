import { z } from 'zod'
import { articleIdSchema, articleSchema } from '../domain/article.ts'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

export const articlePath = z.strictObject({ id: articleIdSchema.meta({ examples: ['2020-10-02-7f3a9c1e'] }) })

const articleDocumentSchema = z.object({ data: articleSchema }).meta({ id: 'ArticleDocument' })

/** The most read address: the bytes go out as the archive has them. */
export function getArticle(store: ArticleStore, answer: Answer) {
  return route({
    schema: documented({
      id: 'getArticle',
      tag: 'Articles',
      summary: 'Get the whole article',
      description:
        'Headline, dates, image, sections with their paragraphs, and tags; `source`, `lines` and the mentions of tags have addresses of their own.',
      path: articlePath,
      answer: json('The article', articleDocumentSchema),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      return answer.kept(request, reply, {
        address: `/v1/articles/${encodeURIComponent(id)}`,
        cacheControl: CACHE.article,
        findEtag: () => store.getArticleEtag(id),
        load: () => store.getArticle(id),
      })
    },
  })
}
