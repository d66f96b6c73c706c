/** Upper bounds in seconds, each count including those below it, as Prometheus has it. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const TOTAL = 'khabar_http_requests_total'
const DURATION = 'khabar_http_request_duration_seconds'

type Series = { labels: string; count: number; seconds: number; buckets: number[] }

/** Counts and times answers: by hand, since prom-client's histogram takes a tenth of the time that an article does. */
export type Tally = {
  /** @param route the pattern, e.g. /v1/articles/:id, so that addresses do not multiply the series */
  record(method: string, route: string, status: number, seconds: number): void
  /** In the Prometheus text format. */
  format(): string
}

export function createTally(): Tally {
  const all = new Map<string, Series>()
  return {
    record(method, route, status, seconds) {
      const key = `${method} ${status} ${route}`
      let series = all.get(key)
      if (series === undefined) {
        const labels = `method="${method}",route="${route}",status="${status}"`
        series = { labels, count: 0, seconds: 0, buckets: BUCKETS.map(() => 0) }
        all.set(key, series)
      }
      series.count += 1
      series.seconds += seconds
      const first = BUCKETS.findIndex((bound) => seconds <= bound)
      if (first !== -1) series.buckets[first] = (series.buckets[first] ?? 0) + 1
    },
    format() {
      const series = [...all.values()]
      return [
        `# HELP ${TOTAL} Answers by method, route and status`,
        `# TYPE ${TOTAL} counter`,
        ...series.map(({ labels, count }) => `${TOTAL}{${labels}} ${count}`),
        `# HELP ${DURATION} From the head of the request to the end of the answer`,
        `# TYPE ${DURATION} histogram`,
        ...series.flatMap(formatDuration),
        '',
      ].join('\n')
    },
  }
}

function formatDuration({ labels, count, seconds, buckets }: Series): string[] {
  let below = 0
  const bounds = BUCKETS.map((bound, at) => {
    below += buckets[at] ?? 0
    return `${DURATION}_bucket{${labels},le="${bound}"} ${below}`
  })
  return [
    ...bounds,
    `${DURATION}_bucket{${labels},le="+Inf"} ${count}`,
    `${DURATION}_sum{${labels}} ${seconds}`,
    `${DURATION}_count{${labels}} ${count}`,
  ]
}
