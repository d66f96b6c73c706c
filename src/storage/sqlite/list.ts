import type { Database, Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Facet } from '../../domain/facet.ts'
import type { ArticlePage, ArticleQuery } from '../../domain/store.ts'
import { createCommonSearch } from './common-search.ts'
import { type Cursor, cutPage, decodeCursor, hashList, type Position } from './cursor.ts'
import { createFacets } from './facets.ts'
import { createHighlighting } from './highlights.ts'
import {
  createPlanner,
  isEmpty,
  isUnfiltered,
  knownCount,
  type Plan,
  size,
  sourceOfCount,
  sourceOfPage,
} from './list-plan.ts'
import { countSql, itemSql, pageSql, type Sql } from './list-sql.ts'
import { createMatches, SEARCH_LIMITS } from './matches.ts'
import { createSelection } from './selection.ts'

type Row = Position & { item: Buffer }

const EMPTY = { items: [], next: null, prev: null }

/** Shapes of queries whose statements are kept, and queries whose totals are. */
const STATEMENTS = 200
const TOTALS = 2000

/** @param generation tells whether the archive has changed, as the totals then have */
export function createArticleLists(db: Database, generation: () => string, limits = SEARCH_LIMITS) {
  const findPlan = createPlanner(db)
  const addHighlights = createHighlighting(db)
  const matches = createMatches(db, limits)
  const selection = createSelection(db)
  const countFacets = createFacets(db, selection)
  const searchCommon = createCommonSearch(db, matches, selection, limits)
  const statements = new LRUCache<string, Statement<unknown[], unknown>>({ max: STATEMENTS })
  const totals = new LRUCache<string, number>({ max: TOTALS })

  function prepare<T>(sql: string): Statement<unknown[], T> {
    const kept = statements.get(sql)
    if (kept !== undefined) return kept as Statement<unknown[], T>
    const statement = db.prepare<unknown[], T>(sql)
    statements.set(sql, statement)
    return statement
  }

  /** Counts a list once, until the archive changes. */
  function countOnce(list: string, count: () => number): number {
    const key = `${generation()} ${list}`
    const total = totals.get(key) ?? count()
    totals.set(key, total)
    return total
  }

  function count(plan: Plan, query: ArticleQuery): number {
    const known = query.from === null && query.before === null ? knownCount(plan) : null
    return known ?? countRows(countSql(plan, sourceOfCount(plan), query))
  }

  function countRows({ sql, values }: Sql): number {
    return prepare<{ total: number }>(sql).get(...values)?.total ?? 0
  }

  /** One row more than the page has, where there are more, and what the list's total takes. */
  function read(plan: Plan, query: ArticleQuery, cursor: Cursor | null): { rows: Row[]; count: () => number } {
    const most = plan.sort === 'relevance' ? limits.rankAll : limits.ranked
    const few = plan.match === null ? 0 : matches.countFew(plan.match, most)
    if (plan.match !== null && few === Number.POSITIVE_INFINITY) {
      const { rows, count } = searchCommon(plan.match, plan, query, cursor)
      const selectItem = prepare<{ item: Buffer }>(itemSql(query.shape))
      return { rows: rows.map((row) => ({ ...row, item: selectItem.get(row.number)?.item ?? Buffer.alloc(0) })), count }
    }
    const { sql, values } = pageSql(plan, sourceOfPage(plan, query.limit), cursor, query)
    const isWhole = plan.match !== null && isUnfiltered(plan, query)
    return { rows: prepare<Row>(sql).all(...values), count: () => (isWhole ? few : count(plan, query)) }
  }

  function listArticles(query: ArticleQuery): ArticlePage {
    const list = hashList(contentsOf(query))
    const cursor = decodeCursor(list, query.cursor)
    const plan = findPlan(query)
    if (plan.match !== null) matches.refuseBroad(plan.match, size(plan.all))
    const facets = facetsOf(plan, query)
    if (isEmpty(plan)) return { ...EMPTY, total: query.countTotal ? 0 : null, facets }
    const { rows, count } = read(plan, query, cursor)
    const page = cutPage(list, cursor, query.limit, rows)
    const items = query.highlight ? addHighlights(page.rows, query.q) : page.rows.map(({ item }) => item)
    return { items, total: query.countTotal ? countOnce(list, count) : null, next: page.next, prev: page.prev, facets }
  }

  function facetsOf(plan: Plan, query: ArticleQuery): Facet[] {
    if (query.facets.length === 0) return []
    return countFacets(plan, query, plan.match === null ? null : matches.all(plan.match))
  }

  /** In one transaction, so that the page and its total are of one state of the archive. */
  return db.transaction(listArticles)
}

/** What decides which articles are in the list and in which order: neither its paging nor how it is shown. */
function contentsOf({ q, tags, language, publisher, from, before, sort }: ArticleQuery): unknown {
  return [q, tags.map((group) => group.map(({ id, not }) => [id, not])), language, publisher, from, before, sort]
}
