import { AggregatorRegistry, collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client'
import type { Peers } from '../domain/peers.ts'
import type { ArticleStore } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, text } from './operation.ts'
import { route } from './route.ts'
import type { Tally } from './tally.ts'

/**
 * Metrics of the process, the archive and the answers given, with several processes of all together. Watching the garbage
 * collector costs some 3 % of the throughput, so it begins with the first time that someone asks.
 */
export function getMetrics(store: ArticleStore, tally: Tally, answer: Answer, peers: Peers | null) {
  let registry: Registry | undefined
  const own = () => {
    registry ??= createRegistry(store, tally)
    return registry
  }
  peers?.share(() => own().getMetricsAsJSON())
  return route({
    schema: documented({
      id: 'getMetrics',
      tag: 'Server',
      summary: 'Metrics in the Prometheus text format',
      description:
        'Answers and their times by route and status, writes by outcome, the delay of the event loop, the rows and bytes of the archive.',
      answer: text('text/plain', 'Answers and their durations, the process and the archive'),
    }),
    async handler(request, reply) {
      const all = peers === null ? own() : AggregatorRegistry.aggregate(await peers.gather())
      const body = Buffer.from(await all.metrics())
      return answer.resource(request, reply, {
        etag: etagOf(body),
        cacheControl: CACHE.none,
        load: () => ({ body, type: all.contentType }),
      })
    },
  })
}

function createRegistry(store: ArticleStore, tally: Tally): Registry {
  const registry = new Registry()
  for (const metric of tally.metrics) registry.registerMetric(metric as unknown as Metric)
  collectDefaultMetrics({ register: registry })
  // The archive is the same for all processes.
  const shared = { registers: [registry], aggregator: 'first' as const }
  new Gauge({
    ...shared,
    name: 'khabar_archive_rows',
    help: 'What the archive holds',
    labelNames: ['kind'] as const,
    async collect() {
      for (const [kind, count] of Object.entries(await store.countArchive())) this.set({ kind }, count)
    },
  })
  new Gauge({
    ...shared,
    name: 'khabar_archive_bytes',
    help: 'Size of the archive on disk: the database, and its write-ahead log',
    labelNames: ['file'] as const,
    async collect() {
      for (const [file, bytes] of Object.entries(await store.measureFiles())) this.set({ file }, bytes)
    },
  })
  return registry
}
