import t from 'tap'
import type { Token } from '../../src/domain/token.ts'
import { importing, openTestApp, TOKEN } from '../helpers/app.ts'
import { shippedCapture } from '../helpers/captures.ts'

const capture = shippedCapture().bytes

t.test('only who has the token may write', async (t) => {
  const { ask } = await openTestApp(t)
  const NOT_VALID = [
    'Bearer wrong',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    TOKEN,
    `Basic ${TOKEN}`,
    'Bearer',
    'Bearer  ',
  ]
  for (const authorization of NOT_VALID) {
    const answer = await ask('/v1/imports', importing(capture, { authorization }))
    t.match(answer, { status: 401, json: { code: 'unauthorized' } }, authorization)
    t.match(answer.headers.get('www-authenticate'), /^Bearer/)
  }
  t.equal((await ask('/v1/imports', { method: 'POST' })).status, 401)
  t.equal(
    (await ask(`/v1/imports?token=${TOKEN}`, { method: 'POST' })).status,
    401,
    'a key in a query string is no key',
  )
  t.equal((await ask('/v1/imports', importing(capture, { authorization: `bearer ${TOKEN}` }))).status, 201)
})

t.test('without a token on the server nobody may', async (t) => {
  const { ask } = await openTestApp(t, { tokens: () => [] })
  const answer = await ask('/v1/imports', importing(capture))
  t.match(answer, { status: 401, json: { code: 'unauthorized', detail: /KHABAR_TOKEN/ } })
})

t.test('the token is asked for before the body is read', async (t) => {
  const { raw } = await openTestApp(t)
  const head = 'POST /v1/imports HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 500000\r\n\r\n'
  t.match(await raw(head, 500), /^HTTP\/1\.1 401 /)
})

t.test('each of several tokens is good for as long as it is listed', async (t) => {
  let tokens: Token[] = ['one', 'two'].map((secret) => ({ name: `the ${secret}`, secret }))
  const { ask } = await openTestApp(t, { tokens: () => tokens })
  const statusFor = async (secret: string) =>
    (await ask('/v1/imports?dryRun=true', importing(capture, { authorization: `Bearer ${secret}` }))).status
  t.strictSame([await statusFor('one'), await statusFor('two'), await statusFor('three')], [200, 200, 401])
  tokens = [{ name: 'the third', secret: 'three' }]
  t.strictSame([await statusFor('one'), await statusFor('two'), await statusFor('three')], [401, 401, 200])
})

t.test('the log has a line for each write: who did what, and what came of it; never a token', async (t) => {
  const { ask, log } = await openTestApp(t, { bodyLimit: 20_000 })
  const write = async (path: string, body: Uint8Array | string, headers = {}) => {
    log.length = 0
    const { json } = await ask(path, importing(body, { 'x-request-id': 'id-1', ...headers }))
    const lines = log.filter(({ msg }) => msg === 'write')
    t.equal(lines.length, 1)
    t.notMatch(JSON.stringify(log), new RegExp(TOKEN))
    const { level, time, pid, hostname, msg, ...line } = lines[0] ?? {}
    t.equal(level, 30)
    return { line, json }
  }
  const about = { requestId: 'id-1', address: '127.0.0.1', who: 'tests', action: 'import' }
  const { line, json } = await write('/v1/imports', capture)
  const { id } = Object(json.data.article)
  t.strictSame(line, { ...about, id, outcome: 'new' })
  t.strictSame((await write('/v1/imports', capture)).line, { ...about, id, outcome: 'unchanged' })
  t.strictSame((await write('/v1/imports?dryRun=true', capture)).line, { ...about, id: null, outcome: 'preview' })
  t.strictSame((await write('/v1/imports', '')).line, { ...about, id: null, outcome: 'no_article' })
  const stranger = await write('/v1/imports', capture, { authorization: `Bearer ${TOKEN}x` })
  t.strictSame(stranger.line, { ...about, who: null, id: null, outcome: 'unauthorized' })
  const refused = async (path: string, body: Uint8Array | string, headers = {}) =>
    (await write(path, body, headers)).line
  const large = new Uint8Array(20_001)
  t.strictSame(await refused('/v1/imports', large), { ...about, id: null, outcome: 'too_large' })
  const pdf = { 'content-type': 'application/pdf' }
  t.strictSame(await refused('/v1/imports', capture, pdf), { ...about, id: null, outcome: 'unsupported_media_type' })
  const misspelt = { ...about, id: null, outcome: 'invalid_parameter' }
  t.strictSame(await refused('/v1/imports?dryrun=true', capture), misspelt)
})
