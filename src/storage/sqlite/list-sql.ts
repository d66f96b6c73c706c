import type { ArticleQuery, ArticleSort } from '../../domain/store.ts'
import type { Cursor } from './cursor.ts'
import type { Group, Plan, Source } from './list-plan.ts'

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
  search: () => 'found CROSS JOIN articles s ON s.number = found.number WHERE true',
  term: () => 'article_terms s WHERE s.term = ?',
  terms: (terms) => `
    (SELECT DISTINCT number FROM article_terms WHERE term IN (${terms})) found
    CROSS JOIN articles s ON s.number = found.number WHERE true`,
  latest: () => 'articles s WHERE s.withdrawn = 0',
}

/**
 * What is shown of an article, and where it is. As bytes: to make strings of what is only sent on takes ten times as long as
 * all the rest of a page.
 */
const SHAPES: Record<ArticleQuery['shape'], { column: string; table: string }> = {
  item: { column: 'CAST(item AS BLOB) AS item', table: 'items' },
  // The body is {"data":…}: without its first eight characters and its last.
  article: { column: 'substr(body, 9, length(body) - 9) AS item', table: 'documents' },
}

/** One article by its number, as lists show it. */
export function itemSql(shape: ArticleQuery['shape']): string {
  return `SELECT ${SHAPES[shape].column} FROM ${SHAPES[shape].table} WHERE article = ?`
}

/** A page: each row has `key`, `id` and `item`; in ascending order in both directions, see `cutPage`. */
export function pageSql(plan: Plan, source: Source, cursor: Cursor | null, query: ArticleQuery): Sql {
  const key = KEYS[plan.sort]
  const [than, order] = cursor?.back ? ['<', 'DESC'] : ['>', 'ASC']
  const { column, low, high } = dateRange(plan.sort, query)
  const start = cursor ?? { key: key === column ? low : Number.NEGATIVE_INFINITY, id: '' }
  // The unary plus keeps SQLite from seeking by that bound: the cursor is never outside it, and among equal keys closer.
  const dates = cursor?.back ? `${column} >= ? AND +${column} <= ?` : `+${column} >= ? AND ${column} <= ?`
  const { column: item, table } = SHAPES[query.shape]
  const found = where(source, plan.groups, { sql: dates, values: [low, high] })
  return {
    sql: `
      WITH ${foundSql(source, plan.sort)} page AS (
        SELECT s.number, s.id, ${key} AS key FROM ${found.sql} AND (${key}, s.id) ${than} (?, ?)
        ORDER BY ${key} ${order}, s.id ${order} LIMIT ?
      )
      SELECT page.key, page.id, ${item} FROM page JOIN ${table} ON article = page.number ORDER BY page.key, page.id`,
    values: [...found.values, start.key, start.id, query.limit + 1],
  }
}

/** What a search found, each article ranked once and only where the order asks for it: `bm25` is what takes the time. */
function foundSql({ from }: Source, sort: ArticleSort): string {
  if (from !== 'search') return ''
  const key = sort === 'relevance' ? RELEVANCE : 'NULL'
  return `found (number, key) AS MATERIALIZED (SELECT rowid, ${key} FROM search WHERE search MATCH ?),`
}

export function countSql(plan: Plan, source: Source, query: ArticleQuery): Sql {
  const { column, low, high } = dateRange('-published', query)
  const found = where(source, plan.groups, { sql: `${column} BETWEEN ? AND ?`, values: [low, high] })
  return {
    sql: `WITH ${foundSql(source, '-published')} total AS (SELECT count(*) AS total FROM ${found.sql}) SELECT total FROM total`,
    values: found.values,
  }
}

function where(source: Source, groups: Group[], dates: Sql): Sql {
  const start = 'match' in source ? [source.match] : 'group' in source ? source.group.map((term) => term.number) : []
  const rest = groups.filter((group) => !('group' in source) || group !== source.group)
  const marks = start.map(() => '?').join(', ')
  return {
    sql: [SOURCES[source.from](marks), dates.sql, ...rest.map(conditionOf)].join(' AND '),
    values: [...start, ...dates.values, ...rest.flatMap((group) => group.map((term) => term.number))],
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
