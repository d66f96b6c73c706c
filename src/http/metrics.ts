import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, text } from './operation.ts'
import { route } from './route.ts'
import type { Tally } from './tally.ts'

/** Metrics of the process, the archive and the answers given, in a registry of its own. */
export function getMetrics(store: ArticleStore, tally: Tally, answer: Answer) {
  const registry = createRegistry(store)
  return route({
    schema: documented({
      id: 'getMetrics',
      tag: 'Server',
      summary: 'Metrics in the Prometheus text format',
      answer: text('text/plain', 'Answers and their durations, the process and the archive'),
    }),
    async handler(request, reply) {
      const body = Buffer.from(tally.format() + (await registry.metrics()))
      const load = () => ({ body, type: registry.contentType })
      return answer.resource(request, reply, { etag: etagOf(body), cacheControl: CACHE.none, load })
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
