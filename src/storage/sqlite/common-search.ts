import type { Database } from 'better-sqlite3'
import type { ArticleQuery } from '../../domain/store.ts'
import type { Cursor, Position } from './cursor.ts'
import { createCut, type Ranked } from './cut.ts'
import { isUnfiltered, type Plan, type Term } from './list-plan.ts'
import { RELEVANCE } from './list-sql.ts'
import type { Matches, SearchLimits } from './matches.ts'
import { type NumberSet, numberSet } from './number-set.ts'
import { createOrder, type Row } from './order.ts'
import type { Selection } from './selection.ts'

/** The parts of a search by relevance: what is ranked, and behind it the rest, the newest first. */
const RANK = 0
const REST = 1

/** One row more than the page has, where there are more; how many there are in all, or what counts them. */
export type Found = { rows: (Row & Position)[]; total: number | (() => number) }

/**
 * Lists a search that matches more articles than are ranked. Those are, of the articles that the filters leave, the newest
 * that match in the headline and, as far as there is room, the newest others: so a word that every article holds costs no
 * more than the look at which articles these are.
 */
export function createCommonSearch(
  db: Database,
  matches: Matches,
  selection: Selection,
  { ranked: most }: SearchLimits,
) {
  const order = createOrder(db)
  const cut = createCut(db)
  const selectRanked = db
    .prepare<[match: string, numbers: string], Ranked>(
      `SELECT rowid, ${RELEVANCE} FROM search WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    )
    .raw()

  /** Which of the selected articles to rank. */
  function chooseRanked(match: string, selected: Selected, all: Term): readonly number[] {
    const newest = (numbers: readonly number[]) =>
      order(numbers, '-published', null, most, all).map(({ number }) => number)
    if (!selected.isAll && selected.numbers().length <= most) return selected.numbers()
    const inHeadline = matches.inHeadline(match).filter(selected.has)
    if (inHeadline.length >= most) return newest(inHeadline)
    const isFirst = new Set(inHeadline)
    const others = newest(selected.numbers()).filter((number) => !isFirst.has(number))
    return [...inHeadline, ...others].slice(0, most)
  }

  function byRelevance(match: string, selected: Selected, cursor: Cursor | null, limit: number, all: Term) {
    const ranked = chooseRanked(match, selected, all)
    const readRanked = (edge: Cursor | null, count: number) => {
      if (count === 0) return []
      return cut(selectRanked.all(match, JSON.stringify(ranked)), edge, count).map((row) => ({ ...row, part: RANK }))
    }
    const readRest = (edge: Cursor | null, count: number) => {
      if (count === 0) return []
      const isRanked = new Set(ranked)
      const rest = selected.numbers().filter((number) => !isRanked.has(number))
      return order(rest, '-published', edge, count, all).map((row) => ({ ...row, part: REST }))
    }
    const inRest = cursor?.part === REST ? cursor : null
    if (cursor?.back) {
      const behind = inRest === null ? [] : readRest(inRest, limit)
      return [...readRanked(inRest === null ? cursor : LAST, limit - behind.length), ...behind]
    }
    const before = inRest === null ? readRanked(cursor, limit) : []
    return [...before, ...readRest(inRest, limit - before.length)]
  }

  return (match: string, plan: Plan, query: ArticleQuery, cursor: Cursor | null): Found => {
    const selected = selectLazily(plan, query, () => matches.all(match))
    const all = plan.all[0] as Term
    const limit = query.limit + 1
    const rows =
      plan.sort === 'relevance'
        ? byRelevance(match, selected, cursor, limit, all)
        : order(selected.numbers(), plan.sort, cursor, limit, all).map((row) => ({ ...row, part: RANK }))
    return { rows, total: () => (selected.isAll ? matches.count(match) : selected.numbers().length) }
  }

  /** What the filters leave of what was found; a first page without filters does not need to know all of it. */
  function selectLazily(plan: Plan, query: ArticleQuery, find: () => number[]): Selected {
    const isAll = isUnfiltered(plan, query)
    let kept: { numbers: readonly number[]; set: NumberSet } | null = null
    const select = () => {
      if (kept === null) {
        const numbers = isAll ? find() : selection.select(plan, query, find())
        kept = { numbers, set: numberSet(numbers) }
      }
      return kept
    }
    return { isAll, numbers: () => select().numbers, has: (number) => isAll || select().set.has(number) }
  }
}

type Selected = { isAll: boolean; numbers(): readonly number[]; has(number: number): boolean }

/** Behind every row. */
const LAST: Cursor = { part: RANK, key: Number.POSITIVE_INFINITY, id: '', back: true }
