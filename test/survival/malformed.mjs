import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, startBystander } from './client.mjs'
import { memoryOf, serve } from './processes.mjs'

const FIXTURES = fileURLToPath(new URL('../fixtures/captures', import.meta.url))

const TYPES = [
  'text/plain',
  'text/html',
  'text/html; charset=windows-1256',
  'text/plain; charset=utf-16le',
  'TEXT/HTML',
]
const ODD_TYPES = ['', 'application/json', 'text/plain; charset=nonsense', 'text/html;;;', 'multipart/form-data', 'x']
const ODD = [
  '\0',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\r',
  '\x1b[2J',
  'ـ'.repeat(50),
  '<script>',
  '\ud83d',
  '&#0;',
  '٢٠٢١',
  '%00',
]

const PATHS = [
  '/',
  '/v1/articles',
  '/v1/tags',
  '/v1/imports',
  '/healthz',
  '/problems',
  '/docs',
  '/openapi.json',
  '/v1/articles/',
]
const PARTS = [
  '',
  '/sections',
  '/sections/1',
  '/tags',
  '/related',
  '/source',
  '/lines',
  '/revisions',
  '/candidates',
  '/x',
]
const NAMES = [
  'q',
  'tag',
  'country',
  'actor',
  'from',
  'to',
  'tz',
  'sort',
  'limit',
  'cursor',
  'fields',
  'include',
  'type',
  'x',
]
const VALUES = [
  'am',
  '-1',
  '1e9',
  '2020-13-40',
  '"',
  '((',
  'a OR',
  '-',
  '*',
  'NEAR(a b)',
  "' OR 1=1 --",
  '../..',
  '{{7*7}}',
  'ا',
]
const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']
const HEADERS = [
  'accept',
  'accept-encoding',
  'if-none-match',
  'range',
  'origin',
  'authorization',
  'content-encoding',
  'expect-ct',
]

export const malformed = {
  name: 'malformed captures and requests',
  short: 2000,
  long: 1_000_000,
  async run({ count, random, folder, expect }) {
    const server = await serve({ KHABAR_DB: join(folder, 'archive.db') })
    const client = await createClient(server.origin)
    const stopReading = await startBystander(server.origin, 100)
    const fixtures = readdirSync(FIXTURES).map((name) => readFileSync(join(FIXTURES, name)))
    const counts = { captures: 0, accepted: 0, requests: 0 }
    let before
    for (let at = 0; at < count; at++) {
      if (at === Math.floor(count / 2)) before = memoryOf(server).now
      if (at % 2 === 0) await sendCapture(client, fixtures, random, counts, expect)
      else await sendRequest(client, random, counts)
    }
    const bystander = await stopReading()
    const failed = [...client.statuses].filter(([status]) => status >= 500)
    expect(failed.length === 0, 'nothing is the fault of the server', { failed, log: server.stderr.slice(0, 500) })
    expect(client.faults.length === 0, 'every answer is as documented', client.faults.slice(0, 5))
    expect(bystander.wrong === 0, 'another client gets the same all the while', bystander)
    const grown = memoryOf(server).now - before
    expect(grown < 200, 'what was sent is not remembered', { before, grown })
    await server.end()
    return { ...counts, '5xx': failed.length, 'read by another': bystander.reads, 'MB grown': grown }
  },
}

/** What is accepted must read back byte for byte. */
async function sendCapture(client, fixtures, random, counts, expect) {
  const bytes = mangle(random.pick(fixtures).subarray(0, 30_000), fixtures, random)
  const type = random.pick(random.chance(0.9) ? TYPES : ODD_TYPES)
  const { status, text } = await client.post(bytes, { type, query: random.chance(0.1) ? '?dryRun=true' : '' })
  counts.captures++
  if (status !== 201) return
  const { article } = JSON.parse(text).links
  const source = await client.ask(`${article}/source`)
  expect(source.bytes.equals(bytes), `${article} has its capture byte for byte`)
  counts.accepted++
}

function mangle(bytes, fixtures, random) {
  const at = random.below(bytes.length + 1)
  const ways = [
    () => bytes.subarray(0, at),
    () => bytes.subarray(at),
    () => Buffer.concat([bytes.subarray(0, at), random.bytes(random.below(40)), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(ODD)), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), random.pick(fixtures).subarray(0, 5000), bytes.subarray(at)]),
    () =>
      Buffer.from(
        bytes
          .toString('utf8')
          .split('\n')
          .sort(() => random.next() - 0.5)
          .join('\n'),
      ),
    () => Buffer.from(bytes.toString('utf8'), random.pick(['utf16le', 'latin1'])),
    () => random.bytes(random.below(300)),
    () => Buffer.concat([bytes, Buffer.from(`\n\n${random.next()}`)]),
  ]
  return Buffer.from(random.pick(ways)())
}

async function sendRequest(client, random, counts) {
  const path = random.chance(0.4)
    ? `/v1/articles/${odd(random)}${random.pick(PARTS)}`
    : random.pick(PATHS) + odd(random)
  const pairs = Array.from({ length: random.below(4) }, () => `${random.pick(NAMES)}=${odd(random)}`)
  const query = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  const method = random.pick(METHODS)
  const headers = random.chance(0.3) ? { [random.pick(HEADERS)]: headerValue(random) } : {}
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { body: random.bytes(20) } : {}
  await client.ask(path + query, { method, headers, ...body })
  counts.requests++
}

function odd(random) {
  if (random.chance(0.2)) return ''
  const text = random.pick([...VALUES, ...ODD]) + random.pick(['', ...VALUES])
  return random.chance(0.8)
    ? encodeURIComponent(text.toWellFormed())
    : random.pick(['%ff', '%', '%C0%AF', '%ED%A0%80', '+'])
}

function headerValue(random) {
  return random.pick([
    '*',
    '"x", W/"y"',
    'gzip;q=0',
    'bytes=0-1',
    'null',
    'Bearer x',
    'Basic eDp5',
    ',,,',
    'a'.repeat(2000),
    'br',
  ])
}
