import type { Database } from 'better-sqlite3'
import type { Published } from '../../domain/article.ts'
import type { CandidateWithMentions } from '../../domain/candidate.ts'
import { KhabarError } from '../../domain/error.ts'
import type { ArticleReference, StoredDocument } from '../../domain/store.ts'

type Row = { number: number; revision: number; withdrawn: 0 | 1; at: string | null; reason: string | null }
type ReferenceRow = Omit<ArticleReference, 'published'> & { published: string | null }

/** Reads articles by id. */
export function createArticleReader(db: Database) {
  const selectRow = db.prepare<[string], Row>(`
    SELECT number, revision, withdrawn, withdrawn_at AS at, withdrawn_reason AS reason FROM articles WHERE id = ?
  `)
  const selectDocument = db.prepare<[string], StoredDocument>(`
    SELECT etag, body FROM articles JOIN documents ON article = number WHERE id = ? AND withdrawn = 0
  `)
  const selectEtag = db
    .prepare<[string], string>(
      'SELECT etag FROM articles JOIN documents ON article = number WHERE id = ? AND withdrawn = 0',
    )
    .pluck()
  const selectMentions = db.prepare<[number], string>('SELECT mentions FROM documents WHERE article = ?').pluck()
  const selectCandidates = db.prepare<[number], string>('SELECT candidates FROM documents WHERE article = ?').pluck()
  const selectIncoming = db.prepare<[number], ReferenceRow>(`
    SELECT id, json_extract(item, '$.headline') AS headline, json_extract(item, '$.published') AS published
    FROM articles JOIN items ON items.article = number
    WHERE number IN (SELECT article FROM links WHERE target = ?) AND withdrawn = 0
    ORDER BY newest, id
  `)

  /** @throws KhabarError 'not_found' or 'withdrawn' */
  function find(id: string): Row {
    const row = selectRow.get(id)
    if (row === undefined) throw new KhabarError('not_found', `No article "${id}"`)
    if (row.withdrawn) throw withdrawn(id, row)
    return row
  }

  /** What `found` is where there is such an article, withdrawn or not. */
  function required<T>(id: string, found: T | undefined): T {
    if (found !== undefined) return found
    find(id)
    throw new Error(`The article "${id}" has no document`)
  }

  return {
    find,
    etag: (id: string): string => required(id, selectEtag.get(id)),
    document: (id: string): StoredDocument => required(id, selectDocument.get(id)),
    mentions: (id: string) => JSON.parse(selectMentions.get(find(id).number) ?? '[]'),
    candidates: (id: string): CandidateWithMentions[] => JSON.parse(selectCandidates.get(find(id).number) ?? '[]'),
    incoming: (id: string) => selectIncoming.all(find(id).number).map(toReference),
  }
}

function toReference({ published, ...row }: ReferenceRow): ArticleReference {
  return { ...row, published: published === null ? null : (JSON.parse(published) as Published) }
}

/** e.g. `The article "2020-10-02-d3146296" was withdrawn on 2026-01-02: the publisher asked for it` */
function withdrawn(id: string, { at, reason }: Row): KhabarError {
  const date = at === null ? '' : ` on ${at.slice(0, 10)}`
  const why = reason === null ? '' : `: ${reason}`
  return new KhabarError('withdrawn', `The article "${id}" was withdrawn${date}${why}`, { withdrawal: { at, reason } })
}
