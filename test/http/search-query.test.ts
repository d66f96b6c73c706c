import fc from 'fast-check'
import t from 'tap'
import type { Fault } from '../../src/domain/error.ts'
import type { SearchNode } from '../../src/domain/search.ts'
import { Complaint } from '../../src/http/parameters.ts'
import { parseSearch } from '../../src/http/search-query.ts'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { SEED } from '../storage/contract/parts.ts'

/** The tree as a text that shows its structure. */
function shown(node: SearchNode): string {
  if (node.type === 'word') return node.text
  if (node.type === 'phrase') return `"${node.text}"`
  if (node.type === 'not') return `not ${shown(node.node)}`
  return `${node.type}(${node.nodes.map(shown).join(', ')})`
}

const TREES: [q: string, tree: string][] = [
  ['هدنة', 'هدنة'],
  ['وقف القتال', 'and(وقف, القتال)'],
  ['وقف AND القتال', 'and(وقف, القتال)'],
  ['a OR b c', 'or(a, and(b, c))'],
  ['(a OR b) c', 'and(or(a, b), c)'],
  ['a -b', 'and(a, not b)'],
  ['-b a', 'and(not b, a)'],
  ['a -(b OR c)', 'and(a, not or(b, c))'],
  ['a -"b c"', 'and(a, not "b c")'],
  ['"وقف إطلاق النار" غزة', 'and("وقف إطلاق النار", غزة)'],
  ['«وقف إطلاق النار»', '"وقف إطلاق النار"'],
  ['"word"', '"word"'],
  ['Nagorno-Karabakh', '"Nagorno-Karabakh"'],
  ['U.S. envoy', 'and("U.S.", envoy)'],
  ['rock & roll', 'and(rock, roll)'],
  ['paris - london', 'and(paris, london)'],
  ['or and not', 'and(or, and, not)'],
  ['a"b"', 'and(a, "b")'],
  ['((a))', 'a'],
]

t.test('a search is read as a tree', async (t) => {
  for (const [q, tree] of TREES) t.equal(shown(parseSearch(q)), tree, q)
})

const FAULTS: [q: string, code: string, message: RegExp][] = [
  ['"وقف', 'syntax', /a quotation mark that is not closed, at character 1/],
  ['a (b', 'syntax', /a '\(' that is not closed, at character 3/],
  ['a) b', 'syntax', /a '\)' without its '\(', at character 2/],
  ['a OR', 'syntax', /needs a word here, at character 5/],
  ['OR a', 'syntax', /needs a word here, at character 1/],
  ['a ()', 'syntax', /needs a word here, at character 4/],
  ['AND a', 'syntax', /'AND' without a word before it, at character 1/],
  ['a AND', 'syntax', /'AND' without a word behind it, at character 6/],
  ['-a', 'syntax', /a word that must occur beside those that must not, at character 1/],
  ['a OR -b', 'syntax', /a word that must occur .*, at character 6/],
  ['« ، » ...', 'no_word', /a word to look for/],
  [`${'('.repeat(17)}a${')'.repeat(17)}`, 'syntax', /more than 16 deep, at character 18/],
  [Array.from({ length: 33 }, (_, at) => `w${at}`).join(' '), 'too_many', /more than 32 words and phrases, not 33/],
  ['a'.repeat(501), 'too_long', /longer than 500 characters/],
]

t.test('what is wrong with a search is told with its place', async (t) => {
  for (const [q, code, message] of FAULTS) {
    try {
      parseSearch(q)
      t.fail(`no complaint: ${q}`)
    } catch (error) {
      t.match(error, { fault: { code }, message }, q)
    }
  }
})

t.test('any text is a tree or a complaint', async () => {
  const pieces = fc.constantFrom('"', '(', ')', '-', ' ', 'OR', 'AND', 'هدنة', 'x', '«', '--', '\ud800', '*')
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseSearch(text)
      } catch (error) {
        if (!(error instanceof Complaint)) throw error
      }
    }),
    { seed: SEED, numRuns: 2000 },
  )
})

/** Requests that are sent; 10,000 take half a minute, KHABAR_RUNS=10000 sends them. */
const REQUESTS = Number(process.env.KHABAR_RUNS ?? 2500)

t.test('any text as q is answered, or refused with what is wrong where', async (t) => {
  const { app, store } = await openTestApp(t, {
    drafts: [makeDraft({ headline: 'هدنة في المدينة', paragraphs: ['a b c'] })],
  })
  await store.saveTagNames([])
  const pieces = fc.constantFrom(
    ...'"«»()-*:^{}+,\u0000\ud800\u202e%\\;',
    'OR',
    'AND',
    'NOT',
    'NEAR(',
    ' ',
    'هدنة',
    'a',
    '٣',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(pieces, { maxLength: 80 }).map((all) => all.join('')),
  )
  /** As a browser escapes it, or with bytes that are no UTF-8: lone surrogates, cut sequences, escapes that are none. */
  const encoded = fc.oneof(
    { weight: 4, arbitrary: texts.map((text) => new URLSearchParams({ q: text }).toString().slice(2)) },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 30 })
        .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom('%ED%A0%80', '%', '%zz', '%C0%AF', '%00', '%F0%9F', '+', 'a'))
        .map((all) => all.join('')),
    },
  )
  const seed = Number(process.env.KHABAR_SEED ?? SEED)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(encoded, async (q) => {
      const { statusCode, headers, body } = await app.inject(`/v1/articles?q=${q}&highlight=true`)
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
      if (statusCode === 200) return
      if (statusCode !== 400) throw new Error(`${statusCode} for ${q}`)
      if (headers['content-type'] !== 'application/problem+json') throw new Error(`${headers['content-type']} for ${q}`)
      assertPlace(JSON.parse(body), q)
    }),
    { seed, numRuns: REQUESTS },
  )
  t.comment(`seed ${seed}: ${[...statuses].map(([status, count]) => `${count} times ${status}`).join(', ')}`)
  t.ok((statuses.get(200) ?? 0) > REQUESTS / 10 && (statuses.get(400) ?? 0) > REQUESTS / 10, 'both occur')
})

/** A fault of syntax names a character that is in the text, or the one behind it. */
function assertPlace({ errors = [] }: { errors?: Fault[] }, q: string): void {
  for (const { code, detail = '' } of errors.filter(({ code }) => code === 'syntax')) {
    const at = Number(/ at character (\d+)/.exec(detail)?.[1])
    const text = new URLSearchParams(`q=${q}`).get('q') ?? ''
    if (!(at >= 1 && at <= text.trim().length + 1)) throw new Error(`${code} at ${at} of "${text}": ${detail}`)
  }
}
