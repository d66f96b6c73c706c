import { z } from 'zod'
import { articleIdSchema, publishedSchema, relatedLinkSchema } from '../domain/article.ts'
import type { ArticleStore } from '../domain/store.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument, readArticle } from './article-parts.ts'
import { documented } from './operation.ts'
import { route } from './route.ts'

const articleReferenceSchema = z
  .object({ id: articleIdSchema, headline: z.string().nullable(), published: publishedSchema.nullable() })
  .meta({ id: 'ArticleReference' })

const relatedSchema = z.object({
  related: z.array(relatedLinkSchema).meta({ description: 'The "read also" links of this article' }),
  incoming: z.array(articleReferenceSchema).meta({ description: 'The articles whose links lead to this one' }),
})

export function getRelated(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'getRelated',
      tag: 'Articles',
      summary: "Get an article's links, and the articles that link to it",
      description:
        '`article` is the id of the article that a link leads to, where the archive has one with that address or headline.',
      path: articlePath,
      answer: partDocument('RelatedDocument', 'Links from and to the article', relatedSchema),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const read = async () => {
        const [{ related }, incoming] = await Promise.all([readArticle(store, id), store.listIncoming(id)])
        return { related, incoming }
      }
      return answerPart(request, reply, id, { address: 'related', changesWith: 'archive', read })
    },
  })
}
