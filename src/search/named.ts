import type { Mention, Tag } from '../domain/tag.ts'

/** What a mention rests on that says its tag: "روسيا" is what "الجيش الروسي" speaks of. A capital or a seat is not. */
const NAMES: ReadonlySet<string> = new Set(['name', 'short-name', 'title', 'domestic-name', 'demonym'])
/** Fields whose mentions count by where they stand, whatever they rest on. */
const BESIDE: ReadonlySet<string> = new Set(['dateline', 'caption'])

/** Whether a search for a name of the tag finds the article: it says one of its names or demonyms, in whatever spelling or language. */
export function isNamed({ evidence }: Tag): boolean {
  return evidence === undefined || Object.keys(evidence).some((kind) => NAMES.has(kind) || BESIDE.has(kind))
}

/** Whether it is one of the mentions for which `isNamed` holds. */
export function isNameMention({ field, evidence }: Pick<Mention, 'field' | 'evidence'>): boolean {
  return BESIDE.has(field) || NAMES.has(evidence)
}
