import type { Label } from './tag.ts'

export const FACETS = ['country', 'actor', 'place', 'language', 'publisher', 'year'] as const
export type FacetName = (typeof FACETS)[number]

/** Values of one facet in an answer, those of most articles first; the selected ones are there in any case. */
export const FACET_VALUES = 20

/**
 * A facet that is asked for. `own` is the place, in the query's `tags`, of the filter that selects its values, null where
 * none does; that of a language, a publisher or a year is the query's.
 */
export type FacetQuery = { name: FacetName; own: number | null }

/**
 * `count` is of the articles that hold under all filters but the facet's own. `value` is as a filter takes it; `label` is
 * null where there is none but the value.
 */
export type FacetValue = { value: string; label: Label | null; count: number; selected: boolean }

/** `total` is the number of values that have an article. */
export type Facet = { name: FacetName; total: number; values: FacetValue[] }
