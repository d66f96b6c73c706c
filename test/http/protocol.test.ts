import { createHash } from 'node:crypto'
import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { documentOf } from '../helpers/openapi-contract.ts'

const long = makeDraft({
  paragraphs: Array.from({ length: 40 }, (_, at) => `فقرة طويلة رقم ${at}`),
  tags: [makeTag('country:am')],
})

/** Every GET there is, with parameters that lead somewhere. */
function addresses(id = ''): string[] {
  const parts = ['', '/sections', '/sections/1', '/tags', '/related', '/source', '/lines', '/revisions']
  const others = ['/', '/v1/articles', '/v1/articles?q=x', '/v1/tags', '/v1/tags/country:am', '/problems/not-found']
  const files = ['/openapi.json', '/docs', '/docs/swagger-ui.css', '/docs/start.js']
  return [...parts.map((part) => `/v1/articles/${id}${part}`), ...others, ...files, '/healthz', '/readyz']
}

t.test('every GET has a strong ETag, honours If-None-Match, and answers HEAD alike', async (t) => {
  const { ask, ids, store } = await openTestApp(t, { drafts: [long] })
  for (const path of addresses(ids[0])) {
    const whole = await ask(path)
    const etag = whole.headers.get('etag') ?? ''
    t.match(etag, /^"[^"]+"$/, path)
    for (const value of [etag, `W/${etag}`, `"x", ${etag}`, `"x",W/${etag} ,"y"`, '*', ' * ']) {
      const answer = await ask(path, { headers: { 'if-none-match': value } })
      t.match(answer, { status: 304, text: '' }, `${path} ${value}`)
      for (const name of ['cache-control', 'vary']) t.equal(answer.headers.get(name), whole.headers.get(name), name)
      t.ok(answer.headers.get('etag'))
      t.equal((await ask(path, { method: 'HEAD', headers: { 'if-none-match': value } })).status, 304)
    }
    for (const value of ['"x"', etag.slice(1, -1), '', 'W/"x"', `"${etag}`]) {
      t.equal((await ask(path, { headers: { 'if-none-match': value } })).status, 200, `${path} ${value}`)
    }
    const head = await ask(path, { method: 'HEAD' })
    t.match(head, { status: 200, text: '' })
    for (const name of ['etag', 'content-type', 'content-length', 'content-encoding', 'cache-control', 'link']) {
      t.equal(head.headers.get(name), whole.headers.get(name), `${path} ${name}`)
    }
  }
  const list = (await ask('/v1/articles')).headers.get('etag')
  const article = (await ask(`/v1/articles/${ids[0]}`)).headers.get('etag')
  await store.saveArticles([makeDraft({ headline: 'آخر' })], new Date())
  t.not((await ask('/v1/articles')).headers.get('etag'), list, 'a list changes with the archive')
  t.equal((await ask(`/v1/articles/${ids[0]}`)).headers.get('etag'), article, 'an article does not')
})

t.test('a conditional request does no work', async (t) => {
  const fail = () => Promise.reject(new Error('loaded'))
  const { ask, ids, store } = await openTestApp(t, {
    drafts: [long],
    broken: { getArticle: fail, listArticles: fail, listTags: fail },
  })
  const etag = await store.getArticleEtag(ids[0] ?? '')
  t.equal((await ask(`/v1/articles/${ids[0]}`, { headers: { 'if-none-match': etag } })).status, 304)
  t.equal((await ask(`/v1/articles/${ids[0]}`)).status, 500)
})

