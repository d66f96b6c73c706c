import { z } from 'zod'
import { FACETS, type Facet, type FacetName, type FacetValue } from '../domain/facet.ts'
import { type Label, labelSchema } from '../domain/tag.ts'
import { type ArticleListQuery, idsOfTags, normalise } from './article-query.ts'
import { urlOf } from './links.ts'
import { MAX_TERMS, toggleTag } from './tag-filter.ts'

const facetValueSchema = z
  .object({
    value: z.string().meta({ description: 'As the parameter of that name takes it; a year as four digits' }),
    label: labelSchema,
    count: z.int().min(0).meta({ description: "Articles that have it, under all filters but the facet's own" }),
    selected: z.boolean().meta({ description: 'Whether the filter is for it; such values are listed in any case' }),
    url: z
      .string()
      .nullable()
      .meta({
        description:
          'The list with this value selected or, where it is, without it. Of countries, actors and places, beside the others that ' +
          'are, as one more alternative; null where that would be too many. Starts at the first page',
      }),
  })
  .meta({ id: 'FacetValue' })

const facetSchema = z
  .object({
    total: z.int().min(0).meta({ description: 'How many values have an article' }),
    values: z
      .array(facetValueSchema)
      .meta({ description: 'Those of most articles first; years the newest first. Articles without one are in none' }),
  })
  .meta({ id: 'Facet' })

export const facetsSchema = z
  .partialRecord(z.enum(FACETS), facetSchema)
  .meta({ id: 'Facets', description: 'By name, those of `facet`' })

const LANGUAGES = {
  ar: new Intl.DisplayNames('ar', { type: 'language', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }),
}

/** Facets as they are sent: each value with a label and with the URL of the list that it leads to. */
export function toFacets(
  path: string,
  query: ArticleListQuery,
  facets: readonly Facet[],
): z.infer<typeof facetsSchema> {
  const parameters = { ...normalise(query), cursor: undefined }
  const withUrl = (name: FacetName, value: FacetValue) => {
    const isFull = !value.selected && isTagFacet(name) && idsOfTags(query) >= MAX_TERMS
    const url = isFull ? null : urlOf(path, { ...parameters, ...toggle(name, value, query) })
    return { ...value, label: value.label ?? labelOf(name, value.value), url }
  }
  return Object.fromEntries(
    facets.map(({ name, total, values }) => [name, { total, values: values.map((value) => withUrl(name, value)) }]),
  )
}

/** The parameters that change. */
function toggle(
  name: FacetName,
  { value, selected }: FacetValue,
  query: ArticleListQuery,
): Record<string, string | undefined> {
  if (isTagFacet(name)) return { [name]: toggleTag(name, query[name]?.groups ?? [], `${name}:${value}`) }
  if (name !== 'year') return { [name]: selected ? undefined : value }
  return selected ? { from: undefined, to: undefined } : { from: `${value}-01-01`, to: `${value}-12-31` }
}

function isTagFacet(name: FacetName): name is 'country' | 'actor' | 'place' {
  return name === 'country' || name === 'actor' || name === 'place'
}

function labelOf(name: FacetName, value: string): Label {
  if (name !== 'language') return { ar: value, en: value }
  return { ar: languageName(LANGUAGES.ar, value), en: languageName(LANGUAGES.en, value) }
}

/** @returns the code itself where it is none of a language */
function languageName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
