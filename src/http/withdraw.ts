import { z } from 'zod'
import { KhabarError } from '../domain/error.ts'
import type { ArticleStore } from '../domain/store.ts'
import { CACHE } from './answer.ts'
import { articlePath } from './article.ts'
import { type Operation, problems } from './operation.ts'
import { flag, phrase } from './parameters.ts'
import type { Respond } from './respond.ts'
import { route } from './route.ts'
import type { Writes } from './writes.ts'

const REASON_LENGTH = 500

const withdrawQuery = z.strictObject({
  reason: phrase(REASON_LENGTH, { description: 'Why, for people: told to whoever asks for the article' }).optional(),
  purge: flag('`true`: take its captures and its text out of the archive, too; this cannot be undone')
    .default(false)
    .meta({ default: false }),
})

const operation: Operation<typeof withdrawQuery, typeof articlePath> = {
  operationId: 'withdrawArticle',
  tags: ['Articles'],
  summary: 'Withdraw an article',
  description:
    'From then on its address answers 410 with the date and the reason, and it is in no list, search, count or related link. Its captures are kept, and whoever runs the server can bring it back, unless `purge` is given: then no capture of it is kept again either. Withdrawing it once more changes nothing but the reason, where one is given.',
  querystring: withdrawQuery,
  params: articlePath,
  security: [{ bearer: [] }],
  response: {
    204: z.null().meta({ description: 'It is withdrawn' }),
    ...problems([
      ...(['bad_request', 'unauthorized', 'forbidden', 'not_found', 'too_large', 'unsupported_media_type'] as const),
      ...(['storage_full', 'storage_unavailable'] as const),
    ]),
  },
}

export function withdrawArticle(store: ArticleStore, respond: Respond, writes: Writes) {
  return route({
    schema: operation,
    async onRequest(request) {
      writes.authorise(request, 'withdraw')
    },
    async handler(request, reply) {
      if (request.body !== undefined && request.body !== null) {
        throw new KhabarError('bad_request', 'A withdrawal has no body; the reason is the parameter "reason".')
      }
      const { reason = null, purge } = request.query
      const { id } = request.params
      const outcome = await store.withdrawArticle(id, true, new Date(), { reason, purge })
      respond(request, reply, { status: 204, headers: ['cache-control', CACHE.none] })
      writes.done(request, { outcome, id })
    },
  })
}
