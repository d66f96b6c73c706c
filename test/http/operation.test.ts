import t from 'tap'
import { KhabarError } from '../../src/domain/error.ts'
import { withoutSecrets } from '../../src/http/log-url.ts'
import { importing, openTestApp } from '../helpers/app.ts'
import { shippedCapture } from '../helpers/captures.ts'
import { makeDraft } from '../helpers/drafts.ts'

t.test('health, readiness and draining', async (t) => {
  let draining = false
  let checks = 0
  const checkWritable = async () => {
    checks += 1
  }
  const { ask } = await openTestApp(t, { isDraining: () => draining, broken: { checkWritable } })
  for (let at = 0; at < 5; at++) t.match(await ask('/readyz'), { status: 200, json: { data: { status: 'ok' } } })
  t.equal(checks, 1, 'the disk is not asked each time')
  draining = true
  t.match(await ask('/readyz'), { status: 503, json: { code: 'overloaded', detail: /stopping/ } })
  t.equal((await ask('/healthz')).status, 200)
  t.equal((await ask('/v1/articles')).status, 200, 'serving goes on')
  t.equal((await ask('/readyz')).headers.get('cache-control'), 'no-store')
})

t.test('while it drains, answers close their connections and readiness is gone', async (t) => {
  const { ask } = await openTestApp(t, { isDraining: () => true })
  t.equal((await ask('/readyz')).status, 503)
  const { status, headers } = await ask('/v1/articles')
  t.equal(status, 200)
  t.equal(headers.get('connection'), 'close')
})

t.test('beyond the requests that it can have in hand the server refuses, but for health', async (t) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { ask, origin, store } = await openTestApp(t, {
    maxInFlight: 2,
    broken: { listTags: async (query) => held.then(() => store.listTags(query)) },
  })
  const busy = [fetch(`${origin}/v1/tags`), fetch(`${origin}/v1/tags?limit=2`)]
  while ((await ask('/v1/articles')).status !== 503);
  const refused = await ask('/v1/articles')
  t.match(refused, { status: 503, json: { code: 'overloaded' } })
  t.equal(refused.headers.get('retry-after'), '1')
  for (const path of ['/healthz', '/readyz', '/metrics']) t.equal((await ask(path)).status, 200, path)
  release()
  t.strictSame(
    (await Promise.all(busy)).map(({ status }) => status),
    [200, 200],
  )
  t.equal((await ask('/v1/articles')).status, 200)
})

t.test('an abandoned request is not in hand for ever', async (t) => {
  const { ask, raw, store } = await openTestApp(t, {
    maxInFlight: 1,
    broken: { listTags: (query) => new Promise((resolve) => setTimeout(() => resolve(store.listTags(query)), 300)) },
  })
  await raw('GET /v1/tags HTTP/1.1\r\nHost: x\r\n\r\n', 50)
  t.equal((await ask('/v1/articles')).status, 200)
})

t.test(
  'a limit tells each answer how much is left, and who sends more when to come back; health is exempt',
  async (t) => {
    const { ask } = await openTestApp(t, { rateLimit: 3 })
    const fieldsOf = ({ headers }: { headers: Headers }) =>
      ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))
    t.match(fieldsOf(await ask('/v1/articles')), ['3', '2', /^\d+$/])
    t.match(fieldsOf(await ask('/v1/articles/none')), ['3', '1', /^\d+$/], 'a problem tells it, too')
    t.match(fieldsOf(await ask('/nowhere')), ['3', '0', /^\d+$/], 'and what is nowhere is counted, too')
    for (const path of ['/v1/tags', '/nowhere']) {
      const refused = await ask(path)
      t.match(refused, { status: 429, json: { code: 'too_many_requests' } })
      t.match(fieldsOf(refused), ['3', '0', /^\d+$/])
      const seconds = Number(refused.headers.get('retry-after'))
      t.ok(seconds > 0 && seconds <= 60)
    }
    const healthy = await ask('/healthz')
    t.equal(healthy.status, 200)
    t.strictSame(fieldsOf(healthy), [null, null, null])
  },
)

