import { isDeepStrictEqual } from 'node:util'
import { type Article, articleSchema } from '../../domain/article.ts'
import { isAbout } from '../../domain/tag.ts'
import { etagOf, hashOf, parseBody, serialiseItem } from './document.ts'
import { sortKey } from './instant.ts'
import { termsOf } from './term-index.ts'

/** An article with its document, whose columns are null where it is missing. */
export type DocumentRow = {
  number: number
  id: string
  revision: number
  withdrawn: 0 | 1
  purged: 0 | 1
  published: number | null
  updated: number
  capture: string | null
  etag: string | null
  hash: string
  body: Buffer
  item: string | null
  mentions: string
  candidates: string
}

/**
 * What is wrong with the document.
 * @param targets what its links resolve to, by number
 * @param hasTerm whether a filter by the term finds the article
 */
export function* faultsOfDocument(
  row: DocumentRow,
  targets: ReadonlyMap<number, string>,
  hasTerm: (term: string) => boolean,
): Generator<string> {
  if (row.purged) {
    if (row.etag !== null || row.item !== null) yield 'it was purged, but its document is there'
    return
  }
  if (row.etag === null || row.item === null) return yield 'it has no document'
  if (etagOf(row.body) !== row.etag) yield 'the document does not have its hash'
  if (hashOf(row.item, row.mentions, row.candidates) !== row.hash)
    yield 'the list item, the mentions or the candidates do not have their hash'
  const parsed = articleSchema.safeParse(parseBody(row.body))
  if (!parsed.success) return yield `the document breaks the schema: ${parsed.error.issues[0]?.path.join('.')}`
  const article = parsed.data
  if (article.id !== row.id || article.revision !== row.revision) yield 'the document is of another article or revision'
  if (sortKey(article.published) !== row.published || Date.parse(article.updatedAt) !== row.updated) {
    yield 'lists have it at another instant than the document'
  }
  if (!isCaptureOf(row.capture, article)) yield 'its current capture is described otherwise than in the document'
  if (serialiseItem(article) !== row.item) yield 'the list item does not agree with the document'
  if (article.related.some((link) => link.article !== (targets.get(link.number) ?? null))) {
    yield 'a related link does not say what it resolves to'
  }
  if (row.withdrawn) return
  for (const term of termsOf(article, article.tags.filter(isAbout))) {
    if (!hasTerm(term)) yield `a filter by "${term}" does not find it`
  }
}

/** Whether the archive describes the article's capture, as `CAPTURE` selects it, as the document does. */
function isCaptureOf(kept: string | null, { capture, headline, published }: Article): boolean {
  const { sha256, mediaType, charset = null, bytes, name, url, capturedAt, importedAt, importer } = capture
  const described = [
    sha256,
    mediaType,
    charset,
    bytes,
    name,
    url,
    capturedAt,
    importedAt,
    importer,
    headline,
    published,
  ]
  return kept === null || isDeepStrictEqual(JSON.parse(kept), described)
}

/** The current capture of an article of the row `a`, as JSON; NULL where it is missing, which the index's check tells. */
export const CAPTURE = `(
  SELECT json_array(sha256, media_type, charset, size, name, url, captured_at, imported_at, importer, headline, json(published))
  FROM captures c WHERE c.article = a.number AND c.revision = a.revision)`
