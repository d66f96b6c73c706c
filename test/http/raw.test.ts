import t from 'tap'
import { openTestApp, TOKEN } from '../helpers/app.ts'

const END = '\r\nHost: x\r\nConnection: close\r\n\r\n'
const POST = `POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/plain\r\n`

/** Bytes that are no request, or one that proxies and servers have been known to read in two ways, and what they get. */
const PROBES: Record<string, [request: string, statuses: number[]]> = {
  'no HTTP at all': ['hello\r\n\r\n', [400]],
  'a TLS greeting': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  'HTTP/0.9': ['GET /\r\n\r\n', [400]],
  'another version': [`GET / HTTP/3.7${END}`, [400]],
  'a lower-case method': [`get / HTTP/1.1${END}`, [400]],
  'an unknown method': [`BREW / HTTP/1.1${END}`, [400]],
  CONNECT: [`CONNECT example.org:443 HTTP/1.1${END}`, [405]],
  TRACE: [`TRACE / HTTP/1.1${END}`, [405]],
  'no Host': ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
  'HTTP/1.0 without Host': ['GET /healthz HTTP/1.0\r\n\r\n', [200]],
  'NUL in the path': [`GET /v1/\0 HTTP/1.1${END}`, [400]],
  'NUL in a header': ['GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n', [400]],
  'a bare CR': ['GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n', [400]],
  'a space before the colon': ['GET / HTTP/1.1\r\nHost : x\r\n\r\n', [400]],
  'a folded header': ['GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\nConnection: close\r\n\r\n', [200, 400]],
  'an absolute target': [`GET http://x/healthz HTTP/1.1${END}`, [200]],
  'an asterisk': [`OPTIONS * HTTP/1.1${END}`, [404]],
  'a path that is not UTF-8': [`GET /v1/articles/%ff%fe HTTP/1.1${END}`, [400]],
  'an overlong encoding': [`GET /v1/articles/%c0%ae HTTP/1.1${END}`, [400]],
  'an encoded lone surrogate': [`GET /v1/articles/%ed%a0%80 HTTP/1.1${END}`, [400]],
  'a path that is not UTF-8, with a method that no route has': [`PROPFIND /v1/%ff HTTP/1.1${END}`, [400]],
  'a half escape': [`GET /v1/articles/%e HTTP/1.1${END}`, [400]],
  'an escaped slash': [`GET /v1/articles/..%2f..%2fetc HTTP/1.1${END}`, [404]],
  'dots in the path': [`GET /docs/../../etc/passwd HTTP/1.1${END}`, [404]],
  'dots below the documentation': [`GET /docs/..%2f..%2fpackage.json HTTP/1.1${END}`, [404]],
  'raw bytes in the path': [`GET /v1/articles/\xd8\xae HTTP/1.1${END}`, [400]],
  'raw bytes in the query': [`GET /v1/articles?q=\xd8\xae HTTP/1.1${END}`, [400]],
  'a long segment': [`GET /v1/articles/${'a'.repeat(201)} HTTP/1.1${END}`, [414]],
  'a long address': [`GET /v1/articles?q=${'a'.repeat(9000)} HTTP/1.1${END}`, [414]],
  'an address without end': [`GET /${'a'.repeat(20_000)}`, [414]],
  'headers without end': [`GET / HTTP/1.1\r\nHost: x\r\n${'X: aaaaaaaaaaaaaaaa\r\n'.repeat(1000)}\r\n`, [431]],
  'one long header': [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, [431]],
  'both lengths': [`${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
  'two lengths': [`${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, [400]],
  'a signed length': [`${POST}Content-Length: +5\r\n\r\nhello`, [400]],
  'a negative length': [`${POST}Content-Length: -5\r\n\r\nhello`, [400]],
  'an obscured encoding': [`${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, [400]],
  'chunked, then not': [`${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, [400]],
  'a bad chunk': [`${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n`, [400]],
  'a long chunk extension': [
    `${POST}Transfer-Encoding: chunked\r\n\r\n5;${'a'.repeat(20_000)}\r\nhello\r\n0\r\n\r\n`,
    [400, 413],
  ],
  'an upgrade': ['GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n', [200]],
  h2c: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  'an expectation': ['GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n', [200]],
}

t.test('whatever arrives on a socket is answered, and every refusal is a problem', async (t) => {
  const { raw, ask } = await openTestApp(t)
  for (const [name, [request, statuses]] of Object.entries(PROBES)) {
    const answer = await raw(request, 2000)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    const status = Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1])
    t.ok(statuses.includes(status), `${name}: ${status}`, { answer: answer.slice(0, 300) })
    if (status < 400) continue
    t.match(head, /content-type: application\/problem\+json/i, name)
    t.match(head, /x-request-id: \S/i, name)
    t.match(JSON.parse(body), { status, type: /^\/problems\//, code: String }, name)
  }
  t.equal((await ask('/healthz')).status, 200)
})

t.test('a second request behind a broken one is not run', async (t) => {
  const { raw } = await openTestApp(t)
  const both = await raw(
    `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1${END}`,
  )
  t.equal(both.match(/HTTP\/1\.1 \d+/g)?.length, 1)
})

t.test('slow senders are cut off with a 408 while others are served', async (t) => {
  const { raw, ask } = await openTestApp(t)
  const slow = [
    raw('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', 15_000),
    raw(`${POST}Content-Length: 100\r\n\r\nhello`, 15_000),
    ...Array.from({ length: 20 }, () => raw('G', 15_000)),
  ]
  const start = performance.now()
  t.equal((await ask('/healthz')).status, 200)
  const [head, body] = await Promise.all(slow)
  t.ok(performance.now() - start < 12_500, 'within the limits')
  t.match(head, /^HTTP\/1\.1 408 [\s\S]*request_timeout/)
  t.match(body, /^HTTP\/1\.1 408 [\s\S]*request_timeout/)
})
