import { z } from 'zod'
import { KhabarError } from '../domain/error.ts'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

const CHECK_INTERVAL = 1000

const healthSchema = z.object({ data: z.object({ status: z.literal('ok') }) }).meta({ id: 'Health' })
const OK = toJson({ data: { status: 'ok' } })
const HEALTHY = { etag: etagOf(OK), cacheControl: CACHE.none, load: () => ({ body: OK }) }

/** Whether the process answers at all. */
export function getHealth(answer: Answer) {
  return route({
    schema: documented({
      id: 'getHealth',
      tag: 'Server',
      summary: 'Whether the process is alive',
      description: 'Does no work, and asks neither the archive nor anything else.',
      answer: json('It is', healthSchema),
    }),
    handler: (request, reply) => answer.resource(request, reply, HEALTHY),
  })
}

/** Whether to send requests here: not while the process is stopping, nor while nothing can be written. */
export function getReadiness(store: ArticleStore, answer: Answer, isDraining: () => boolean) {
  const checkWritable = atMostEvery(CHECK_INTERVAL, () => store.checkWritable())
  return route({
    schema: documented({
      id: 'getReadiness',
      tag: 'Server',
      summary: 'Whether the server takes requests',
      description: '503 while it stops, and 503 or 507 while the archive cannot be written.',
      answer: json('It does', healthSchema),
      errors: ['storage_unavailable', 'storage_full'],
    }),
    async handler(request, reply) {
      if (isDraining()) throw new KhabarError('overloaded', 'This process is stopping.')
      await checkWritable()
      return answer.resource(request, reply, HEALTHY)
    },
  })
}

/** Repeats the last outcome, good or bad, until `milliseconds` have passed. */
function atMostEvery(milliseconds: number, check: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  let checkedAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now - checkedAt >= milliseconds) {
      checkedAt = now
      last = check()
    }
    return last
  }
}
