import type { ArticleQuery } from '../../domain/store.ts'
import type { Group, Plan } from './list-plan.ts'
import { dateRange } from './list-sql.ts'
import type { NumberSet } from './number-set.ts'
import type { Conditions } from './scan.ts'

/** Bits of a number that a bitwise operator leaves positive. */
const MOST_TERMS = 31

/**
 * The plan's filters as bits, one for each of their terms.
 * @param terms the largest number of a term
 */
export function toConditions(plan: Plan, query: ArticleQuery, terms: number, found: NumberSet | null): Conditions {
  const { low, high } = dateRange('-published', query)
  const conditions = { filters: [] as number[], inverted: 0, bits: new Uint32Array(terms + 1), low, high, found }
  let free = 0
  for (const group of plan.groups) {
    if (free + group.length > MOST_TERMS) throw new RangeError(`A query has at most ${MOST_TERMS} terms.`)
    conditions.filters.push(addFilter(group, free, conditions))
    free += group.length
  }
  return conditions
}

/** Gives each term of the group the next bit. @returns all of them */
function addFilter(group: Group, free: number, conditions: Pick<Conditions, 'bits'> & { inverted: number }): number {
  let filter = 0
  for (const [at, { number, not }] of group.entries()) {
    const bit = 1 << (free + at)
    filter |= bit
    if (not) conditions.inverted |= bit
    if (number > 0) conditions.bits[number] = (conditions.bits[number] as number) | bit
  }
  return filter
}
