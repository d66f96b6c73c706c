import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { type Names, parseBody, resolveRelated, serialise } from './document.ts'
import type { Links } from './links.ts'

type Row = { body: Buffer; mentions: string; candidates: string }

/** Writes what is served. */
export function createDocuments(db: Database, links: Links) {
  const upsertDocument = db.prepare<[number, string, string, Buffer, string, string]>(`
    INSERT INTO documents (article, etag, hash, body, mentions, candidates) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (article) DO UPDATE
      SET etag = excluded.etag, hash = excluded.hash, body = excluded.body, mentions = excluded.mentions,
          candidates = excluded.candidates
  `)
  const upsertItem = db.prepare<[number, string]>(`
    INSERT INTO items (article, item) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET item = excluded.item
  `)
  const setUpdated = db.prepare<[updated: number, number: number]>('UPDATE articles SET updated = ? WHERE number = ?')
  const selectDocument = db.prepare<[number], Row>('SELECT body, mentions, candidates FROM documents WHERE article = ?')

  function write(number: number, article: Article, names: Names): void {
    const { etag, hash, body, item, mentions, candidates } = serialise(article, names)
    upsertDocument.run(number, etag, hash, body, mentions, candidates)
    upsertItem.run(number, item)
    setUpdated.run(Date.parse(article.updatedAt), number)
  }

  function read(number: number): { article: Article; names: Names } | null {
    const row = selectDocument.get(number)
    return row ? { article: parseBody(row.body), names: namesOf(row) } : null
  }

  return {
    write,
    /** null for an article of this very batch, whose document comes last. */
    read,
    /** Writes the document anew, with what its links resolve to now. */
    relink(number: number, now: Date) {
      const kept = read(number)
      if (kept === null) return
      const related = resolveRelated(kept.article.related, links.targets(number))
      write(number, { ...kept.article, related, updatedAt: now.toISOString() }, kept.names)
    },
  }
}

function namesOf({ mentions, candidates }: Row): Names {
  return { tags: JSON.parse(mentions), candidates: JSON.parse(candidates) }
}
