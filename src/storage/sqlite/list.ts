import type { Database, Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Facet } from '../../domain/facet.ts'
import type { ArticlePage, ArticleQuery } from '../../domain/store.ts'
import { createCommonSearch, type Found } from './common-search.ts'
import { type Cursor, cutPage, decodeCursor, hashList } from './cursor.ts'
import { createCut, type Ranked } from './cut.ts'
import { createFacets } from './facets.ts'
import { createHighlighting } from './highlights.ts'
import { createItemReader } from './items.ts'
import { createPlanner, isEmpty, knownCount, type Plan, size, sourceOfCount, sourceOfPage } from './list-plan.ts'
import { countSql, pageSql, searchSql } from './list-sql.ts'
import { createMatches, SEARCH_LIMITS } from './matches.ts'
import type { Row } from './order.ts'
import { createSelection } from './selection.ts'

const NONE: Found = { rows: [], total: 0 }

/** Shapes of queries whose statements are kept, and queries whose totals are. */
const STATEMENTS = 200
const TOTALS = 2000

/** @param generation tells whether the archive has changed, as the totals then have */
export function createArticleLists(db: Database, generation: () => string, limits = SEARCH_LIMITS) {
  const findPlan = createPlanner(db)
  const readItems = createItemReader(db)
  const readHighlighted = createHighlighting(db, readItems)
  const cut = createCut(db)
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
  function countOnce(list: string, count: Found['total']): number {
    if (typeof count === 'number') return count
    const key = `${generation()} ${list}`
    const total = totals.get(key) ?? count()
    totals.set(key, total)
    return total
  }

  function count(plan: Plan, query: ArticleQuery): number {
    const { sql, values } = countSql(plan, sourceOfCount(plan), query)
    return prepare<{ total: number }>(sql).get(...values)?.total ?? 0
  }

  function list(plan: Plan, query: ArticleQuery, cursor: Cursor | null): Found {
    const { sql, values } = pageSql(plan, sourceOfPage(plan, query.limit), cursor, query)
    const rows = prepare<Row>(sql).all(...values)
    const known = query.from === null && query.before === null ? knownCount(plan) : null
    return { rows: cursor?.back ? rows.reverse() : rows, total: known ?? (() => count(plan, query)) }
  }

  /** Few enough matches are all read, which tells how many there are, too. */
  function search(match: string, plan: Plan, query: ArticleQuery, cursor: Cursor | null): Found {
    const most = plan.sort === 'relevance' ? limits.rankAll : limits.ranked
    const areFew = size(plan.all) <= most || matches.countFew(match, most) <= most
    if (!areFew) return searchCommon(match, plan, query, cursor)
    const { sql, values } = searchSql(plan, match, query)
    const found = prepare<Ranked>(sql)
      .raw()
      .all(...values)
    return { rows: cut(found, cursor, query.limit + 1), total: found.length }
  }

  function find(plan: Plan, query: ArticleQuery, cursor: Cursor | null): Found {
    if (isEmpty(plan)) return NONE
    return plan.match === null ? list(plan, query, cursor) : search(plan.match, plan, query, cursor)
  }

  function listArticles(query: ArticleQuery): ArticlePage {
    const key = hashList(contentsOf(query))
    const cursor = decodeCursor(key, query.cursor)
    const plan = findPlan(query)
    if (plan.match !== null) matches.refuseBroad(plan.match, size(plan.all))
    const facets = facetsOf(plan, query)
    const { rows, total } = find(plan, query, cursor)
    const page = cutPage(key, cursor, query.limit, rows)
    const numbers = page.rows.map(({ number }) => number)
    const articles = query.highlight ? readHighlighted(query.shape, numbers, query.q) : readItems(query.shape, numbers)
    return {
      articles,
      total: query.countTotal ? countOnce(key, total) : null,
      next: page.next,
      prev: page.prev,
      facets,
    }
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
