import { readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { packageVersion } from '../../src/version.ts'
import { openTestApp } from '../helpers/app.ts'
import { documentOf } from '../helpers/openapi-contract.ts'
import { type Contract, findBreaks } from './breaks.ts'

/** What this version serves, for whoever reads the repository; `UPDATE_OPENAPI=1` writes it anew. */
const SERVED = new URL('openapi.json', import.meta.url)
/** What the last release served; a release puts `openapi.json` in its place. */
const RELEASED = new URL('released.json', import.meta.url)

t.test('openapi.json is what is served, and breaks no client of the last release', async (t) => {
  const { app } = await openTestApp(t)
  const served = JSON.parse(JSON.stringify(documentOf(app)))
  served.info.version = packageVersion()
  if (process.env.UPDATE_OPENAPI === '1') writeFileSync(SERVED, `${JSON.stringify(served, null, 1)}\n`)
  const message = 'npm run openapi writes it anew; read what changes'
  t.strictSame(read(SERVED), served, message)
  t.strictSame(findBreaks(read(RELEASED), served), [])
})

function read(url: URL): Contract {
  return JSON.parse(readFileSync(url, 'utf8'))
}

const ANSWER = {
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Item' } }, note: { type: 'string' } },
}
const ITEM = {
  type: 'object',
  required: ['id', 'parent'],
  properties: {
    id: { type: 'string' },
    parent: { anyOf: [{ $ref: '#/components/schemas/Item' }, { type: 'null' }] },
    kind: { type: 'string', enum: ['a', 'b'] },
    value: { anyOf: [{ type: 'object', properties: { x: { type: 'number' } } }, { type: 'string' }] },
  },
}
const LIST = {
  operationId: 'listItems',
  parameters: [
    { in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 100 } },
    { in: 'query', name: 'sort', schema: { type: 'string', enum: ['name', '-name'] } },
    { in: 'query', name: 'q', schema: { type: 'string', maxLength: 500 } },
  ],
  responses: { 200: { headers: { ETag: {} }, content: { 'application/json': { schema: ANSWER } } }, 404: {} },
}
const MAKE = { operationId: 'makeItem', requestBody: { content: { 'text/plain': {}, 'text/html': {} } }, responses: {} }
const CONTRACT = { paths: { '/items': { get: LIST, post: MAKE } }, components: { schemas: { Item: ITEM } } }

/** A copy of the document by the places that the cases change. */
function makeParts() {
  // biome-ignore lint/suspicious/noExplicitAny: what is changed here is not what the type allows
  const contract = structuredClone(CONTRACT) as any
  const { get, post } = contract.paths['/items']
  const [limit, sort, q] = get.parameters
  const { 200: ok } = get.responses
  const body = ok.content['application/json'].schema
  return {
    contract,
    paths: contract.paths,
    get,
    post,
    item: contract.components.schemas.Item,
    limit,
    sort,
    q,
    ok,
    body,
  }
}
type Change = (parts: ReturnType<typeof makeParts>) => unknown

const BREAKS: Record<string, Change> = {
  'GET /items is gone': ({ paths }) => delete paths['/items'].get,
  'POST /items is gone': ({ paths }) => delete paths['/items'],
  'GET /items: is now called list': ({ get }) => Object.assign(get, { operationId: 'list' }),
  'GET /items: needs a token': ({ get }) => Object.assign(get, { security: [{ bearer: [] }] }),
  'GET /items: parameter q is gone': ({ get }) => get.parameters.pop(),
  'GET /items: parameter q is required': ({ q }) => Object.assign(q, { required: true }),
  'GET /items: parameter x is new and required': ({ get }) =>
    get.parameters.push({ in: 'query', name: 'x', required: true, schema: {} }),
  'GET /items: parameter limit has a maximum of 50': ({ limit }) => Object.assign(limit.schema, { maximum: 50 }),
  'GET /items: parameter limit has a minimum of 2': ({ limit }) => Object.assign(limit.schema, { minimum: 2 }),
  'GET /items: parameter limit may not be integer': ({ limit }) => Object.assign(limit.schema, { type: 'string' }),
  'GET /items: parameter q has a maxLength of 9': ({ q }) => Object.assign(q.schema, { maxLength: 9 }),
  'GET /items: parameter q has another pattern': ({ q }) => Object.assign(q.schema, { pattern: '^x' }),
  'GET /items: parameter q may not be anything else': ({ q }) => Object.assign(q.schema, { enum: ['x'] }),
  'GET /items: parameter sort may not be -name': ({ sort }) => sort.schema.enum.pop(),
  'GET /items: does not answer 200': ({ get }) => delete get.responses[200],
  'GET /items: 200 has no header ETag': ({ ok }) => delete ok.headers.ETag,
  'GET /items: 200 is not application/json': ({ ok }) => Object.assign(ok, { content: {} }),
  'GET /items: 200 the body has no note': ({ body }) => delete body.properties.note,
  'GET /items: 200 the body may be without data': ({ body }) => body.required.pop(),
  'GET /items: 200 .data[] has no id': ({ item }) => delete item.properties.id,
  'GET /items: 200 .data[].id may be null': ({ item }) =>
    Object.assign(item.properties.id, { type: ['string', 'null'] }),
  'GET /items: 200 .data[].kind may be number': ({ item }) => Object.assign(item.properties.kind, { type: 'number' }),
  'GET /items: 200 .data[].value has no x': ({ item }) => delete item.properties.value.anyOf[0].properties.x,
  'POST /items: does not take text/html': ({ post }) => delete post.requestBody.content['text/html'],
}

const GROWTH: Record<string, Change> = {
  'a path': ({ paths }) => Object.assign(paths, { '/more': { get: { responses: {} } } }),
  'an optional parameter': ({ get }) => get.parameters.push({ in: 'query', name: 'x', schema: {} }),
  'a value of a parameter': ({ sort }) => sort.schema.enum.push('size'),
  'a wider range': ({ limit }) => Object.assign(limit.schema, { maximum: 1000, minimum: 0 }),
  'a key of an answer': ({ item }) => Object.assign(item.properties, { more: { type: 'string' } }),
  'a value of an answer': ({ item }) => item.properties.kind.enum.push('c'),
  'what is always there': ({ body }) => body.required.push('note'),
  'never null again': ({ item }) => Object.assign(item.properties, { parent: { $ref: '#/components/schemas/Item' } }),
  'a media type that is taken': ({ post }) => Object.assign(post.requestBody.content, { 'text/csv': {} }),
  'an error that does not come any more': ({ get }) => delete get.responses[404],
}

t.test('what breaks a client is told, and what only grows is not', async (t) => {
  const breaksOf = (change: Change) => {
    const parts = makeParts()
    change(parts)
    return findBreaks(CONTRACT as Contract, parts.contract)
  }
  for (const [expected, change] of Object.entries(BREAKS)) {
    t.ok(breaksOf(change).includes(expected), expected, { got: breaksOf(change) })
  }
  for (const [name, change] of Object.entries(GROWTH)) t.strictSame(breaksOf(change), [], name)
})
