import { z } from 'zod'
import { tagFieldSchema } from './tag.ts'

/** The parts of an article that a search looks through. */
export const searchedFieldSchema = tagFieldSchema.exclude(['related']).meta({ id: 'SearchedField' })
export type SearchedField = z.infer<typeof searchedFieldSchema>

/** Where a text stands in its article. */
const placeShape = {
  field: searchedFieldSchema,
  section: z.int().min(1).optional(),
  block: z.int().min(1).optional().meta({ description: 'Counts all blocks of the section, from 1' }),
  image: z.int().min(1).optional().meta({ description: 'The image whose caption it is in, from 1' }),
}

export const highlightSchema = z
  .object({
    ...placeShape,
    start: z.int().min(0).meta({ description: 'UTF-16 offset of the passage in that text as served' }),
    end: z.int().min(1),
    length: z
      .int()
      .min(1)
      .meta({ description: 'Of the whole text: there is more behind a passage that ends before it' }),
    parts: z
      .array(z.object({ text: z.string().min(1), hit: z.literal(true).optional() }))
      .min(1)
      .meta({ description: 'The passage in order, `text.slice(start, end)` when joined; plain text, never HTML' }),
  })
  .meta({ id: 'Highlight', description: 'A passage that shows what a search found' })
export type Highlight = z.infer<typeof highlightSchema>

/** Passages of one article, and UTF-16 units of one, unless it is the headline, which is shown whole. */
export const MAX_HIGHLIGHTS = 3
export const MAX_HIGHLIGHT_LENGTH = 200
/** UTF-16 units of an article that are looked through for passages: some eight thousand words. */
export const MAX_HIGHLIGHTED_TEXT = 50_000
