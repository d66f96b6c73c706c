import t from 'tap'
import { importing, openTestApp, TOKEN } from '../helpers/app.ts'
import { shippedCapture } from '../helpers/captures.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'

const withdrawing = (headers: Record<string, string> = {}): RequestInit => ({
  method: 'DELETE',
  headers: { authorization: `Bearer ${TOKEN}`, ...headers },
})

t.test('a withdrawn article is gone from everywhere, and its addresses say when and why', async (t) => {
  const { ask, ids, log } = await openTestApp(t, {
    drafts: [
      makeDraft({ headline: 'سحب', tags: [makeTag('country:az')] }),
      makeDraft({ headline: 'باق', links: [{ title: 'سحب' }] }),
    ],
  })
  const [id = '', other = ''] = ids
  const address = `/v1/articles/${id}`
  t.match((await ask(`/v1/articles/${other}/related`)).json.data, { related: [{ article: id }] })
  const { headers: before } = await ask('/v1/articles')
  const reason = 'The publisher  asked for it'
  const answer = await ask(`${address}?${new URLSearchParams({ reason })}`, withdrawing())
  t.match(answer, { status: 204, text: '' })
  t.equal(answer.headers.get('access-control-allow-origin'), null)
  const [line] = log.filter(({ msg }) => msg === 'write')
  t.match(line, { who: 'tests', action: 'withdraw', id, outcome: 'withdrawn' })

  for (const part of ['', '/sections', '/tags', '/related', '/source', '/lines', '/revisions', '/candidates']) {
    const gone = await ask(address + part)
    t.match(gone, {
      status: 410,
      json: { code: 'withdrawn', detail: /was withdrawn on \d{4}-\d\d-\d\d: The publisher/ },
    })
    const { at, reason } = Object(gone.json).withdrawal
    t.equal(reason, 'The publisher asked for it', 'its white space folded')
    t.ok(Math.abs(Date.now() - Date.parse(at)) < 60_000)
    t.equal(gone.headers.get('cache-control'), 'no-store')
  }
  t.equal((await ask(address, { headers: { 'if-none-match': '*' } })).status, 410)
  const list = await ask('/v1/articles', { headers: { 'if-none-match': before.get('etag') ?? '' } })
  t.strictSame([list.status, list.json.meta.total, list.json.data.map(({ id }) => id)], [200, 1, [other]])
  t.equal((await ask('/v1/articles?q=سحب')).json.meta.total, 0)
  t.equal((await ask('/v1/articles?country=az')).json.meta.total, 0)
  t.equal(Object((await ask('/v1/tags/country:az')).json.data).articles, 0)
  t.match((await ask(`/v1/articles/${other}/related`)).json.data, { related: [{ article: null }] })

  t.equal((await ask(address, withdrawing())).status, 204, 'once more is no error')
  t.match((await ask(address)).json, { withdrawal: { reason: 'The publisher asked for it' } })
  t.equal((await ask(`${address}?reason=Another`, withdrawing())).status, 204)
  t.match((await ask(address)).json, { withdrawal: { reason: 'Another' } })
})

t.test('a purged article is not kept again: importing it is a 410', async (t) => {
  const { ask, store } = await openTestApp(t)
  const capture = shippedCapture().bytes
  const { json } = await ask('/v1/imports', importing(capture))
  const address = json.links.article ?? ''
  t.equal((await ask(`${address}?purge=true&reason=Private`, withdrawing())).status, 204)
  for (const bytes of [capture, `${Buffer.from(capture)}\nسطر آخر من النص.`]) {
    const answer = await ask('/v1/imports', importing(bytes))
    t.match(answer, { status: 410, json: { code: 'withdrawn', withdrawal: { reason: 'Private' } } })
  }
  t.strictSame(await store.countArchive(), { articles: 0, captures: 1, tags: (await store.countArchive()).tags })
})

t.test('what is no withdrawal changes nothing', async (t) => {
  const { ask, ids } = await openTestApp(t, { drafts: [makeDraft()] })
  const address = `/v1/articles/${ids[0]}`
  const REFUSED: [name: string, path: string, init: RequestInit, status: number][] = [
    ['without a token', address, { method: 'DELETE' }, 401],
    ['with a wrong one', address, withdrawing({ authorization: 'Bearer x' }), 401],
    ['of no article', '/v1/articles/2020-01-01-00000000', withdrawing(), 404],
    ['with a misspelt parameter', `${address}?reasons=x`, withdrawing(), 400],
    ['with an empty reason', `${address}?reason=%20`, withdrawing(), 400],
    ['with a long reason', `${address}?reason=${'x'.repeat(501)}`, withdrawing(), 400],
    ['with a purge that is none', `${address}?purge=1`, withdrawing(), 400],
    ['with a body', address, { ...withdrawing({ 'content-type': 'text/plain' }), body: 'They asked' }, 400],
    [
      'with a body of another kind',
      address,
      { ...withdrawing({ 'content-type': 'application/json' }), body: '{}' },
      415,
    ],
    ['of a list', '/v1/articles', withdrawing(), 405],
  ]
  for (const [name, path, init, status] of REFUSED) t.equal((await ask(path, init)).status, status, name)
  t.equal((await ask(address)).status, 200)
})
