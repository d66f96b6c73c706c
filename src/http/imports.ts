import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { articleSchema, parsedArticleSchema } from '../domain/article.ts'
import { type Capture, MEDIA_TYPES } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import type { Ingest } from '../domain/ingest.ts'
import type { ArticleStore } from '../domain/store.ts'
import { CACHE, JSON_TYPE, toJson } from './answer.ts'
import { readArticle } from './article-parts.ts'
import { json, type Operation, problems } from './operation.ts'
import { Complaint, flag, parameter } from './parameters.ts'
import type { Respond } from './respond.ts'
import { route } from './route.ts'
import type { Writes } from './writes.ts'

const importQuery = z.strictObject({
  dryRun: flag('`true`: answer with the article and keep nothing').default(false).meta({ default: false }),
  url: parameter({ description: 'Where the page was; kept, never fetched', format: 'uri' }, readUrl).optional(),
  name: parameter({ description: 'File name of the capture', maxLength: 255 }, readName).optional(),
})

const importSchema = z
  .object({
    data: z.union([
      z.object({ outcome: z.enum(['new', 'revised', 'unchanged']), article: articleSchema }),
      z.object({ outcome: z.literal('preview'), article: parsedArticleSchema.meta({ id: 'ParsedArticle' }) }),
    ]),
    links: z.object({ article: z.string().nullable().meta({ description: 'null for a preview' }) }),
  })
  .meta({ id: 'ImportOutcome' })

export function importCapture(store: ArticleStore, ingest: Ingest, respond: Respond, writes: Writes) {
  return route({
    schema: operation,
    async onRequest(request) {
      writes.authorise(request, 'import')
      refuseEncoded(request)
    },
    async handler(request, reply) {
      const { dryRun, url, name } = request.query
      const capture = { ...bodyOf(request), ...{ name: name ?? null, url: url ?? null, capturedAt: null } }
      const { status, document } = dryRun ? await preview(ingest, capture) : await keep(store, ingest, capture)
      const location = status === 201 && document.links.article !== null ? ['location', document.links.article] : []
      const headers = ['content-type', JSON_TYPE, 'cache-control', CACHE.none, ...location]
      respond(request, reply, { status, headers, body: toJson(document) })
      writes.done(request, { outcome: document.data.outcome, id: dryRun ? null : document.data.article.id })
    },
  })
}

type Outcome = { status: number; document: z.input<typeof importSchema> }

async function preview(ingest: Ingest, capture: Capture): Promise<Outcome> {
  const article = await ingest.preview(capture)
  return { status: 200, document: { data: { outcome: 'preview', article }, links: { article: null } } }
}

async function keep(store: ArticleStore, ingest: Ingest, capture: Capture): Promise<Outcome> {
  const { outcome, id } = await ingest.importCapture(capture)
  const document = {
    data: { outcome, article: await readArticle(store, id) },
    links: { article: `/v1/articles/${id}` },
  }
  return { status: outcome === 'new' ? 201 : 200, document }
}

const operation: Operation<typeof importQuery, z.ZodObject> = {
  operationId: 'importCapture',
  tags: ['Imports'],
  summary: 'Import a capture',
  description:
    'The body is the capture, byte for byte as it was saved: a text or an HTML page, in the encoding that Content-Type states, that the page states, or that is certain. The same bytes change nothing; the same article gets a new revision.',
  querystring: importQuery,
  body: z.string().meta({ description: 'What "select all, copy" gives of a news page, or the page as HTML' }),
  consumes: [...MEDIA_TYPES],
  security: [{ bearer: [] }],
  response: {
    200: json('Kept as a new revision, kept already, or read only (`dryRun`)', importSchema),
    201: json('Kept as a new article', importSchema),
    ...problems([
      'unauthorized',
      'forbidden',
      'withdrawn',
      'too_large',
      'unsupported_media_type',
      'no_article',
      'storage_full',
      'storage_unavailable',
    ]),
  },
}

/** The capture's bytes stay as they came: whether they are text the importer says, with the line. */
function bodyOf(request: FastifyRequest): Pick<Capture, 'bytes' | 'mediaType' | 'charset'> {
  const type = request.headers['content-type'] ?? ''
  const mediaType = MEDIA_TYPES.find((known) => type.split(';')[0]?.trim().toLowerCase() === known)
  if (mediaType !== undefined && Buffer.isBuffer(request.body))
    return { bytes: request.body, mediaType, charset: charsetOf(type) }
  throw new KhabarError(
    'unsupported_media_type',
    `The capture needs the header "Content-Type: ${MEDIA_TYPES.join('" or "Content-Type: ')}".`,
  )
}

/** What a capture may be sent as; registered for the imports alone. @throws KhabarError for a charset nobody knows */
export async function parseCapture(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  const charset = charsetOf(request.headers['content-type'] ?? '')
  if (charset === null || isEncoding(charset)) return body
  throw new KhabarError('unsupported_media_type', `A capture is sent in an encoding of the web; "${charset}" is none.`)
}

/** e.g. "windows-1256"; the label as it stands, null without one. */
function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^";\s]{1,100})/i.exec(contentType)?.[1] ?? null
}

/** Whether the Encoding Standard knows the label. */
function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function refuseEncoded(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding.toLowerCase() === 'identity') return
  throw new KhabarError(
    'unsupported_media_type',
    `A capture is sent as it is, not in the content encoding ${encoding}.`,
  )
}

function readUrl(text: string): string {
  if (text.length <= 2048 && URL.canParse(text) && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text)) return text
  throw new Complaint('invalid', 'must be an absolute http or https address of at most 2048 characters')
}

function readName(text: string): string {
  if (text.length <= 255 && !/[/\\\p{Cc}]/u.test(text)) return text
  throw new Complaint('invalid', 'must be a file name without folders, of at most 255 characters')
}
