import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft } from '../helpers/drafts.ts'

type Expected = { name: string; code: string; suggestion?: string }

const FAULTS: Record<string, Expected[]> = {
  'contry=am': [{ name: 'contry', code: 'unknown', suggestion: 'country' }],
  'Limit=5': [{ name: 'Limit', code: 'unknown', suggestion: 'limit' }],
  'zzzzzz=1': [{ name: 'zzzzzz', code: 'unknown' }],
  '__proto__=1': [{ name: '__proto__', code: 'unknown' }],
  '=1': [{ name: '', code: 'unknown' }],
  'token=secret': [{ name: 'token', code: 'unknown' }],
  'limit=1&limit=2': [{ name: 'limit', code: 'repeated' }],
  'limit=1&limit=1': [{ name: 'limit', code: 'repeated' }],
  'q=': [{ name: 'q', code: 'empty' }],
  'q=%20': [{ name: 'q', code: 'empty' }],
  limit: [{ name: 'limit', code: 'empty' }],
  [`q=${'a'.repeat(501)}`]: [{ name: 'q', code: 'too_long' }],
  'sort=relevance': [{ name: 'sort', code: 'conflict' }],
  'sort=-publishd': [{ name: 'sort', code: 'unknown', suggestion: '-published' }],
  'count=some': [{ name: 'count', code: 'unknown' }],
  'fields=id,headlin': [{ name: 'fields', code: 'unknown', suggestion: 'headline' }],
  'fields=id,': [{ name: 'fields', code: 'unknown' }],
  'include=section': [{ name: 'include', code: 'unknown', suggestion: 'sections' }],
  'country=arm': [{ name: 'country', code: 'invalid' }],
  'country=am,': [{ name: 'country', code: 'invalid' }],
  'country=am|': [{ name: 'country', code: 'invalid' }],
  'country=--am': [{ name: 'country', code: 'invalid' }],
  'tag=am': [{ name: 'tag', code: 'invalid' }],
  'tag=contry:am': [{ name: 'tag', code: 'invalid', suggestion: 'country:am' }],
  'tag=actor:': [{ name: 'tag', code: 'invalid' }],
  'actor=R%20T': [{ name: 'actor', code: 'invalid' }],
  'from=2020-02-30': [{ name: 'from', code: 'invalid' }],
  'from=2020-2-3': [{ name: 'from', code: 'invalid' }],
  'from=yesterday': [{ name: 'from', code: 'invalid' }],
  'from=2020-10-02T25:00:00Z': [{ name: 'from', code: 'invalid' }],
  'from=2020-02-30T10:00:00Z': [{ name: 'from', code: 'invalid' }],
  'to=2020-10-02T16:43:00': [{ name: 'to', code: 'invalid' }],
  'to=2020-10-02T16:43:00+03:00': [{ name: 'to', code: 'invalid' }],
  'tz=Mars/Olympus': [{ name: 'tz', code: 'invalid' }],
  'tz=%2B03:00': [{ name: 'tz', code: 'invalid' }],
  'from=2020-10-03&to=2020-10-02': [{ name: 'from', code: 'conflict' }],
  'q=%00': [{ name: 'q', code: 'malformed' }],
  'q=%E0%A4': [{ name: 'q', code: 'malformed' }],
  'q=%ED%A0%80': [{ name: 'q', code: 'malformed' }],
  'q=%C0%AF': [{ name: 'q', code: 'malformed' }],
  'q=%zz': [{ name: 'q', code: 'malformed' }],
  '%ff=1': [{ name: '%ff', code: 'unknown' }],
  'contry=am&limit=0&limit=1&from=2020-02-30&fields=x&q=%00': [
    { name: 'contry', code: 'unknown', suggestion: 'country' },
    { name: 'limit', code: 'repeated' },
    { name: 'q', code: 'malformed' },
    { name: 'from', code: 'invalid' },
    { name: 'fields', code: 'unknown' },
  ],
}

