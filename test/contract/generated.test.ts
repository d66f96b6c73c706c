import fc from 'fast-check'
import t from 'tap'
import { importing, openTestApp } from '../helpers/app.ts'
import { createContract } from '../helpers/contract.mjs'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { documentOf } from '../helpers/openapi-contract.ts'

/** Requests in all; KHABAR_CASES asks for more, KHABAR_SEED for those of an earlier run. */
const CASES = Number(process.env.KHABAR_CASES ?? 2000)
const SEED = Number(process.env.KHABAR_SEED ?? Date.now() % 1_000_000)

/** What a wrong query gets, and what gets a request that changes things without a token. */
const REFUSED = [400, 401]

type Schema = { $ref?: string; type?: string; enum?: string[]; minimum?: number; maximum?: number; maxLength?: number }
type Parameter = { in: string; name: string; schema: Schema }
type Operation = { path: string; method: string; parameters: Parameter[] }
/** A value as it is written; `isRight`: true and false where the document decides, null where only the server knows. */
type Value = { text: string; isRight: boolean | null }
type Given = { name: string; value: Value }

t.test('what the document says of parameters is so, and no request is the fault of the server', async (t) => {
  t.comment(`seed ${SEED}, ${CASES} cases`)
  const drafts = [makeDraft({ tags: [makeTag('country:am')] }), makeDraft({ headline: 'آخر', publisher: 'x' })]
  const { app, ids, origin } = await openTestApp(t, { drafts })
  const findFaults = createContract(documentOf(app))
  const operations = operationsOf(documentOf(app))
  const seen = new Set<string>()
  const ask = async ({ method, path, query }: Request): Promise<string[]> => {
    const target = path + (query.length === 0 ? '' : `?${query.map(write).join('&')}`)
    const response = await fetch(origin + target, method === 'POST' ? importing('no article') : { method })
    const { status, headers } = response
    seen.add(`${method} ${status}`)
    return [
      ...findFaults(method, target, { status, headers, text: await response.text() }),
      ...(status >= 500 ? [`${target} is answered ${status}`] : []),
      ...(query.some(({ value }) => value.isRight === false) && !REFUSED.includes(status)
        ? [`${target} gets ${status}`]
        : []),
      ...(query.every(({ value }) => value.isRight) && status === 400 ? [`${target} gets ${status}`] : []),
    ]
  }
  const requests = fc.constantFrom(...operations).chain((operation) => requestOf(operation, ids))
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const faults = await ask(request)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }),
    { numRuns: CASES, seed: SEED },
  )
  for (const one of ['GET 200', 'GET 400', 'GET 404', 'POST 422']) t.ok(seen.has(one), `${one} is among the answers`)
})

type Request = { method: string; path: string; query: Given[] }

function operationsOf({ paths }: { paths: object }): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { parameters?: Parameter[] }>).map(([method, { parameters = [] }]) => ({
      path,
      method: method.toUpperCase(),
      parameters,
    })),
  )
}

/** A request with some of the parameters, each once; now and then one that the document does not have, or one twice. */
function requestOf({ path, method, parameters }: Operation, ids: string[]): fc.Arbitrary<Request> {
  const queried = parameters.filter((one) => one.in === 'query')
  const given = fc.subarray(queried).chain((some) => fc.tuple(...some.map((one) => valuesOf(one).map(named(one.name)))))
  const extra = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Given[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom('x', 'Limit', '__proto__', 'token').map((name) => [unknown(name)]) },
  )
  const segments = parameters.filter((one) => one.in === 'path').map(({ name }) => segmentOf(name, ids))
  return fc.tuple(given, extra, fc.tuple(...segments)).map(([query, more, values]) => {
    let at = 0
    return { method, query: [...query, ...more], path: path.replace(/\{\w+\}/g, () => values[at++] ?? '') }
  })
}

function named(name: string) {
  return (value: Value): Given => ({ name, value })
}

function unknown(name: string): Given {
  return { name, value: { text: '1', isRight: false } }
}

/** A path parameter that is there, and one that is not. */
function segmentOf(name: string, ids: string[]): fc.Arbitrary<string> {
  const known = { id: ids, tagId: ['country:am'], number: ['1'], name: ['internal'], file: ['index.css'] }[name] ?? [
    '1',
  ]
  const odd = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => !/^\.+$/.test(text))
  return fc.oneof(
    fc.constantFrom(...known),
    odd.map((text) => encode(text)),
  )
}

const right = (text: string | number): Value => ({ text: String(text), isRight: true })
const wrong = (text: string | number): Value => ({ text: String(text), isRight: false })
const perhaps = (text: string | number): Value => ({ text: String(text), isRight: null })

/** Values by the parameter's schema, right ones, wrong ones and any text at all. */
function valuesOf({ name, schema }: Parameter): fc.Arbitrary<Value> {
  const empty = fc.constant(wrong(''))
  if (schema.enum !== undefined) {
    const { enum: known } = schema
    const other = fc.string().filter((text) => !known.includes(text))
    // `relevance` takes a search beside it.
    return fc.oneof(fc.constantFrom(...known).map(name === 'sort' ? perhaps : right), other.map(wrong), empty)
  }
  if (schema.type === 'boolean') {
    return fc.oneof(
      fc.constantFrom('true', 'false').map(perhaps),
      fc.constantFrom('1', 'yes', 'True').map(wrong),
      empty,
    )
  }
  return fc.oneof(schema.type === 'integer' ? numbersOf(schema) : textsOf(schema), empty)
}

function numbersOf({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema): fc.Arbitrary<Value> {
  const inside = fc.integer({ min: minimum, max: Math.min(maximum, 1000) })
  const outside = [fc.integer({ max: minimum - 1 }), fc.integer({ min: Math.min(maximum, 2 ** 31 - 2) + 1 })]
  const odd = fc.constantFrom('1e1', '0x1', ' 1', '+1', '01', 'one', '١')
  return fc.oneof(inside.map(maximum > 1000 ? perhaps : right), fc.oneof(...outside, odd).map(wrong))
}

/** What a text must be like beyond its length, only the server knows. */
function textsOf({ maxLength }: Schema): fc.Arbitrary<Value> {
  const texts = [fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })]
  const likely = fc.constantFrom('am', '2020-10-02', 'a OR (b', 'id,headline', 'country:am,-country:ru')
  const some = fc
    .oneof(...texts, likely)
    .filter((text) => text !== '')
    .map(perhaps)
  return maxLength === undefined ? some : fc.oneof(some, fc.constant(wrong('a'.repeat(maxLength + 1))))
}

function write({ name, value }: Given): string {
  return `${name}=${encode(value.text)}`
}

/** Half of a pair cannot be encoded: it becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}