t.test('metrics', async (t) => {
  const { ask, ids } = await openTestApp(t, { drafts: [makeDraft()] })
  await ask(`/v1/articles/${ids[0]}`)
  await ask('/v1/nowhere')
  await ask('/v1/%ff')
  const { text, headers } = await ask('/metrics')
  t.match(headers.get('content-type'), /^text\/plain/)
  t.match(text, 'khabar_http_requests_total{method="GET",route="/v1/articles/:id",status="200"} 1')
  t.match(text, 'khabar_http_requests_total{method="GET",route="none",status="404"} 1')
  t.match(
    text,
    /khabar_http_request_duration_seconds_bucket\{method="GET",route="\/v1\/articles\/:id",status="200",le="10"\} 1/,
  )
  t.match(text, /khabar_http_request_duration_seconds_count\{.*\} 1/)
  t.match(text, 'khabar_archive_rows{kind="articles"} 1')
  t.match(text, 'process_cpu_seconds_total')
  t.match(text, /^# TYPE khabar_http_request_duration_seconds histogram$/m)
  t.match(text, /^khabar_archive_bytes\{file="log"\} \d+$/m)
  t.match(text, /^nodejs_eventloop_lag_p99_seconds /m)
  await ask('/v1/imports', importing(shippedCapture().bytes))
  await ask('/v1/imports', importing(''))
  const later = (await ask('/metrics')).text
  t.match(later, 'khabar_writes_total{action="import",outcome="new"} 1')
  t.match(later, 'khabar_writes_total{action="import",outcome="no_article"} 1')
})

t.test('metrics can be left out', async (t) => {
  const { ask } = await openTestApp(t, { metrics: false })
  t.equal((await ask('/metrics')).status, 404)
  t.notOk('/metrics' in JSON.parse((await ask('/openapi.json')).text).paths)
})

t.test('metrics of several processes are those of all together', async (t) => {
  const others: object[][] = []
  let own: () => Promise<object[]> = async () => []
  const peers = { share: (one: typeof own) => (own = one), gather: async () => [await own(), ...others] }
  const { ask } = await openTestApp(t, { peers, drafts: [makeDraft()] })
  await ask('/healthz')
  others.push(JSON.parse(JSON.stringify(await own())))
  const { text } = await ask('/metrics')
  t.match(text, 'khabar_http_requests_total{method="GET",route="/healthz",status="200"} 2', 'counts are added')
  t.match(text, 'khabar_archive_rows{kind="articles"} 1', 'the archive is the same for all')
  t.match(text, /_bucket\{.*route="\/healthz".*le="\+Inf".*\} 2/)
})

t.test('each request is a line of the log, without what was searched for and without secrets', async (t) => {
  const { ask, raw, log, ids } = await openTestApp(t, { drafts: [makeDraft()] })
  const lineOf = async (path: string) => {
    log.length = 0
    await ask(path, { headers: { 'x-request-id': 'id-1', authorization: 'Bearer s3cret' } })
    while (log.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const { time, pid, hostname, seconds, ...line } = log[0] ?? {}
    t.ok(Number(seconds) >= 0)
    return line
  }
  const about = { requestId: 'id-1', method: 'GET', status: 200, msg: 'request' }
  const path = `/v1/articles/${ids[0]}`
  t.strictSame(await lineOf(path), { ...about, level: 30, route: '/v1/articles/:id', path })
  const found = { ...about, level: 30, route: '/v1/articles', path: '/v1/articles' }
  t.strictSame(await lineOf('/v1/articles?q=private'), found)
  t.match(await lineOf('/nowhere?token=s3cret'), { level: 30, status: 404, route: 'none', path: '/nowhere' })
  t.match(await lineOf('/healthz'), { level: 20, path: '/healthz' }, 'what only watches is at debug')
  log.length = 0
  await raw('GET /"a",\\x?q=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  t.match(log, [{ route: 'none', path: '/"a",\\x' }], 'what a client writes cannot break out of its string')
})

t.test('what looks like a secret in an address is masked', async (t) => {
  const url = '/a?q=x&token=s3cret&api_key=s3cret&X-Auth=s3cret&password=&limit=2'
  t.equal(withoutSecrets(url), '/a?q=x&token=***&api_key=***&X-Auth=***&password=***&limit=2')
  t.equal(withoutSecrets('/token=1'), '/token=1')
})

t.test('security.txt says whom to tell, where that is configured', async (t) => {
  const path = '/.well-known/security.txt'
  t.equal((await (await openTestApp(t)).ask(path)).status, 404)
  const securityContacts = ['mailto:security@news.example', 'https://news.example/security']
  const { ask } = await openTestApp(t, { securityContacts })
  const { status, headers, text } = await ask(path)
  t.equal(status, 200)
  t.equal(headers.get('content-type'), 'text/plain; charset=utf-8')
  const [first, second, expires = '', end] = text.split('\n')
  t.strictSame([first, second, end], [...securityContacts.map((contact) => `Contact: ${contact}`), ''])
  const days = (Date.parse(expires.replace('Expires: ', '')) - Date.now()) / 86_400_000
  t.ok(days > 170 && days < 365, 'for less than a year, as RFC 9116 wants')
})

t.test('what the server does wrong is logged, not told', async (t) => {
  const secret = 'SELECT secret FROM /var/lib/khabar'
  const { ask, log } = await openTestApp(t, { broken: { getGeneration: () => Promise.reject(new Error(secret)) } })
  const { status, text, json } = await ask('/v1/articles')
  t.match({ status, json }, { status: 500, json: { code: 'internal', detail: 'The server failed.' } })
  t.notMatch(text, /secret|stack|node_modules|\.ts/)
  t.match(
    log.find(({ level }) => level === 50),
    { requestId: json.requestId, url: '/v1/articles', err: { message: secret } },
  )
})

t.test('storage errors', async (t) => {
  const full = () => Promise.reject(new KhabarError('storage_full', 'The disk is full.'))
  const locked = () => Promise.reject(new KhabarError('storage_unavailable', 'The archive is read-only.'))
  const { ask } = await openTestApp(t, { broken: { countArchive: full, checkWritable: locked } })
  const unready = await ask('/readyz')
  t.match(unready, { status: 503, json: { code: 'storage_unavailable' } })
  t.ok(Number(unready.headers.get('retry-after')) > 0)
  t.equal((await ask('/healthz')).status, 200)
})

t.test('what storage says about its file is for the log only', async (t) => {
  const fails = () => Promise.reject(new KhabarError('storage_full', 'No room to write "/secret/archive.db"'))
  const { ask, log } = await openTestApp(t, { broken: { checkWritable: fails } })
  const { status, text } = await ask('/readyz')
  t.equal(status, 507)
  t.notMatch(text, /secret/)
  t.match(JSON.stringify(log), /secret/)
})
