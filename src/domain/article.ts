import { z } from 'zod'
import { candidateSchema, candidateWithMentionsSchema } from './candidate.ts'
import { captureInfoSchema } from './capture.ts'
import { highlightSchema } from './highlight.ts'
import { taggedSchema, tagSchema } from './tag.ts'

const lines = z
  .tuple([z.int().min(1), z.int().min(1)])
  .meta({ description: 'First and last line in the capture, from 1, inclusive' })

const text = z.string().min(1).meta({ description: 'Plain text, NFC, white space folded to single spaces' })

export const publishedSchema = z
  .object({
    at: z.string().meta({
      description:
        'RFC 3339 with the offset of the place; without an offset where no zone is known; a date where precision is day',
    }),
    timeZone: z.string().nullable().meta({ description: 'IANA name; null where only an offset or nothing is known' }),
    zoneFrom: z
      .enum(['offset', 'city', 'metadata', 'publisher'])
      .nullable()
      .meta({
        description:
          "What the offset rests on: the text beside the time, a city there, the page's metadata, or where its publisher is, " +
          'by its addresses or, where it has none (a note says so), by the countries of its language; null without an offset',
      }),
    precision: z.enum(['second', 'minute', 'day']),
    raw: z.string().meta({ description: 'As the capture has it' }),
  })
  .meta({ id: 'Instant' })
export type Published = z.infer<typeof publishedSchema>

export const datelineSchema = z
  .object({
    place: z.string().nullable(),
    source: z.string().nullable(),
    sourcing: z
      .enum(['agency', 'staff', 'compiled'])
      .nullable()
      .meta({ description: 'compiled: from several sources, e.g. متابعات or وكالات' }),
    raw: z.string(),
  })
  .meta({ id: 'Dateline' })
export type Dateline = z.infer<typeof datelineSchema>

export const imageSchema = z
  .object({
    fileName: z.string().nullable(),
    url: z.string().nullable(),
    caption: z.string().nullable(),
    credit: z.string().nullable().meta({ description: 'The credit line, as it must be printed' }),
  })
  .meta({ id: 'Image' })
export type Image = z.infer<typeof imageSchema>

export const blockSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.enum(['paragraph', 'list-item', 'quote']), text, lines }),
    z.object({
      type: z.literal('related'),
      related: z.int().min(1).meta({ description: 'Number of the link in `related`' }),
      lines,
    }),
  ])
  .meta({ id: 'Block' })
export type Block = z.infer<typeof blockSchema>

export const sectionSchema = z
  .object({
    number: z.int().min(1).meta({ description: 'Order in the article, from 1' }),
    heading: z
      .string()
      .nullable()
      .meta({ description: 'Without a trailing colon; null for text before the first heading' }),
    blocks: z.array(blockSchema),
  })
  .meta({ id: 'Section' })
export type Section = z.infer<typeof sectionSchema>

export const relatedLinkSchema = z
  .object({
    number: z.int().min(1),
    label: z.string().meta({ description: 'What introduces the link, e.g. اقرأ أيضاً' }),
    title: text,
    url: z.string().nullable(),
    article: z.string().nullable().meta({ description: 'Id of the linked article once it is in the archive' }),
    section: z.int().min(1).nullable().meta({ description: 'The section that it stands in' }),
  })
  .meta({ id: 'RelatedLink' })
export type RelatedLink = z.infer<typeof relatedLinkSchema>

export const noteSchema = z
  .object({
    rule: z.string(),
    line: z.int().min(1).nullable(),
    reason: z.string(),
  })
  .meta({ id: 'Note', description: 'What the importer doubts' })
export type Note = z.infer<typeof noteSchema>

export const articleIdSchema = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{8,64}$/)
  .meta({ id: 'ArticleId', description: 'ASCII and stable, e.g. 2020-10-02-7f3a9c1e or undated-7f3a9c1e' })

export const articleSchema = z
  .object({
    id: articleIdSchema,
    language: z.string().meta({ description: 'ISO 639 code of the body; und where it cannot be told' }),
    direction: z.enum(['rtl', 'ltr']),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    authors: z.array(z.object({ name: z.string() }).meta({ id: 'Author' })),
    kicker: z.string().nullable().meta({ description: 'The short line above the headline' }),
    headline: z.string().nullable().meta({ description: 'null where the capture has no line that could be one' }),
    published: publishedSchema.nullable(),
    updated: publishedSchema.nullable(),
    dateline: datelineSchema.nullable(),
    images: z.array(imageSchema),
    lead: z.string().nullable().meta({ description: 'The first paragraph' }),
    sections: z.array(sectionSchema),
    tags: z.array(tagSchema),
    candidates: z.array(candidateSchema).optional().meta({
      description: 'Names that are no tags: people and bodies that the gazetteer does not know; absent before 0.2',
    }),
    related: z.array(relatedLinkSchema),
    capture: captureInfoSchema,
    notes: z.array(noteSchema),
    revision: z.int().min(1),
    updatedAt: z.iso.datetime().meta({ description: 'When this document last changed' }),
  })
  .meta({ id: 'Article' })
export type Article = z.infer<typeof articleSchema>

const highlights = z
  .array(highlightSchema)
  .meta({ description: 'The passages that the search found, with `highlight=true`; the best first' })

/** The article in a list: what is long is left out unless it is asked for. */
export const LONG_FIELDS = ['sections', 'candidates', 'related', 'capture', 'notes'] as const
export const articleItemSchema = articleSchema
  .omit({ sections: true, candidates: true, related: true, capture: true, notes: true })
  .extend({ highlights: highlights.optional() })
  .meta({ id: 'ArticleItem' })
export type ArticleItem = z.infer<typeof articleItemSchema>

/** What the importer and the tagger can say; the archive adds the id, the revision and what links resolve to. */
export type ArticleDraft = Omit<Article, 'id' | 'revision' | 'updatedAt' | 'tags' | 'candidates'>

/** The article as `khabar parse` prints it: each tag with its mentions, and the candidates for tags. */
export const parsedArticleSchema = articleSchema.extend({
  tags: z.array(taggedSchema),
  candidates: z.array(candidateWithMentionsSchema),
})
export type ParsedArticle = z.infer<typeof parsedArticleSchema>