t.test('bodies of 1 KiB and more are compressed for those who ask', async (t) => {
  const { ask, ids, origin } = await openTestApp(t, { drafts: [long] })
  const path = `/v1/articles/${ids[0]}`
  const plain = await ask(path, { headers: { 'accept-encoding': 'identity' } })
  const etag = plain.headers.get('etag') ?? ''
  const ENCODINGS = {
    gzip: 'gzip',
    br: 'br',
    'gzip, br': 'br',
    '*': 'br',
    'br;q=0, gzip;q=0.1': 'gzip',
    'x, identity': null,
  }
  for (const [accepted, encoding] of Object.entries(ENCODINGS)) {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await ask(path, { method, headers: { 'accept-encoding': accepted } })
      t.equal(answer.headers.get('content-encoding'), encoding, accepted)
      t.equal(answer.headers.get('etag'), encoding === null ? etag : etag.replace(/"$/, `-${encoding}"`))
      if (method === 'GET') t.equal(answer.text, plain.text)
    }
  }
  t.equal((await ask(path, { headers: { 'if-none-match': etag.replace(/"$/, '-gzip"') } })).status, 304)
  const small = await fetch(`${origin}/healthz`, { headers: { 'accept-encoding': 'gzip' } })
  t.equal(small.headers.get('content-encoding'), null)
})

t.test('Accept', async (t) => {
  const { ask, ids } = await openTestApp(t, { drafts: [long] })
  const path = `/v1/articles/${ids[0]}`
  for (const accept of ['*/*', 'application/*', 'application/json', 'text/html, */*;q=0.1', 'application/json;q=0.5']) {
    t.equal((await ask(path, { headers: { accept } })).status, 200, accept)
  }
  for (const accept of ['text/html', 'application/xml', 'application/json;q=0, text/*', '*/*;q=0', 'nonsense']) {
    t.match(await ask(path, { headers: { accept } }), { status: 406, json: { code: 'not_acceptable' } }, accept)
    t.equal((await ask('/v1/nowhere', { headers: { accept } })).status, 404, 'a problem is sent all the same')
  }
  t.equal((await ask('/docs', { headers: { accept: 'text/html' } })).status, 200)
})

t.test('a wrong method is a 405 that says which are right, on every path', async (t) => {
  const { ask, app } = await openTestApp(t)
  const paths = Object.entries(documentOf(app).paths)
  for (const [template, methods] of [...paths, ['/docs', { get: 1 }], ['/docs/{file}', { get: 1 }]] as typeof paths) {
    const path = template.replace(/\{\w+\}/g, 'x')
    const writes = ['post', 'delete'].filter((method) => method in methods).map((method) => method.toUpperCase())
    const allow = [...('get' in methods ? ['GET', 'HEAD'] : []), ...writes, 'OPTIONS'].join(', ')
    for (const method of ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      if (method.toLowerCase() in methods) continue
      const answer = await ask(path, { method, ...(method === 'PUT' ? { body: '{"a":1}' } : {}) })
      t.match(answer, { status: 405, json: { code: 'method_not_allowed', instance: path } }, `${method} ${path}`)
      t.equal(answer.headers.get('allow'), allow)
    }
    const options = await ask(path, { method: 'OPTIONS' })
    t.match(options, { status: 204, text: '' })
    t.equal(options.headers.get('allow'), allow)
  }
  for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE', 'HEAD']) {
    for (const path of [
      '/v1',
      '/v1/articles/',
      '/v1/article',
      '//',
      '/V1/articles',
      '/v1/articles/a/b/c',
      '/docs/x/y',
      '/.env',
    ]) {
      // An empty id: who may not withdraw is not told what is there.
      if (method === 'DELETE' && path === '/v1/articles/') continue
      const { status, headers } = await ask(path, { method })
      t.equal(status, 404, `${method} ${path}`)
      t.equal(headers.get('content-type'), 'application/problem+json')
    }
  }
})

t.test('every problem is explained at its type', async (t) => {
  const { ask, app } = await openTestApp(t)
  const { enum: names } = Object(documentOf(app).paths['/problems/{name}']?.get).parameters[0].schema
  for (const name of names) {
    const { json } = await ask(`/problems/${name}`)
    t.match(
      json,
      { data: { code: name.replaceAll('-', '_'), title: String, status: Number, explanation: /\.$/ } },
      name,
    )
  }
  t.equal((await ask('/problems/none')).status, 404)
  t.match((await ask('/v1/nowhere')).json, { type: '/problems/not-found' })
})

t.test('security headers and request ids', async (t) => {
  const { ask, raw } = await openTestApp(t)
  const malformed = await raw('GET / HTTP/1.1\r\nno header\r\n\r\n')
  for (const header of [
    /x-content-type-options: nosniff/i,
    /policy: default-src 'none'/i,
    /referrer-policy: no-ref/i,
  ]) {
    t.match(malformed, header, 'what is no request, too')
  }
  for (const path of ['/', '/v1/nowhere', '/v1/%ff', '/docs']) {
    const { headers } = await ask(path, { headers: { 'x-request-id': 'from-a-proxy:1' } })
    t.equal(headers.get('x-content-type-options'), 'nosniff')
    t.equal(headers.get('referrer-policy'), 'no-referrer')
    t.match(headers.get('content-security-policy'), /default-src 'none'/)
    t.equal(headers.get('x-request-id'), 'from-a-proxy:1')
  }
  const ids = await Promise.all([ask('/'), ask('/')].map(async (answer) => (await answer).headers.get('x-request-id')))
  t.equal(new Set(ids).size, 2)
  const { headers } = await ask('/', { headers: { 'x-request-id': 'a b"c' } })
  t.not(headers.get('x-request-id'), 'a b"c')
})

t.test('CORS', async (t) => {
  const origin = 'https://news.example'
  const preflight = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } }
  const writing = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }

  t.test('anyone may read', async (t) => {
    const { ask } = await openTestApp(t)
    for (const path of ['/v1/articles', '/v1/nowhere', '/v1/articles?x=1']) {
      const { headers } = await ask(path, { headers: { origin } })
      t.equal(headers.get('access-control-allow-origin'), '*')
      t.match(headers.get('access-control-expose-headers'), /ETag, Link, .*Retry-After, X-Request-Id/)
    }
    const { status, headers } = await ask('/v1/articles', preflight)
    t.equal(status, 204)
    t.equal(headers.get('access-control-allow-methods'), 'GET, HEAD')
    t.equal((await ask('/v1/imports', writing)).headers.get('access-control-allow-methods'), null)
    t.equal(
      (await ask('/v1/imports', { method: 'POST', headers: { origin } })).headers.get('access-control-allow-origin'),
      null,
    )
  })

  t.test('listed origins may read and write', async (t) => {
    const { ask } = await openTestApp(t, { corsOrigin: [origin] })
    const { headers } = await ask('/v1/articles', { headers: { origin } })
    t.equal(headers.get('access-control-allow-origin'), origin)
    t.equal(headers.get('vary'), 'Accept, Accept-Encoding, Origin')
    t.equal((await ask('/v1/imports', writing)).headers.get('access-control-allow-methods'), 'POST, OPTIONS')
    const stranger = await ask('/v1/articles', { headers: { origin: 'https://else.example' } })
    t.equal(stranger.status, 200)
    t.equal(stranger.headers.get('access-control-allow-origin'), null)
    t.equal((await ask('/v1/articles')).headers.get('vary'), 'Accept, Accept-Encoding, Origin')
  })

  t.test('or nobody', async (t) => {
    const { ask } = await openTestApp(t, { corsOrigin: false })
    t.equal((await ask('/v1/articles', { headers: { origin } })).headers.get('access-control-allow-origin'), null)
    t.equal((await ask('/v1/articles', preflight)).headers.get('access-control-allow-methods'), null)
  })
})

t.test('openapi.json is what the app holds itself to', async (t) => {
  const { ask, app } = await openTestApp(t)
  const { text } = await ask('/openapi.json')
  const hash = (document: string) => createHash('sha256').update(document).digest('hex')
  t.equal(hash(text), hash(JSON.stringify(documentOf(app))))
})
