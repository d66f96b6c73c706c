import type { Database, Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { ArticlePage, ArticleQuery } from '../../domain/store.ts'
import { cutPage, decodeCursor, hashList } from './cursor.ts'
import { createFacets } from './facets.ts'
import { createHighlighting } from './highlights.ts'
import { createPlanner, isEmpty, knownCount, type Plan, sourceOfCount, sourceOfPage } from './list-plan.ts'
import { countSql, pageSql, type Sql } from './list-sql.ts'

type Row = { key: number; id: string; item: string }

const EMPTY = { items: [], next: null, prev: null }

/** Shapes of queries whose statements are kept, and queries whose totals are. */
const STATEMENTS = 200
const TOTALS = 2000

/** @param generation tells whether the archive has changed, as the totals then have */
export function createArticleLists(db: Database, generation: () => string) {
  const findPlan = createPlanner(db)
  const addHighlights = createHighlighting(db)
  const countFacets = createFacets(db)
  const statements = new LRUCache<string, Statement<unknown[], unknown>>({ max: STATEMENTS })
  const totals = new LRUCache<string, number>({ max: TOTALS })

  function prepare<T>(sql: string): Statement<unknown[], T> {
    const kept = statements.get(sql)
    if (kept !== undefined) return kept as Statement<unknown[], T>
    const statement = db.prepare<unknown[], T>(sql)
    statements.set(sql, statement)
    return statement
  }

  function count(plan: Plan, query: ArticleQuery, list: string): number {
    const known = query.from === null && query.before === null ? knownCount(plan) : null
    if (known !== null) return known
    const key = `${generation()} ${list}`
    const total = totals.get(key) ?? countRows(countSql(plan, sourceOfCount(plan), query))
    totals.set(key, total)
    return total
  }

  function countRows({ sql, values }: Sql): number {
    return prepare<{ total: number }>(sql).get(...values)?.total ?? 0
  }

  function listArticles(query: ArticleQuery): ArticlePage {
    const list = hashList(contentsOf(query))
    const cursor = decodeCursor(list, query.cursor)
    const plan = findPlan(query)
    const facets = query.facets.length === 0 ? [] : countFacets(plan, query)
    if (isEmpty(plan)) return { ...EMPTY, total: query.countTotal ? 0 : null, facets }
    const { sql, values } = pageSql(plan, sourceOfPage(plan, query.limit), cursor, query)
    const page = cutPage(list, cursor, query.limit, prepare<Row>(sql).all(...values))
    return {
      items: query.highlight ? addHighlights(page.rows, query.q) : page.rows.map((row) => row.item),
      total: query.countTotal ? count(plan, query, list) : null,
      next: page.next,
      prev: page.prev,
      facets,
    }
  }

  /** In one transaction, so that the page and its total are of one state of the archive. */
  return db.transaction(listArticles)
}

/** What decides which articles are in the list and in which order: neither its paging nor how it is shown. */
function contentsOf({ q, tags, language, publisher, from, before, sort }: ArticleQuery): unknown {
  return [q, tags.map((group) => group.map(({ id, not }) => [id, not])), language, publisher, from, before, sort]
}
