import { gzipSync } from 'node:zlib'
import t from 'tap'
import { MOST_DISCARDED } from '../../src/http/discard.ts'
import { importing, openTestApp, TOKEN } from '../helpers/app.ts'
import { shippedCapture } from '../helpers/captures.ts'

const capture = shippedCapture().bytes

t.test('a capture becomes an article, once', async (t) => {
  const { ask } = await openTestApp(t)
  const created = await ask('/v1/imports?name=a.txt', importing(capture))
  const id = String(Object(created.json.data.article).id)
  t.match(created, { status: 201, json: { data: { outcome: 'new' }, links: { article: `/v1/articles/${id}` } } })
  t.equal(created.headers.get('location'), `/v1/articles/${id}`)
  t.equal(created.headers.get('cache-control'), 'no-store')
  t.strictSame(created.json.data.article, (await ask(`/v1/articles/${id}`)).json.data)
  t.match(created.json.data.article, { capture: { name: 'a.txt', bytes: capture.length } })
  t.equal((await ask(`/v1/articles/${id}/source`)).text, Buffer.from(capture).toString())

  const again = await ask('/v1/imports', importing(capture))
  t.match(again, { status: 200, json: { data: { outcome: 'unchanged', article: { id, revision: 1 } } } })
  t.equal(again.headers.get('location'), null)
  const revised = await ask('/v1/imports', importing(`${Buffer.from(capture)}\nسطر آخر من النص.`))
  t.match(revised, { status: 200, json: { data: { outcome: 'revised', article: { id, revision: 2 } } } })
})

t.test('the address and the name come along', async (t) => {
  const { ask } = await openTestApp(t)
  const url = 'https://news.example/خبر?a=1'
  const { json } = await ask(`/v1/imports?${new URLSearchParams({ url, name: 'خبر.txt' })}`, importing(capture))
  t.match(json.data.article, { url, capture: { url, name: 'خبر.txt' } })
  const { headers } = await ask(`${json.links.article}/source`)
  t.equal(headers.get('content-disposition'), `attachment; filename="___.txt"; filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt`)
})

t.test('a dry run keeps nothing', async (t) => {
  const { ask } = await openTestApp(t)
  const { status, json } = await ask('/v1/imports?dryRun=true', importing(capture))
  t.match({ status, json }, { status: 200, json: { data: { outcome: 'preview' }, links: { article: null } } })
  t.match(Object(json.data.article), { revision: 1, tags: [{ mentions: [{ text: String }] }] })
  t.equal((await ask('/v1/articles')).json.meta.total, 0)
  t.equal((await ask('/v1/imports?dryRun=false', importing(capture))).status, 201)
})

t.test('what is no article is refused with the reason', async (t) => {
  const { ask } = await openTestApp(t)
  const REFUSED: [string, string | Uint8Array, string, number?][] = [
    ['nothing', '', 'empty'],
    ['white space', ' \n\n ', 'empty'],
    ['bytes that are not UTF-8', Buffer.from([0xd8, 0xae, 0x0a, 0xff, 0xfe, 0x41]), 'not_utf8', 2],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary'],
  ]
  for (const [name, bytes, code, line] of REFUSED) {
    const { status, json } = await ask('/v1/imports', importing(bytes))
    t.match({ status, json }, { status: 422, json: { code: 'no_article', errors: [{ in: 'body', code }] } }, name)
    if (line !== undefined) t.match(json.errors, [{ line }], name)
    t.equal((await ask('/v1/imports?dryRun=true', importing(bytes))).status, 422, name)
  }
  t.equal((await ask('/v1/articles')).json.meta.total, 0)
})

t.test('only text and pages, as they are', async (t) => {
  const { ask } = await openTestApp(t)
  const types = ['application/json', 'application/x-www-form-urlencoded', 'application/warc', 'x', 'text/html2']
  for (const type of types) {
    const answer = await ask('/v1/imports', importing(capture, { 'content-type': type }))
    t.match(answer, { status: 415, json: { code: 'unsupported_media_type' } }, type)
    t.equal(answer.headers.get('accept'), 'text/plain, text/html')
  }
  const unknown = await ask('/v1/imports', importing(capture, { 'content-type': 'text/html; charset=klingon' }))
  t.match(unknown, { status: 415, json: { detail: /"klingon" is none/ } })
  const encoded = await ask('/v1/imports', importing(gzipSync(capture), { 'content-encoding': 'gzip' }))
  t.equal(encoded.status, 415)
  const untyped = { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } }
  t.equal((await ask('/v1/imports', untyped)).status, 415)
  t.equal((await ask('/v1/imports', { ...untyped, body: capture })).status, 415)
  for (const type of ['text/plain;charset=UTF-8', 'Text/Plain; charset="utf8"']) {
    t.ok((await ask('/v1/imports', importing(capture, { 'content-type': type }))).status < 300, type)
  }
})

