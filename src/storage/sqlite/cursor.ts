import { KhabarError } from '../../domain/error.ts'
import { sha256 } from './hash.ts'

/** Where a row stands in its list: lists go up by `part`, 0 where there is but one, then by `key`, then by `id`. */
export type Position = { part?: number; key: number; id: string }

/** A page's edge: the rows after the position, or with `back` those before it. */
export type Cursor = Required<Position> & { back: boolean }

/** Far longer than any cursor of ours, short enough to decode without a thought. */
const MAX_LENGTH = 500

/** Tells one list from another; a cursor is valid only in its own. */
export function hashList(query: unknown): string {
  return sha256('base64url', JSON.stringify(query)).slice(0, 12)
}

export function encodeCursor(list: string, { part, key, id, back }: Cursor): string {
  return Buffer.from(JSON.stringify([list, back, part, key, id])).toString('base64url')
}

/** @throws KhabarError 'invalid_cursor' for whatever `encodeCursor` did not make for this list */
export function decodeCursor(list: string, text: string | null): Cursor | null {
  if (text === null) return null
  const cursor = text.length > MAX_LENGTH ? null : parseCursor(list, Buffer.from(text, 'base64url').toString())
  if (cursor === null || encodeCursor(list, cursor) !== text) {
    throw new KhabarError('invalid_cursor', 'The cursor does not belong to this query; start without a cursor')
  }
  return cursor
}

function parseCursor(list: string, json: string): Cursor | null {
  try {
    const [of, back, part, key, id] = JSON.parse(json) as unknown[]
    if (of !== list || typeof back !== 'boolean' || typeof id !== 'string') return null
    return typeof part === 'number' && typeof key === 'number' ? { back, part, key, id } : null
  } catch {
    return null // neither JSON nor a list
  }
}

/** Cuts `rows`, one more than fit if there are more, in ascending order whatever the direction, to a page with cursors. */
export function cutPage<Row extends Position>(list: string, cursor: Cursor | null, limit: number, rows: Row[]) {
  const back = cursor?.back ?? false
  const more = rows.length > limit
  const shown = back ? rows.slice(-limit) : rows.slice(0, limit)
  const edge = (row: Row | undefined, back: boolean) =>
    row ? encodeCursor(list, { part: row.part ?? 0, key: row.key, id: row.id, back }) : null
  return {
    rows: shown,
    next: back || more ? edge(shown.at(-1), false) : null,
    prev: (back ? more : cursor !== null) ? edge(shown[0], true) : null,
  }
}
