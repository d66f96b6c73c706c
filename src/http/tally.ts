/** Upper bounds in seconds, each count including those below it, as Prometheus has it. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const TOTAL = 'khabar_http_requests_total'
const DURATION = 'khabar_http_request_duration_seconds'

type Labels = Record<string, string>
type Series = { labels: Labels; count: number; seconds: number; buckets: number[] }
type Value = { labels: Labels; value: number; metricName?: string }

/** As prom-client's own metrics are, to its registry. */
export type Metric = { name: string; help: string; type: string; aggregator: 'sum'; get(): MetricValues }
type MetricValues = Omit<Metric, 'get'> & { values: Value[] }

/** Counts and times answers: by hand, since prom-client's histogram takes a tenth of the time that an article does. */
export type Tally = {
  /** @param route the pattern, e.g. /v1/articles/:id, so that addresses do not multiply the series */
  record(method: string, route: string, status: number, seconds: number): void
  /** A write, dry or refused ones too. */
  recordWrite(action: string, outcome: string): void
  metrics: Metric[]
}

export function createTally(): Tally {
  const requests = new Map<string, Series>()
  const writes = new Map<string, Value>()
  return {
    record(method, route, status, seconds) {
      const key = `${method} ${status} ${route}`
      let series = requests.get(key)
      if (series === undefined) {
        const labels = { method, route, status: String(status) }
        series = { labels, count: 0, seconds: 0, buckets: BUCKETS.map(() => 0) }
        requests.set(key, series)
      }
      series.count += 1
      series.seconds += seconds
      const first = BUCKETS.findIndex((bound) => seconds <= bound)
      if (first !== -1) series.buckets[first] = (series.buckets[first] ?? 0) + 1
    },
    recordWrite(action, outcome) {
      const key = `${action} ${outcome}`
      const { value } = writes.get(key) ?? { value: 0 }
      writes.set(key, { labels: { action, outcome }, value: value + 1 })
    },
    metrics: [
      createMetric(TOTAL, 'counter', 'Answers by method, route and status', () =>
        [...requests.values()].map(({ labels, count }) => ({ labels, value: count })),
      ),
      createMetric(DURATION, 'histogram', 'From the head of the request to the end of the answer', () =>
        [...requests.values()].flatMap(valuesOfDuration),
      ),
      createMetric('khabar_writes_total', 'counter', 'Imports and withdrawals over HTTP by outcome', () => [
        ...writes.values(),
      ]),
    ],
  }
}

function createMetric(name: string, type: string, help: string, values: () => Value[]): Metric {
  const about = { name, help, type, aggregator: 'sum' as const }
  return { ...about, get: () => ({ ...about, values: values() }) }
}

function valuesOfDuration({ labels, count, seconds, buckets }: Series): Value[] {
  let below = 0
  const bounds = BUCKETS.map((bound, at) => {
    below += buckets[at] ?? 0
    return { labels: { ...labels, le: String(bound) }, value: below, metricName: `${DURATION}_bucket` }
  })
  return [
    ...bounds,
    { labels: { ...labels, le: '+Inf' }, value: count, metricName: `${DURATION}_bucket` },
    { labels, value: seconds, metricName: `${DURATION}_sum` },
    { labels, value: count, metricName: `${DURATION}_count` },
  ]
}
