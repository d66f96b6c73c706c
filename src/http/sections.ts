import { z } from 'zod'
import { sectionSchema } from '../domain/article.ts'
import { KhabarError } from '../domain/error.ts'
import type { ArticleStore } from '../domain/store.ts'
import { articlePath } from './article.ts'
import { type AnswerPart, partDocument, readArticle } from './article-parts.ts'
import { documented } from './operation.ts'
import { route } from './route.ts'

export function listSections(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'listSections',
      tag: 'Articles',
      summary: "List an article's sections in order",
      description:
        'The first has no heading where the article begins without one. Each block tells the lines of the capture that it comes from.',
      path: articlePath,
      answer: partDocument('SectionList', 'The sections', z.array(sectionSchema)),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const read = async () => (await readArticle(store, id)).sections
      return answerPart(request, reply, id, { address: 'sections', changesWith: 'article', read })
    },
  })
}

const sectionPath = articlePath.extend({
  number: z.string().meta({ type: 'integer', minimum: 1, description: 'Order in the article, from 1' }),
})

export function getSection(store: ArticleStore, answerPart: AnswerPart) {
  return route({
    schema: documented({
      id: 'getSection',
      tag: 'Articles',
      summary: 'Get one section of an article',
      description: 'The same object as in the list of sections.',
      path: sectionPath,
      answer: partDocument('SectionDocument', 'The section', sectionSchema),
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id, number } = request.params
      const read = () => findSection(store, id, number)
      const address = `sections/${encodeURIComponent(number)}`
      return answerPart(request, reply, id, { address, changesWith: 'article', read })
    },
  })
}

async function findSection(store: ArticleStore, id: string, number: string) {
  const { sections } = await readArticle(store, id)
  const section = sections.find((one) => String(one.number) === number)
  if (section === undefined) throw new KhabarError('not_found', `Article "${id}" has no section "${number}".`)
  return section
}
