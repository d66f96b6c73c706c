import type { Database } from 'better-sqlite3'
import type { Cursor } from './cursor.ts'
import type { Row } from './order.ts'

/** An article's number and the key that it is sorted by. */
export type Ranked = [number: number, key: number]

/**
 * Cuts a page out of what a search found, of which no more is known than its keys: the id, which decides among equal keys,
 * is looked up for those articles alone that may be on the page.
 */
export function createCut(db: Database) {
  const selectId = db.prepare<[number: number], string>('SELECT id FROM articles WHERE number = ?').pluck()

  /** At most `most` rows behind the cursor, or before it, in ascending order. */
  return (found: readonly Ranked[], cursor: Cursor | null, most: number): Row[] => {
    const way = cursor?.back ? -1 : 1
    const near = nearestFirst(found, cursor, way, most)
    const rows = near.map(([number, key]): Row => ({ number, key, id: selectId.get(number) as string }))
    const page = rows
      .filter((row) => cursor === null || compare(row, cursor) * way > 0)
      .sort((one, other) => compare(one, other) * way)
      .slice(0, most)
    return cursor?.back ? page.reverse() : page
  }
}

/** Those beyond the key of the cursor, as many as asked for, with all whose key is the cursor's or the last one's. */
function nearestFirst(found: readonly Ranked[], cursor: Cursor | null, way: 1 | -1, most: number): Ranked[] {
  const beyond = cursor === null ? [...found] : found.filter(([, key]) => key * way >= cursor.key * way)
  const near = beyond.sort(([, one], [, other]) => (one - other) * way)
  const tied = cursor === null ? 0 : near.filter(([, key]) => key === cursor.key).length
  let end = Math.min(near.length, tied + most)
  while (end > 0 && end < near.length && near[end]?.[1] === near[end - 1]?.[1]) end++
  return near.slice(0, end)
}

function compare(one: Pick<Row, 'key' | 'id'>, other: Pick<Row, 'key' | 'id'>): number {
  return one.key - other.key || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}
