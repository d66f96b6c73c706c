import type { ArticleQuery, ArticleSort } from '../../domain/store.ts'
import type { Cursor } from './cursor.ts'
import { type Group, isUnfiltered, type Plan, type Source } from './list-plan.ts'

/**
 * A piece of SQL and the values of its question marks. The SQL is put together from the constants of this file alone;
 * whatever came from outside is a value.
 */
export type Sql = { sql: string; values: (string | number)[] }

type Dates = Pick<ArticleQuery, 'from' | 'before'>

/** The sort key of undated articles, see the migration. */
export const UNDATED = Number.MAX_SAFE_INTEGER

/**
 * By the columns of the index: a word in the headline weighs as much as eight in the body, one in a heading or the first
 * paragraph as three; a stem half of the word itself, a name by another spelling two.
 */
export const RELEVANCE = 'bm25(search, 8.0, 3.0, 1.0, 4.0, 1.5, 0.5, 2.0)'

/** Every list goes up by one of these, then by id. */
export const KEYS: Record<ArticleSort, string> = {
  '-published': 's.newest',
  published: 's.oldest',
  '-updated': 's.latest',
  relevance: 'found.key',
}

/** Each names its row `s`. CROSS JOIN keeps SQLite from starting at the other end. */
const SOURCES: Record<Source['from'], (terms: string) => string> = {
  term: () => 'article_terms s WHERE s.term = ?',
  terms: (terms) => `
    (SELECT DISTINCT number FROM article_terms WHERE term IN (${terms})) found
    CROSS JOIN articles s ON s.number = found.number WHERE true`,
  latest: () => 'articles s WHERE s.withdrawn = 0',
}

/** A page of a list: each row has `number`, `id` and `key`; in the order that the list is walked in, back from a cursor that is `back`. */
export function pageSql(plan: Plan, source: Source, cursor: Cursor | null, query: ArticleQuery): Sql {
  const key = KEYS[plan.sort]
  const [than, order] = cursor?.back ? ['<', 'DESC'] : ['>', 'ASC']
  const { column, low, high } = dateRange(plan.sort, query)
  const start = cursor ?? { key: key === column ? low : Number.NEGATIVE_INFINITY, id: '' }
  // The unary plus keeps SQLite from seeking by that bound: the cursor is never outside it, and among equal keys closer.
  const dates = cursor?.back ? `${column} >= ? AND +${column} <= ?` : `+${column} >= ? AND ${column} <= ?`
  const found = where(source, plan.groups, { sql: dates, values: [low, high] })
  return {
    sql: `
      SELECT s.number, s.id, ${key} AS key FROM ${found.sql} AND (${key}, s.id) ${than} (?, ?)
      ORDER BY ${key} ${order}, s.id ${order} LIMIT ?`,
    values: [...found.values, start.key, start.id, query.limit + 1],
  }
}

/** All that a search finds: each row is `number` and `key`. `bm25` is what takes the time, so it is asked for once and only where the order needs it. */
export function searchSql({ sort, groups }: Plan, match: string, query: ArticleQuery): Sql {
  const ranked = `SELECT rowid AS number, ${sort === 'relevance' ? RELEVANCE : 'NULL'} AS key FROM search WHERE search MATCH ?`
  if (sort === 'relevance' && isUnfiltered({ groups }, query)) return { sql: ranked, values: [match] }
  const { column, low, high } = dateRange(sort, query)
  const dates = { sql: `${column} BETWEEN ? AND ?`, values: [low, high] }
  const found = conditions('found CROSS JOIN articles s ON s.number = found.number WHERE true', dates, groups)
  return {
    sql: `WITH found AS MATERIALIZED (${ranked}) SELECT s.number, ${KEYS[sort]} AS key FROM ${found.sql}`,
    values: [match, ...found.values],
  }
}

export function countSql(plan: Plan, source: Source, query: ArticleQuery): Sql {
  const { column, low, high } = dateRange('-published', query)
  const found = where(source, plan.groups, { sql: `${column} BETWEEN ? AND ?`, values: [low, high] })
  return { sql: `SELECT count(*) AS total FROM ${found.sql}`, values: found.values }
}

function where(source: Source, groups: Group[], dates: Sql): Sql {
  const start = 'group' in source ? source.group.map((term) => term.number) : []
  const rest = groups.filter((group) => !('group' in source) || group !== source.group)
  const { sql, values } = conditions(SOURCES[source.from](start.map(() => '?').join(', ')), dates, rest)
  return { sql, values: [...start, ...values] }
}

function conditions(start: string, dates: Sql, groups: Group[]): Sql {
  return {
    sql: [start, dates.sql, ...groups.map(conditionOf)].join(' AND '),
    values: [...dates.values, ...groups.flatMap((group) => group.map((term) => term.number))],
  }
}

function conditionOf(group: Group): string {
  const terms = group.map(
    ({ not }) =>
      `${not ? 'NOT ' : ''}EXISTS (SELECT 1 FROM article_terms t WHERE t.term = ? AND t.newest = s.newest AND t.id = s.id)`,
  )
  return `(${terms.join(' OR ')})`
}

/**
 * The dates as a range, inclusive, of the key that the list goes by, so that one index serves both. Without dates
 * undated articles are in the range, with any they are not.
 */
export function dateRange(sort: ArticleSort, { from, before }: Dates): { column: string; low: number; high: number } {
  const last = from === null && before === null ? UNDATED : UNDATED - 1
  if (sort === 'published')
    return { column: 's.oldest', low: from ?? -UNDATED, high: before === null ? last : before - 1 }
  return { column: 's.newest', low: before === null ? -UNDATED : 1 - before, high: from === null ? last : -from }
}
