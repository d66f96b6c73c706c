import type { Database } from 'better-sqlite3'
import type { ArticleQuery } from '../../domain/store.ts'
import { toConditions } from './conditions.ts'
import { type Group, isPositive, type Plan, size, smallest } from './list-plan.ts'
import { numberSet } from './number-set.ts'
import { type Conditions, createScan, NONE, type Visit } from './scan.ts'
import { BLOCK } from './term-blocks.ts'

/** Blocks are read one by one where fewer than one article in so many is looked at. */
const SPARSE = 2 * BLOCK

/** Scans the articles by all that is asked of them, over the blocks that can hold one. */
export function createSelection(db: Database) {
  const scan = createScan(db)
  const selectNumbers = db.prepare<[term: number], number>('SELECT number FROM article_terms WHERE term = ?').pluck()
  const lastTerm = db.prepare<[], number>('SELECT max(number) FROM terms').pluck()
  const numbersOf = (group: Group) => group.flatMap(({ number }) => selectNumbers.all(number))

  function conditionsOf(plan: Plan, query: ArticleQuery, found: readonly number[] | null): Conditions {
    return toConditions(plan, query, lastTerm.get() as number, found === null ? null : numberSet(found))
  }

  /** The few articles that a search or a filter leaves, where one does that no facet owns; null for no such few. */
  function fewOf({ groups, owners, all }: Plan, found: readonly number[] | null): readonly number[] | null {
    const isFew = (count: number) => count * SPARSE < size(all)
    if (found !== null && isFew(found.length)) return found
    const fewest = smallest([all, ...groups.filter((group, at) => owners[at] === null && isPositive(group))])
    return isFew(size(fewest)) ? numbersOf(fewest) : null
  }

  return {
    conditionsOf,
    /** Visits each article for which all holds, or all but one filter. `found`, ascending, are those of the search. */
    visit(plan: Plan, conditions: Conditions, found: readonly number[] | null, visit: Visit): void {
      scan(conditions, fewOf(plan, found), visit)
    },
    /** The numbers of those of `found` for which all holds, ascending. */
    select(plan: Plan, query: ArticleQuery, found: readonly number[]): readonly number[] {
      const selected: number[] = []
      scan(
        conditionsOf(plan, query, found),
        fewOf({ ...plan, owners: plan.groups.map(() => null) }, found),
        (number, _newest, failing) => {
          if (failing === NONE) selected.push(number)
        },
      )
      return selected
    },
  }
}

export type Selection = ReturnType<typeof createSelection>
