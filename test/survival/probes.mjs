import { join } from 'node:path'
import { createClient, exchange } from './client.mjs'
import { serve, TOKEN } from './processes.mjs'

const END = '\r\nHost: x\r\nConnection: close\r\n\r\n'
const POST = `POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/plain\r\n`

/** Bytes that are no request, or one that proxies and servers have been known to read in two ways, and what they get. */
const PROBES = {
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
  'a method alone': ['GET\r\n\r\n', [400]],
  'two spaces': [`GET  / HTTP/1.1${END}`, [200, 400]],
  'no path': [`GET HTTP/1.1${END}`, [400]],
  'a tab for a space': [`GET\t/ HTTP/1.1${END}`, [400]],
  'a lower-case version': [`GET / http/1.1${END}`, [400]],
  'version 1.2': [`GET / HTTP/1.2${END}`, [400]],
  'version 2.0': [`GET / HTTP/2.0${END}`, [400]],
  'a header without a name': ['GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n', [400]],
  'a header without a colon': ['GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n', [400]],
  'a header with odd signs': ['GET / HTTP/1.1\r\nHost: x\r\n(X): y\r\n\r\n', [400]],
  'two hosts': [`GET / HTTP/1.1\r\nHost: y${END}`, [200, 400]],
  'a user in the target': [`GET http://a:b@x/healthz HTTP/1.1${END}`, [200, 400]],
  'another scheme': [`GET ftp://x/ HTTP/1.1${END}`, [200, 400, 404]],
  'a backslash': [`GET /v1\\articles HTTP/1.1${END}`, [404]],
  'two slashes': [`GET //v1/articles HTTP/1.1${END}`, [404]],
  'a fragment': [`GET /healthz#x HTTP/1.1${END}`, [200, 400, 404]],
  'a semicolon': [`GET /healthz;a=b HTTP/1.1${END}`, [404]],
  'an escape escaped': [`GET /v1/articles/%2525 HTTP/1.1${END}`, [404]],
  'an escaped NUL': [`GET /v1/articles/%00 HTTP/1.1${END}`, [400, 404]],
  'a body with GET': [
    'GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello',
    [200, 415],
  ],
  'a length that is too long for a number': [`${POST}Content-Length: 99999999999999999999999\r\n\r\nhello`, [400, 413]],
  'a length in hexadecimal': [`${POST}Content-Length: 0x5\r\n\r\nhello`, [400]],
  'a length beyond the limit': [`${POST}Content-Length: 99999999\r\n\r\nhello`, [413]],
  'a chunk size with a sign': [`${POST}Transfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n\r\n`, [400]],
  'a chunk longer than a number': [`${POST}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello`, [400]],
  'a chunk without an end of line': [`${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nhelloworld\r\n0\r\n\r\n`, [400]],
  'chunks in HTTP/1.0': ['POST /v1/imports HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', [400, 401]],
}

/** Behind a request that two servers may end at different places, another one: it must not be run. */
const SMUGGLED = Object.fromEntries(
  ['both lengths', 'two lengths', 'an obscured encoding', 'a bad chunk', 'chunked, then not'].map((name) => [
    `${name}, and a request behind it`,
    `${PROBES[name][0]}GET /healthz HTTP/1.1${END}`,
  ]),
)

export const probes = {
  name: `${Object.keys({ ...PROBES, ...SMUGGLED }).length} raw probes`,
  short: 1,
  long: 100,
  async run({ count, folder, expect }) {
    const server = await serve({ KHABAR_DB: join(folder, 'archive.db') })
    const counts = { probes: 0, refused: 0, answered: 0 }
    for (let round = 0; round < count; round++) {
      for (const [name, [request, statuses]] of Object.entries(PROBES)) {
        const { text } = await exchange(server.port, Buffer.from(request, 'latin1'), 3000)
        const status = judge(name, text, expect)
        expect(statuses.includes(status), `${name} gets ${statuses}`, text.slice(0, 300))
        counts.probes++
        counts[status < 400 ? 'answered' : 'refused']++
      }
      for (const [name, request] of Object.entries(SMUGGLED)) {
        const { text } = await exchange(server.port, Buffer.from(request, 'latin1'), 3000)
        expect(text.match(/^HTTP\/1\.1 \d+/gm)?.length === 1, `${name}: one answer`, text)
        counts.probes++
        counts.refused++
      }
      const { status } = await (await createClient(server.origin)).ask('/healthz')
      expect(status === 200, 'the server is as well as before', status)
    }
    await server.end()
    return counts
  },
}

/** Every refusal is a problem document. @returns the status; NaN where the answer is no HTTP */
function judge(name, text, expect) {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1])
  if (status < 400) return status
  const isProblem = /content-type: application\/problem\+json/i.test(head) && /x-request-id: \S/i.test(head)
  expect(isProblem && JSON.parse(body).status === status, `${name}: the refusal is a problem`, text.slice(0, 500))
  return status
}
