import { readFileSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { fixtureCapture } from '../helpers/captures.ts'
import { addressOf, ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'

type Reply = { status: number; headers: IncomingHttpHeaders; text: string }

/** One connection that is kept open, and so stays with one worker. */
function connection(t: Test, address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => agent.destroy())
  return (path: string, init: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const { body, ...options } = init
      const outgoing = request(address + path, { agent, ...options }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      })
      // What is handed to a worker at the moment that it is killed is never answered.
      outgoing.setTimeout(path === '/healthz' ? 3000 : 60_000, () => outgoing.destroy(new Error('no answer')))
      outgoing.on('error', reject).end(body)
    })
}

/** Connections to so many different workers, by the beginning that ids of requests have in each process. */
async function connectToEach(t: Test, address: string, workers: number) {
  const found = new Map<string, ReturnType<typeof connection>>()
  for (let count = 0; found.size < workers && count < 300; count++) {
    const ask = connection(t, address)
    const reply = await ask('/healthz').catch(() => null)
    if (reply !== null) found.set(String(reply.headers['x-request-id']).split('-')[0] ?? '', ask)
    if (count > workers) await sleep(100)
  }
  t.equal(found.size, workers, 'connections come to every worker')
  return [...found.values()]
}

t.test('several workers serve one archive as one server would', { timeout: 300_000 }, async (t) => {
  const folder = temporaryFolder(t)
  const tokens = join(folder, 'tokens')
  writeFileSync(tokens, 'first-token')
  const env = { KHABAR_DB: join(folder, 'archive.db'), PORT: '0', KHABAR_TOKEN_FILE: tokens }
  const server = startKhabar(['serve', '--workers', '2'], env)
  t.teardown(() => server.kill('SIGKILL'))
  const end = ended(server)
  const address = await addressOf(server)
  const asks = await connectToEach(t, address, 2)
  const [one, other] = asks as [ReturnType<typeof connection>, ReturnType<typeof connection>]
  const post = (ask: typeof one, name: string) =>
    ask('/v1/imports', {
      method: 'POST',
      headers: { authorization: 'Bearer first-token', 'content-type': 'text/plain' },
      body: fixtureCapture(name).bytes,
    })

  await t.test('what one writes, all answer with at once', async (t) => {
    for (const [write, name] of [
      [one, 'en-byline.txt'],
      [other, 'fr-article.txt'],
    ] as const) {
      const before = await Promise.all(asks.map((ask) => ask('/v1/articles')))
      const [old] = before.map(({ headers }) => headers.etag)
      t.strictSame(
        before.map(({ headers }) => headers.etag),
        [old, old],
      )
      const { status, headers } = await post(write, name)
      t.equal(status, 201)
      const after = await Promise.all(
        asks.map((ask) => ask('/v1/articles', { headers: { 'if-none-match': old ?? '' } })),
      )
      t.strictSame(
        after.map(({ status }) => status),
        [200, 200],
      )
      t.equal(after[0]?.headers.etag, after[1]?.headers.etag)
      t.equal(after[0]?.text, after[1]?.text)
      for (const ask of asks) t.equal((await ask(String(headers.location))).status, 200)
    }
  })

  await t.test('metrics are those of all of them', async (t) => {
    const counted = async (ask: typeof one) => {
      const { text } = await ask('/metrics')
      t.match(text, 'khabar_archive_rows{kind="articles"} 3')
      return Number(
        /khabar_http_requests_total\{method="POST",route="\/v1\/imports",status="201"\} (\d+)/.exec(text)?.[1],
      )
    }
    t.strictSame([await counted(one), await counted(other)], [2, 2])
  })

  await t.test('SIGHUP reaches each, and a worker that is killed is replaced', async (t) => {
    let log = ''
    server.stderr.on('data', (text) => (log += text))
    server.kill('SIGHUP')
    const count = (pattern: RegExp) => [...log.matchAll(pattern)].length
    for (let tries = 0; count(/KHABAR_TOKEN_FILE anew/g) < 2 && tries < 200; tries++) await sleep(100)
    t.equal(count(/KHABAR_TOKEN_FILE anew/g), 2)
    const worker = Number(/"pid":(\d+)[^\n]*KHABAR_TOKEN_FILE anew/.exec(log)?.[1])
    t.not(worker, server.pid)
    process.kill(worker, 'SIGKILL')
    await connectToEach(t, address, 2)
    for (let tries = 0; count(/a worker ended/g) < 1 && tries < 100; tries++) await sleep(100)
    t.match(log, new RegExp(`"worker":${worker},"code":null,"signal":"SIGKILL"`))
  })

  server.kill('SIGTERM')
  const { status, stdout } = await end
  t.equal(status, 0)
  t.equal(stdout.match(/Khabar listens on .* with 1 article, by 2 workers\./g)?.length, 1, 'the address is told once')
  t.match(await khabar(['check'], env), { status: 0, stderr: /3 articles, 3 captures, no fault/ })
})

t.test('what keeps a server from starting is told once, by workers too', async (t) => {
  const folder = temporaryFolder(t)
  const env = { KHABAR_DB: join(folder, 'archive.db'), PORT: '0', KHABAR_TOKEN_FILE: join(folder, 'none') }
  t.match(await khabar(['serve', '--workers', '2'], env), {
    status: 2,
    stdout: '',
    stderr: /^(\{.*\}\n)*khabar: KHABAR_TOKEN_FILE .* cannot be read \(ENOENT\)\.\n$/,
  })
  t.match(await khabar(['serve', '--workers', 'two'], env), { status: 2, stderr: /whole number from 1/ })
})

t.test('workers end with a supervisor that is killed', { timeout: 120_000 }, async (t) => {
  const env = { KHABAR_DB: join(temporaryFolder(t), 'archive.db'), PORT: '0' }
  const server = startKhabar(['serve', '--workers', '2'], env)
  t.teardown(() => server.kill('SIGKILL'))
  const address = await addressOf(server)
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ')
  t.equal(children.length, 2)
  server.kill('SIGKILL')
  await ended(server)
  const isThere = (pid: string) => {
    try {
      return process.kill(Number(pid), 0)
    } catch {
      return false
    }
  }
  for (let tries = 0; children.some(isThere) && tries < 100; tries++) await sleep(100)
  t.strictSame(children.filter(isThere), [])
  await t.rejects(fetch(address))
})