/** Each is one more spelling of a number that is not wanted, or a number that is not allowed. */
const BAD_LIMITS = ['0', '101', '-1', '+1', '1.0', '1e1', '0x10', '01', ' 1', '%201', '١', '99999999999999999999']

t.test('what is wrong with a query is said, all at once, with the nearest right name', async (t) => {
  const { ask } = await openTestApp(t)
  for (const [query, expected] of Object.entries(FAULTS)) {
    const { status, json, headers } = await ask(`/v1/articles?${query}`)
    t.match({ status, ...json }, { status: 400, code: 'invalid_parameter', type: '/problems/invalid-parameter' }, query)
    const found = json.errors.map(({ detail: _detail, in: _in, ...rest }) => rest)
    t.strictSame(found, expected, query)
    t.ok(json.errors.every(({ detail }) => detail && json.detail.includes(detail)))
    t.equal(headers.get('content-type'), 'application/problem+json')
    t.equal(headers.get('cache-control'), 'no-store')
    t.equal(json.requestId, headers.get('x-request-id'))
  }
  for (const limit of BAD_LIMITS) {
    t.match(await ask(`/v1/articles?limit=${limit}`), { status: 400, json: { errors: [{ name: 'limit' }] } }, limit)
  }
})

t.test('at most 20 tag ids, all parameters together', async (t) => {
  const { ask } = await openTestApp(t)
  const ids = (count: number) => Array.from({ length: count }, () => 'am').join(',')
  t.equal((await ask(`/v1/articles?country=${ids(19)}&tag=country:ru`)).status, 200)
  t.match(await ask(`/v1/articles?country=${ids(20)}&tag=country:ru`), {
    status: 400,
    json: { errors: [{ name: 'tag', code: 'too_many' }] },
  })
})

t.test('a cursor is good for its own query only', async (t) => {
  const drafts = [1, 2, 3].map((at) => makeDraft({ headline: `عنوان ${at}` }))
  const { ask } = await openTestApp(t, { drafts })
  const next = (await ask('/v1/articles?limit=1')).json.links.next ?? ''
  t.equal((await ask(`${next}&language=ar`)).json.code, 'invalid_cursor')
  t.equal((await ask(next.replace('limit=1', 'limit=2'))).status, 200, 'the limit may change')
  for (const cursor of ['x', '!', 'a'.repeat(200), '%D8%AE']) {
    t.match(await ask(`/v1/articles?cursor=${cursor}`), { status: 400, json: { code: 'invalid_cursor' } }, cursor)
    t.match(await ask(`/v1/tags?cursor=${cursor}`), { status: 400, json: { code: 'invalid_cursor' } }, cursor)
  }
})

t.test('no address takes parameters that it does not document', async (t) => {
  const { ask, ids } = await openTestApp(t, { drafts: [makeDraft()] })
  const article = `/v1/articles/${ids[0]}`
  const parts = ['', '/sections', '/sections/1', '/tags', '/related', '/source', '/lines', '/revisions']
  const others = [
    '/',
    '/v1/tags',
    '/v1/tags/country:am',
    '/problems/internal',
    '/openapi.json',
    '/docs',
    '/healthz',
    '/metrics',
  ]
  for (const path of [...parts.map((part) => article + part), ...others]) {
    t.match(await ask(`${path}?x=1`), { status: 400, json: { errors: [{ name: 'x', code: 'unknown' }] } }, path)
    t.not((await ask(`${path}?`)).status, 400, `${path}?`)
  }
  t.match(await ask(`${article}/tags?type=city`), { status: 400, json: { errors: [{ name: 'type' }] } })
  t.match(await ask(`${article}/source?revision=0`), { status: 400, json: { errors: [{ name: 'revision' }] } })
  t.match(await ask('/v1/tags?type=actors'), { status: 400, json: { errors: [{ suggestion: 'actor' }] } })
})
