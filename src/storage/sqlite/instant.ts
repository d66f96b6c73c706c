import type { Published } from '../../domain/article.ts'

const OFFSET = /(Z|[+-]\d{2}:\d{2})$/

/**
 * What lists sort by: milliseconds since the epoch; null for undated. A time without an offset counts as UTC; a day as its
 * noon in UTC, so that a filter by that day finds it from nearly every time zone.
 */
export function sortKey(published: Published | null): number | null {
  if (published === null) return null
  const at = Date.parse(toInstant(published))
  return Number.isNaN(at) ? null : at
}

function toInstant({ at, precision }: Published): string {
  if (precision === 'day') return `${at}T12:00:00Z`
  return OFFSET.test(at) ? at : `${at}Z`
}