t.test('a page in an encoding of its time is kept and given back as it came', async (t) => {
  const { ask } = await openTestApp(t)
  const paragraph = `<p>${'Der Bürgermeister erklärte am Abend, die Brücke werde nächstes Jahr geöffnet. '.repeat(4)}</p>`
  const page = `<!doctype html><title>Brücke wird geöffnet</title><h1>Brücke wird geöffnet</h1>${paragraph.repeat(3)}`
  const bytes = Buffer.from(page, 'latin1')
  const type = 'text/html; charset=iso-8859-1'
  const { status, json } = await ask('/v1/imports?name=page.html', importing(bytes, { 'content-type': type }))
  t.match({ status, json }, { status: 201, json: { data: { outcome: 'new' } } })
  t.match(json.data.article, { capture: { mediaType: 'text/html', charset: 'iso-8859-1', bytes: bytes.length } })
  const source = await ask(`${json.links.article}/source`)
  t.equal(source.headers.get('content-type'), type)
  t.match(source.headers.get('content-disposition'), /^attachment; filename="page\.html"/)
  t.equal(source.headers.get('x-content-type-options'), 'nosniff')
  t.match(source.headers.get('content-security-policy'), "default-src 'none'")
})

t.test('only so much', async (t) => {
  const { ask, raw } = await openTestApp(t, { bodyLimit: 2000 })
  const answer = await ask('/v1/imports', importing('أ'.repeat(1001)))
  t.match(answer, { status: 413, json: { code: 'too_large', detail: /2000 bytes/ } })
  t.equal((await ask('/v1/imports', importing('أ'.repeat(1000)))).status === 413, false)
  const chunk = `800\r\n${'a'.repeat(2048)}\r\n`
  const head = `POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/plain\r\n`
  t.match(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`, 1000), /^HTTP\/1\.1 413 /)
})

t.test('a client that sends all before it reads gets its 413, and may go on', async (t) => {
  const { raw } = await openTestApp(t, { bodyLimit: 2000 })
  const head = `POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/plain\r\n`
  const next = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
  const statuses = async (...parts: string[]) => (await raw(parts.join(''), 8000)).match(/(?<=HTTP\/1\.1 )\d+(?= )/g)
  const body = 'a'.repeat(20_000_000)
  t.strictSame(await statuses(head, 'Content-Length: 20000000\r\n\r\n', body, next), ['413', '200'])
  const chunks = `1312D00\r\n${body}\r\n0\r\n\r\n`
  t.strictSame(await statuses(head, 'Transfer-Encoding: chunked\r\n\r\n', chunks, next), ['413', '200'])
  const stranger = head.replace(TOKEN, 'another')
  t.strictSame(await statuses(stranger, 'Content-Length: 20000000\r\n\r\n', body, next), ['401', '200'])
  const long = MOST_DISCARDED + 10_000_000
  const endless = await statuses(head, `Content-Length: ${long}\r\n\r\n`, 'a'.repeat(long), next).catch(() => null)
  t.strictSame(endless ?? ['413'], ['413'], 'nothing behind what is longer than is read')
})

t.test('parameters', async (t) => {
  const { ask } = await openTestApp(t)
  const FAULTS = {
    'dryrun=true': { name: 'dryrun', code: 'unknown', suggestion: 'dryRun' },
    'dryRun=yes': { name: 'dryRun', code: 'unknown' },
    'url=news.example/a': { name: 'url', code: 'invalid' },
    'url=ftp://news.example/a': { name: 'url', code: 'invalid' },
    'url=http://': { name: 'url', code: 'invalid' },
    'name=../a.txt': { name: 'name', code: 'invalid' },
    'name=a%0Ab': { name: 'name', code: 'invalid' },
    [`name=${'a'.repeat(256)}`]: { name: 'name', code: 'invalid' },
  }
  for (const [query, fault] of Object.entries(FAULTS)) {
    t.match(await ask(`/v1/imports?${query}`, importing(capture)), { status: 400, json: { errors: [fault] } }, query)
  }
})
