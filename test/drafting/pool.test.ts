import t, { type Test } from 'tap'
import { createPool } from '../../src/drafting/pool.ts'
import { textCapture } from '../helpers/captures.ts'

const script = new URL('../helpers/stubborn-worker.js', import.meta.url)

function openPool(t: Test, size: number) {
  const pool = createPool({ size, seconds: 5, setup: { files: [], captureLimit: 0 }, script })
  t.teardown(pool.close)
  return async (name: string) => {
    const result = await pool.draft(textCapture('', name))
    return result instanceof Error ? (result.faults[0]?.code ?? result.message) : 'drafted'
  }
}

for (const size of [1, 3]) {
  t.test(`on ${size} threads one capture's end is not the others'`, async (t) => {
    const draft = openPool(t, size)
    const names = ['a', 'b', 'crash', 'c', 'hang', 'd', 'end', 'e']
    const expected = ['a', 'b', 'crashed', 'c', 'too_slow', 'd', 'crashed', 'e']
    t.strictSame(await Promise.all(names.map(draft)), expected)
    t.equal(await draft('g'), 'g', 'and the pool goes on')
  })
}

t.test('many captures wait for their turn', async (t) => {
  const draft = openPool(t, 2)
  const names = Array.from({ length: 500 }, (_, number) => String(number))
  t.strictSame(await Promise.all(names.map(draft)), names)
})

t.test('a thread that does not come up refuses what it was given, and nothing waits for ever', async (t) => {
  const broken = new URL('data:text/javascript,throw new Error("no start")')
  const pool = createPool({ size: 1, seconds: 1, setup: { files: [], captureLimit: 0 }, script: broken })
  t.teardown(pool.close)
  const results = await Promise.all([pool.draft(textCapture('')), pool.draft(textCapture(''))])
  for (const result of results) t.match(result, { code: 'no_article', faults: [{ code: 'crashed' }] })
})
