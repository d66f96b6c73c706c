import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, text } from './operation.ts'
import { route } from './route.ts'
import type { Tally } from './tally.ts'

/**
 * Metrics of the process, the archive and the answers given. Watching the garbage collector costs some 3 % of the
 * throughput, so it begins with the first time that someone asks.
 */
export function getMetrics(store: ArticleStore, tally: Tally, answer: Answer) {
  let registry: Registry | undefined
  return route({
    schema: documented({
      id: 'getMetrics',
      tag: 'Server',
      summary: 'Metrics in the Prometheus text format',
      answer: text('text/plain', 'Answers and their durations, the process and the archive'),
    }),
    async handler(request, reply) {
      registry ??= createRegistry(store)
      const type = registry.contentType
      const body = Buffer.from(tally.format() + (await registry.metrics()))
      return answer.resource(request, reply, {
        etag: etagOf(body),
        cacheControl: CACHE.none,
        load: () => ({ body, type }),
      })
    },
  })
}

function createRegistry(store: ArticleStore): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'khabar_archive_rows',
    help: 'What the archive holds',
    labelNames: ['kind'] as const,
    registers: [registry],
    async collect() {
      for (const [kind, count] of Object.entries(await store.countArchive())) this.set({ kind }, count)
    },
  })
  return registry
}
