import type { Database } from 'better-sqlite3'
import { FACET_VALUES, type Facet, type FacetName, type FacetValue } from '../../domain/facet.ts'
import type { ArticleQuery } from '../../domain/store.ts'
import type { TagCore } from '../../domain/tag.ts'
import type { Plan, Term } from './list-plan.ts'
import { DATES, NONE } from './scan.ts'
import type { Selection } from './selection.ts'
import { createYears, type Years } from './years.ts'

/** How many articles have each term, by its number. */
type Counts = Uint32Array

/** What one scan counts: under all filters, and under all but one, by the place of that one. */
type Tally = { all: Counts; without: Map<number, Counts>; years: Years | null }

/** Counts the facets of a query in one scan: exactly, in a time that grows with the archive, 30 ms for 100,000 articles. */
export function createFacets(db: Database, selection: Selection) {
  const selectTerms = db
    .prepare<[type: string], number>('SELECT number FROM terms WHERE type = ? AND articles > 0')
    .pluck()
  const selectTerm = db.prepare<[number: number], { id: string; entry: string | null }>(
    'SELECT id, entry FROM terms WHERE number = ?',
  )

  function valuesOf(name: FacetName, tally: Tally, plan: Plan): Facet {
    const own = plan.owners.indexOf(name)
    const selected = plan.groups[own] ?? []
    const without = tally.without.get(own)
    const countOf = (term: number) => (tally.all[term] ?? 0) + (without?.[term] ?? 0)
    const found = selectTerms.all(name).filter((term) => countOf(term) > 0)
    const first = found.sort((one, other) => countOf(other) - countOf(one) || one - other).slice(0, FACET_VALUES)
    const rest = selected.filter(({ number }) => !first.includes(number))
    const chosen = new Set(selected.map(({ number }) => number))
    const values = [
      ...first.map((term) => describe(name, { number: term, id: '' }, countOf(term), chosen.has(term))),
      ...rest.map((term) => describe(name, term, countOf(term.number), true)),
    ]
    return { name, total: found.length, values }
  }

  function describe(name: FacetName, term: Pick<Term, 'number' | 'id'>, count: number, selected: boolean): FacetValue {
    const { id, entry } = selectTerm.get(term.number) ?? { id: term.id, entry: null }
    const label = entry === null ? null : (JSON.parse(entry) as TagCore).label
    return { value: id.slice(name.length + 1), label, count, selected }
  }

  /** @param found by the search, ascending; null without one */
  return (plan: Plan, query: ArticleQuery, found: readonly number[] | null): Facet[] => {
    const names = query.facets.map(({ name }) => name)
    const conditions = selection.conditionsOf(plan, query, found)
    const tally = createTally(names, plan, query, conditions.bits.length)
    selection.visit(plan, conditions, found, (_number, newest, failing, block, from, to) => {
      if (failing === NONE || failing === DATES) tally.years?.count(newest)
      const counts = failing === NONE ? tally.all : tally.without.get(failing)
      if (counts === undefined) return
      for (let at = from; at < to; at += 4) {
        const term = block.getUint32(at)
        counts[term] = (counts[term] as number) + 1
      }
    })
    return names.map((name) => (name === 'year' ? (tally.years as Years).facet() : valuesOf(name, tally, plan)))
  }
}

function createTally(names: readonly FacetName[], plan: Plan, query: ArticleQuery, terms: number): Tally {
  const owned = plan.owners.flatMap((owner, at) => (owner !== null && names.includes(owner) ? [at] : []))
  return {
    all: new Uint32Array(terms),
    without: new Map(owned.map((at) => [at, new Uint32Array(terms)])),
    years: names.includes('year') ? createYears(query) : null,
  }
}
