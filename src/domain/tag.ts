import { z } from 'zod'
import { actorKindSchema, type GazetteerEntry, tagIdSchema } from './gazetteer.ts'

export const tagTypeSchema = z.enum(['country', 'actor', 'place']).meta({ id: 'TagType' })
export type TagType = z.infer<typeof tagTypeSchema>

/** What a mention rests on. */
export const evidenceSchema = z
  .enum(['name', 'demonym', 'seat', 'capital', 'title', 'short-name', 'domestic-name', 'place'])
  .meta({
    id: 'Evidence',
    description:
      'A name or demonym; the seat of a government that stands for its country; a capital as a place; a short name with a title before it, or with the full name elsewhere; what its own country calls it; a place that lies in the country',
  })
export type Evidence = z.infer<typeof evidenceSchema>

/** The parts of an article that are searched for names. */
export const tagFieldSchema = z
  .enum(['headline', 'kicker', 'lead', 'body', 'heading', 'caption', 'dateline', 'related'])
  .meta({ id: 'TagField' })
export type TagField = z.infer<typeof tagFieldSchema>

/** A tag that occurs in one of these is what the article is about; the other fields only surround it. */
export const MATCHING_FIELDS: ReadonlySet<TagField> = new Set<TagField>(['headline', 'lead', 'body', 'heading'])

export const labelSchema = z.object({ ar: z.string(), en: z.string() }).meta({ id: 'Label' })
export type Label = z.infer<typeof labelSchema>

const country = z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2, lower case; null where none is known' })

/** What the mentions of a tag rest on; one beside the article's text counts by where it stands, whatever it is. */
export const evidenceCountsSchema = z
  .partialRecord(z.enum([...evidenceSchema.options, 'dateline', 'caption', 'related']), z.int().min(1))
  .meta({ id: 'EvidenceCounts', description: 'How many mentions rest on what; absent before 0.2' })
export type EvidenceCounts = z.infer<typeof evidenceCountsSchema>

/** What a tag is, apart from any article. */
const tagCore = {
  id: tagIdSchema,
  type: tagTypeSchema,
  label: labelSchema,
  code: z.string().optional().meta({ description: 'Countries: ISO 3166-1 alpha-2, upper case' }),
  kind: actorKindSchema.optional().meta({ description: 'Actors: what kind' }),
  country: country.optional().meta({ description: 'Actors: the country it acts for. Places: the country it lies in' }),
  wikidata: z.string().nullable().meta({ description: 'null where it was not checked' }),
}

export const tagSchema = z
  .object({
    ...tagCore,
    in: z.array(tagFieldSchema).meta({ description: 'The fields that it occurs in' }),
    mentions: z.int().min(1).meta({ description: 'How often it is mentioned' }),
    evidence: evidenceCountsSchema.optional(),
    score: z.number().min(0).max(1).meta({ description: 'How much the article is about it; orders the tags' }),
  })
  .meta({ id: 'Tag' })
export type Tag = z.infer<typeof tagSchema>

/** Where some words stand in the article; `text === served.slice(start, end)`. */
export const spotSchema = z.object({
  field: tagFieldSchema,
  section: z.int().min(1).optional(),
  block: z.int().min(1).optional().meta({ description: 'Counts all blocks of the section, from 1' }),
  related: z.int().min(1).optional().meta({ description: 'The number of the related link whose title it is in' }),
  image: z.int().min(1).optional().meta({ description: 'The image whose caption it is in, from 1' }),
  start: z.int().min(0).meta({ description: 'UTF-16 offset into the text as served' }),
  end: z.int().min(1),
  text: z.string(),
})
export type Spot = z.infer<typeof spotSchema>

const because = z
  .string()
  .optional()
  .meta({ description: 'What decided that it counts: words of the text, or the id whose full name stands in it' })

export const mentionSchema = spotSchema.extend({ evidence: evidenceSchema, because }).meta({ id: 'Mention' })
export type Mention = z.infer<typeof mentionSchema>

export const taggedSchema = tagSchema.extend({ mentions: z.array(mentionSchema) }).meta({ id: 'TagWithMentions' })
export type TagWithMentions = z.infer<typeof taggedSchema>

export const tagEntrySchema = z
  .object({
    ...tagCore,
    articles: z.int().min(0).meta({ description: 'How many articles a filter by this tag finds' }),
  })
  .meta({ id: 'TagEntry' })
export type TagEntry = z.infer<typeof tagEntrySchema>

export const aliasSchema = z
  .object({
    name: z.string(),
    language: z.string().nullable().meta({ description: 'null where it is not told' }),
    kind: z.enum(['name', 'short-name', 'domestic-name', 'demonym', 'ambiguous']).meta({
      description:
        'A name wherever it stands; one that counts beside a full name or a title; what its own country calls it; a nationality; a name that other words decide of',
    }),
  })
  .meta({ id: 'Alias' })
export type Alias = z.infer<typeof aliasSchema>

/** A tag apart from any article, and from how many articles it has. */
export type TagCore = Omit<TagEntry, 'articles'>

export function coreOfEntry({ id, label, kind, country, wikidata }: GazetteerEntry): TagCore {
  const colon = id.indexOf(':')
  const type = id.slice(0, colon) as TagType
  const core = { id, type, label } as TagCore
  // Key by key: spreading what may be absent takes ten times as long, and an article has dozens of tags.
  if (type === 'country') core.code = id.slice(colon + 1).toUpperCase()
  else core.country = country
  if (kind !== undefined) core.kind = kind
  core.wikidata = wikidata
  return core
}

/** The tag as the article lists it: the mentions counted. */
export function countMentions(tag: TagWithMentions): Tag {
  return { ...tag, mentions: tag.mentions.length }
}

/** Whether a filter by this tag finds the article; e.g. a related link about Iran does not make it about Iran. */
export function isAbout(tag: Pick<Tag, 'in'>): boolean {
  return tag.in.some((field) => MATCHING_FIELDS.has(field))
}
