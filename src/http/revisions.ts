import { z } from 'zod'
import { publishedSchema } from '../domain/article.ts'
import { captureInfoSchema } from '../domain/capture.ts'
import type { ArticleStore, Revision } from '../domain/store.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument } from './article-parts.ts'
import { urlOf } from './links.ts'
import { documented } from './operation.ts'
import { route } from './route.ts'

const revisionSchema = z
  .object({
    revision: z.int().min(1),
    headline: z.string().nullable(),
    published: publishedSchema.nullable(),
    capture: captureInfoSchema,
    links: z.object({ source: z.string().meta({ description: 'The capture itself, byte for byte' }) }),
  })
  .meta({ id: 'Revision' })

export function listRevisions(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'listRevisions',
      tag: 'Articles',
      summary: 'List earlier captures of the article, newest first',
      description: 'The current capture is not among them.',
      path: articlePath,
      answer: partDocument('RevisionList', 'The earlier captures', z.array(revisionSchema)),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const read = async () => (await store.listRevisions(id)).map((revision) => withSource(id, revision))
      return answerPart(request, reply, id, { address: 'revisions', changesWith: 'archive', read })
    },
  })
}

function withSource(id: string, revision: Revision) {
  return { ...revision, links: { source: urlOf(`/v1/articles/${id}/source`, { revision: String(revision.revision) }) } }
}
