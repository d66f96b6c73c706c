/** A stretch of a text, in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number }

/** What is closest to a date and not closer to another date. */
export function nearest<T extends Span>(spans: T[], date: Span, dates: Span[]): T | null {
  const mine = spans.filter(
    (span) =>
      (!overlaps(span, date) || isInside(span, date)) &&
      dates.every((other) => distance(span, date) <= distance(span, other)),
  )
  return mine.sort((one, other) => distance(one, date) - distance(other, date))[0] ?? null
}

function distance(one: Span, other: Span): number {
  return Math.max(one.start - other.end, other.start - one.end, 0)
}

/** e.g. "Thu Jul 18 09:30:00 GMT 2024" */
export function isInside(one: Span, other: Span): boolean {
  return one.start > other.start && one.end < other.end
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
