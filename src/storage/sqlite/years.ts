import { FACET_VALUES, type Facet } from '../../domain/facet.ts'
import type { ArticleQuery } from '../../domain/store.ts'
import { startOfDay } from '../../language/time-zone.ts'
import { UNDATED } from './list-sql.ts'

export type Years = {
  /** @param newest an article's sort key */
  count(newest: number): void
  /** The newest year first; the one that the query's dates are in any case. */
  facet(): Facet
}

const MEAN_YEAR = 365.2425 * 86_400_000

/** Counts articles by the year that they were published in, as the clocks of the query's time zone have it. */
export function createYears({ from, before, timeZone }: Pick<ArticleQuery, 'from' | 'before' | 'timeZone'>): Years {
  const starts = new Map<number, number>()
  const counts = new Map<number, number>()

  function startOf(year: number): number {
    const start = starts.get(year) ?? startOfDay({ year, month: 1, day: 1 }, timeZone)
    starts.set(year, start)
    return start
  }

  function yearOf(published: number): number {
    let year = 1970 + Math.floor(published / MEAN_YEAR)
    while (published < startOf(year)) year--
    while (published >= startOf(year + 1)) year++
    return year
  }

  function selectedYear(): number | null {
    if (from === null || before === null) return null
    const year = yearOf(from)
    return from === startOf(year) && before === startOf(year + 1) ? year : null
  }

  return {
    count(newest) {
      if (newest === UNDATED) return
      const year = yearOf(-newest)
      counts.set(year, (counts.get(year) ?? 0) + 1)
    },
    facet() {
      const total = counts.size
      const selected = selectedYear()
      if (selected !== null && !counts.has(selected)) counts.set(selected, 0)
      const values = [...counts]
        .sort(([one], [other]) => other - one)
        .filter(([year], at) => at < FACET_VALUES || year === selected)
        .map(([year, count]) => ({ value: String(year), label: null, count, selected: year === selected }))
      return { name: 'year', total, values }
    },
  }
}
