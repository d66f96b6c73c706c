import { z } from 'zod'

/**
 * What someone saved of a news page, as it reaches Khabar. The lines of a text are its own; those of an HTML page are the
 * lines of the text that it shows, as the reader gives them, for nobody reads the lines of its source.
 */
export type Capture = {
  bytes: Uint8Array
  mediaType: MediaType
  /** The encoding that came with the bytes, as a Content-Type header names it; null where none did. */
  charset: string | null
  /** File name or the like, without folders; null where it has none. */
  name: string | null
  /** Where the page was; null where that is not known. Never fetched. */
  url: string | null
  /** When the page was saved, RFC 3339 in UTC, as a web archive's record says; null where that is not known. */
  capturedAt: string | null
}

export const MEDIA_TYPES = ['text/plain', 'text/html'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export const captureInfoSchema = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string(),
    charset: z
      .string()
      .optional()
      .meta({ description: 'The encoding that was stated with the bytes; absent where none was' }),
    bytes: z.int().min(0),
    name: z.string().nullable(),
    url: z.string().nullable(),
    capturedAt: z.iso
      .datetime()
      .nullable()
      .optional()
      .meta({ description: 'When the page was saved; null where not known, absent before 0.2' }),
    importedAt: z.iso.datetime(),
    importer: z.string().meta({ description: 'Version of the rules that read it' }),
  })
  .meta({ id: 'Capture' })
export type CaptureInfo = z.infer<typeof captureInfoSchema>

export const lineRoleSchema = z
  .enum([
    'kicker',
    'headline',
    'date',
    'author',
    'image',
    'caption',
    'credit',
    'dateline',
    'lead',
    'paragraph',
    'list-item',
    'quote',
    'heading',
    'related',
    'source',
    'furniture',
  ])
  .meta({ id: 'LineRole' })
export type LineRole = z.infer<typeof lineRoleSchema>

export const ledgerLineSchema = z
  .object({
    line: z.int().min(1).meta({ description: 'Line of the capture, from 1; of an HTML page, line of its text' }),
    role: lineRoleSchema,
    rule: z.string().meta({ description: 'The rule that gave the role' }),
    text: z.string().meta({ description: 'The line as captured' }),
  })
  .meta({ id: 'LedgerLine' })
export type LedgerLine = z.infer<typeof ledgerLineSchema>
