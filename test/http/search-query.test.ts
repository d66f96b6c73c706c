import fc from 'fast-check'
import t from 'tap'
import type { SearchNode } from '../../src/domain/search.ts'
import { Complaint } from '../../src/http/parameters.ts'
import { parseSearch } from '../../src/http/search-query.ts'
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
