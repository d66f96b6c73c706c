import { z } from 'zod'
import { ledgerLineSchema } from '../domain/capture.ts'
import type { ArticleStore } from '../domain/store.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument } from './article-parts.ts'
import { documented } from './operation.ts'
import { route } from './route.ts'

export function listLines(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'listLines',
      tag: 'Articles',
      summary: 'List what became of each line of the capture',
      description: 'Each line that is not blank once, with its role and the rule that gave it.',
      path: articlePath,
      answer: partDocument('LedgerDocument', 'The lines in order', z.array(ledgerLineSchema)),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const read = () => store.getLedger(id)
      return answerPart(request, reply, id, { address: 'lines', changesWith: 'archive', read })
    },
  })
}
