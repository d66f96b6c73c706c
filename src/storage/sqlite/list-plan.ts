import type { Database } from 'better-sqlite3'
import type { FacetName } from '../../domain/facet.ts'
import type { ArticleQuery, ArticleSort } from '../../domain/store.ts'
import { createNameFinder } from './highlights.ts'
import { matchExpression } from './search-match.ts'
import { ALL, languageTerm, publisherTerm } from './term-index.ts'

/** A term of a filter as the index knows it; an unknown one has number 0 and no articles. */
export type Term = { id: string; not: boolean; number: number; articles: number }

/** One condition: any of its terms holds. */
export type Group = Term[]

/** What a list without a search starts from; the other conditions are tried on each of its rows. */
export type Source =
  | { from: 'term'; group: Group } // one term's articles, walked in the order of the list
  | { from: 'terms'; group: Group } // few articles, gathered and then sorted
  | { from: 'latest' } // all articles, the last changed first

export type Plan = {
  sort: ArticleSort
  match: string | null
  groups: Group[]
  /** For each group the facet that is filtered by it; null where none of those asked for is. */
  owners: (FacetName | null)[]
  all: Group
}

/** Looks the query's names and terms up. */
export function createPlanner(db: Database) {
  const selectTerm = db.prepare<[string], { number: number; articles: number }>(
    'SELECT number, articles FROM terms WHERE id = ?',
  )
  const findNames = createNameFinder(db)
  const term = (id: string, not = false): Term => ({ id, not, number: 0, articles: 0, ...selectTerm.get(id) })

  return (query: ArticleQuery): Plan => {
    const match = query.q === null ? null : matchExpression(query.q, findNames)
    const groups = query.tags.map((terms) => terms.map(({ id, not }) => term(id, not)))
    const owners = query.tags.map((_, at) => query.facets.find(({ own }) => own === at)?.name ?? null)
    const add = (owner: FacetName, id: string) => {
      groups.push([term(id)])
      owners.push(query.facets.some(({ name }) => name === owner) ? owner : null)
    }
    if (query.language !== null) add('language', languageTerm(query.language))
    if (query.publisher !== null) add('publisher', publisherTerm(query.publisher))
    const sort = match === null && query.sort === 'relevance' ? '-published' : query.sort
    return { sort, match, groups, owners, all: [term(ALL)] }
  }
}

/** Whether all that a search finds is in the list. */
export function isUnfiltered({ groups }: Pick<Plan, 'groups'>, { from, before }: ArticleQuery): boolean {
  return groups.length === 0 && from === null && before === null
}

/** Whether nothing can match: a term has no articles. */
export function isEmpty({ groups }: Plan): boolean {
  return groups.some((group) => isPositive(group) && size(group) === 0)
}

/**
 * Where to start for a page. Walking n articles in order until `limit` of the m that match are found takes about
 * n × limit / m steps, gathering and sorting the m takes m: so gather while m² < n × limit, a few thousand at most.
 */
export function sourceOfPage({ sort, groups, all }: Plan, limit: number): Source {
  const best = smallest([all, ...groups.filter(isPositive)])
  const walk = smallest([all, ...groups.filter((group) => isPositive(group) && group.length === 1)])
  const walked = sort === '-updated' ? all : walk
  if (best !== walked && size(best) ** 2 < size(walked) * limit) return { from: 'terms', group: best }
  return sort === '-updated' ? { from: 'latest' } : { from: 'term', group: walk }
}

/** Where to start for a count: from the fewest. */
export function sourceOfCount({ groups, all }: Plan): Source {
  const best = smallest([all, ...groups.filter(isPositive)])
  return { from: best.length === 1 ? 'term' : 'terms', group: best }
}

/** The number of articles where the plan has at most one term, which knows it; null otherwise. */
export function knownCount({ groups, all }: Plan): number | null {
  const [group = all, ...further] = groups
  return further.length === 0 && group.length === 1 && isPositive(group) ? size(group) : null
}

export function isPositive(group: Group): boolean {
  return group.every((term) => !term.not)
}

/** At most so many articles. */
export function size(group: Group): number {
  return group.reduce((sum, term) => sum + term.articles, 0)
}

export function smallest(groups: readonly Group[]): Group {
  return groups.reduce((best, group) => (size(group) < size(best) ? group : best))
}
