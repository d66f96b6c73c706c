import type { Database } from 'better-sqlite3'
import type { NumberSet } from './number-set.ts'
import { BLOCK, HEAD } from './term-blocks.ts'

/**
 * What is asked of each article. Each filter is a set of bits, one for each of its terms, and holds where one of them is
 * set; those of `inverted` are set where the article does not have the term.
 */
export type Conditions = {
  filters: readonly number[]
  inverted: number
  /** The bits of each term, by its number. */
  bits: Uint32Array
  /** The range of `newest`, inclusive. */
  low: number
  high: number
  /** What a search found; null without one. */
  found: NumberSet | null
}

/** The filter that is the dates' in what a scan tells. */
export const DATES = -2
export const NONE = -1

/**
 * An article for which all holds but, at most, one filter: `failing` is its place in `filters`, `DATES` or `NONE`. Its terms
 * stand in `block` from `from` to `to`, four bytes each.
 */
export type Visit = (number: number, newest: number, failing: number, block: DataView, from: number, to: number) => void

type Block = { block: number; articles: Buffer }

/** Reads the articles of all blocks, or of those that hold one of `numbers`, and visits those for which enough holds. */
export function createScan(db: Database) {
  const selectAll = db.prepare<[], Block>('SELECT block, articles FROM term_blocks')
  const selectSome = db.prepare<[blocks: string], Block>(`
    SELECT block, articles FROM term_blocks WHERE block IN (SELECT value FROM json_each(?))
  `)

  return (conditions: Conditions, numbers: readonly number[] | null, visit: Visit): void => {
    for (const row of numbers === null ? selectAll.iterate() : selectSome.iterate(blocksOf(numbers))) {
      scanBlock(row, conditions, visit)
    }
  }
}

function blocksOf(numbers: readonly number[]): string {
  return JSON.stringify([...new Set(numbers.map((number) => Math.floor(number / BLOCK)))])
}

function scanBlock({ block, articles }: Block, conditions: Conditions, visit: Visit): void {
  const view = new DataView(articles.buffer, articles.byteOffset, articles.length)
  for (let at = 0; at < articles.length; ) {
    const number = block * BLOCK + view.getUint16(at)
    const from = at + HEAD
    const to = from + 4 * view.getUint16(at + 2)
    if (conditions.found === null || conditions.found.has(number)) {
      const newest = view.getInt32(at + 4) * 2 ** 32 + view.getUint32(at + 8)
      const failing = findFailing(conditions, newest, view, from, to)
      if (failing !== undefined) visit(number, newest, failing, view, from, to)
    }
    at = to
  }
}

/** undefined where more than one fails. */
function findFailing(
  { filters, inverted, bits, low, high }: Conditions,
  newest: number,
  view: DataView,
  from: number,
  to: number,
) {
  let failing = newest < low || newest > high ? DATES : NONE
  if (filters.length === 0) return failing
  let set = 0
  for (let at = from; at < to; at += 4) set |= bits[view.getUint32(at)] as number
  set ^= inverted
  for (let filter = 0; filter < filters.length; filter++) {
    if ((set & (filters[filter] as number)) !== 0) continue
    if (failing !== NONE) return undefined
    failing = filter
  }
  return failing
}
