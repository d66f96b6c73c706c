import type { Database } from 'better-sqlite3'
import type { Cursor } from './cursor.ts'
import type { Term } from './list-plan.ts'
import { KEYS } from './list-sql.ts'
import { numberSet } from './number-set.ts'

/** An article's place in a list. */
export type Row = { number: number; id: string; key: number }

export type ByDate = '-published' | 'published' | '-updated'

/** Where the row-by-row walk of a list reads: each row with all that it sorts by, from an index in that order. */
const LISTS: Record<ByDate, string> = {
  '-published': 'article_terms s WHERE s.term = @all',
  published: 'article_terms s WHERE s.term = @all',
  '-updated': 'articles s WHERE s.withdrawn = 0 AND @all',
}

/**
 * Puts articles in the order of a list: few are looked up and sorted, of many the list of all articles is walked until
 * enough of them came. Walking takes limit / share steps, so look up where that is more than there are articles.
 */
export function createOrder(db: Database) {
  const prepare = (sort: ByDate, from: string) => {
    const key = KEYS[sort]
    const select = (than: '<' | '>', order: 'ASC' | 'DESC') =>
      db.prepare<[object], Row>(`
        SELECT s.number, s.id, ${key} AS key FROM ${from} AND (${key}, s.id) ${than} (@key, @id)
        ORDER BY ${key} ${order}, s.id ${order}
      `)
    return { forth: select('>', 'ASC'), back: select('<', 'DESC') }
  }
  const few = 'articles s WHERE s.number IN (SELECT value FROM json_each(@numbers))'
  const statements = {
    '-published': { walk: prepare('-published', LISTS['-published']), sort: prepare('-published', few) },
    published: { walk: prepare('published', LISTS.published), sort: prepare('published', few) },
    '-updated': { walk: prepare('-updated', LISTS['-updated']), sort: prepare('-updated', few) },
  }

  /** At most `limit` rows of `numbers` behind the cursor, or before it, in ascending order. `all` is the term of all articles. */
  return (numbers: readonly number[], sort: ByDate, cursor: Cursor | null, limit: number, all: Term): Row[] => {
    if (limit === 0) return []
    const way = cursor?.back ? 'back' : 'forth'
    const edge = { key: cursor?.key ?? Number.NEGATIVE_INFINITY, id: cursor?.id ?? '' }
    const isFew = numbers.length ** 2 < all.articles * limit
    const rows = isFew
      ? statements[sort].sort[way].iterate({ ...edge, numbers: JSON.stringify(numbers) })
      : statements[sort].walk[way].iterate({ ...edge, all: all.number })
    const taken = take(rows, isFew ? null : numberSet(numbers), limit)
    return way === 'back' ? taken.reverse() : taken
  }
}

function take(rows: Iterable<Row>, of: { has(number: number): boolean } | null, limit: number): Row[] {
  const taken: Row[] = []
  for (const row of rows) {
    if (of === null || of.has(row.number)) taken.push(row)
    if (taken.length === limit) break
  }
  return taken
}
