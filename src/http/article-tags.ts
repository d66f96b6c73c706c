import { z } from 'zod'
import type { ArticleStore } from '../domain/store.ts'
import { taggedSchema, tagTypeSchema } from '../domain/tag.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument } from './article-parts.ts'
import { documented } from './operation.ts'
import { choice } from './parameters.ts'
import { route } from './route.ts'

const query = z.strictObject({ type: choice(tagTypeSchema.options, 'Only tags of this type').optional() })

export function listArticleTags(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'listArticleTags',
      tag: 'Articles',
      summary: "List an article's tags with every mention",
      description: 'Of each mention, `text === served.slice(start, end)`, in UTF-16 units of the text as served.',
      path: articlePath,
      query,
      answer: partDocument('ArticleTagList', 'The tags with their mentions', z.array(taggedSchema)),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const { type } = request.query
      const read = async () => {
        const tags = await store.getTagMentions(id)
        return type === undefined ? tags : tags.filter((tag) => tag.type === type)
      }
      return answerPart(request, reply, id, { address: 'tags', parameters: { type }, changesWith: 'archive', read })
    },
  })
}
