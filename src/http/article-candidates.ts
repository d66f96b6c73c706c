import { z } from 'zod'
import { candidateWithMentionsSchema } from '../domain/candidate.ts'
import type { ArticleStore } from '../domain/store.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument } from './article-parts.ts'
import { documented } from './operation.ts'
import { route } from './route.ts'

export function listArticleCandidates(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'listArticleCandidates',
      tag: 'Articles',
      summary: 'List the names in an article that are no tags, with every mention',
      description:
        'People and bodies that a title, an office or a verb of speech gives away and the gazetteer does not know. An entry in the gazetteer makes a tag of one.',
      path: articlePath,
      query: z.strictObject({}),
      answer: partDocument(
        'ArticleCandidateList',
        'The candidates with their mentions',
        z.array(candidateWithMentionsSchema),
      ),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const read = () => store.getCandidates(id)
      return answerPart(request, reply, id, { address: 'candidates', changesWith: 'article', read })
    },
  })
}
