import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { LedgerLine } from '../../domain/capture.ts'
import { KhabarError } from '../../domain/error.ts'
import type { Draft, Revision, SaveResult, Source } from '../../domain/store.ts'
import { sha256 } from './hash.ts'

/** Keeps captures, byte for byte, with the ledger of what became of their lines. Both are seldom read, so deflated. */
export function createCaptureWriter(db: Database) {
  const insertCapture = db.prepare(`
    INSERT INTO captures (article, revision, sha256, media_type, charset, size, name, url, captured_at, imported_at, importer,
      headline, published, ledger_hash, ledger, bytes)
    VALUES (@article, @revision, @sha256, @mediaType, @charset, @bytes, @name, @url, @capturedAt, @importedAt, @importer,
      @headline, @published, @ledgerHash, @deflatedLedger, @deflatedBytes)
  `)
  const countCapture = db.prepare('UPDATE archive SET captures = captures + 1')

  return {
    add(article: number, revision: number, { article: { capture, headline, published }, ledger, bytes }: Draft) {
      const json = JSON.stringify(ledger)
      insertCapture.run({
        ...capture,
        charset: capture.charset ?? null,
        article,
        revision,
        headline,
        published: JSON.stringify(published),
        ledgerHash: sha256('hex', json),
        deflatedLedger: deflateRawSync(json),
        deflatedBytes: deflateRawSync(bytes),
      })
      countCapture.run()
    },
  }
}

type RevisionRow = Omit<Revision, 'capture' | 'published'> &
  Omit<Revision['capture'], 'charset'> & { published: string; charset: string | null }

export function createCaptureReader(db: Database) {
  const selectBySha256 = db.prepare<[string], Omit<SaveResult, 'outcome'>>(`
    SELECT articles.id, articles.revision
    FROM captures JOIN articles ON articles.number = captures.article WHERE sha256 = ?
  `)
  const selectSource = db.prepare<[article: number, revision: number], Source>(`
    SELECT bytes, media_type AS mediaType, charset, name, sha256 FROM captures WHERE article = ? AND revision >= ? ORDER BY revision LIMIT 1
  `)
  const selectLedger = db
    .prepare<[article: number, revision: number], Buffer>(
      'SELECT ledger FROM captures WHERE article = ? AND revision = ?',
    )
    .pluck()
  const selectRevisions = db.prepare<[article: number, current: number], RevisionRow>(`
    SELECT revision, headline, published, sha256, media_type AS mediaType, charset, size AS bytes, name, url, captured_at AS capturedAt,
      imported_at AS importedAt, importer
    FROM captures WHERE article = ? AND revision < ? ORDER BY revision DESC
  `)

  return {
    find(sha256: string): SaveResult | null {
      const row = selectBySha256.get(sha256)
      return row ? { outcome: 'unchanged', ...row } : null
    },
    /** The capture that was current when the article had the revision: the first of that number or above. */
    source(article: number, revision: number): Source {
      const source = selectSource.get(article, revision)
      if (source === undefined) throw new KhabarError('not_found', `The article has no revision ${revision}`)
      return { ...source, bytes: inflateRawSync(source.bytes) }
    },
    ledger(article: number, revision: number): LedgerLine[] {
      const ledger = selectLedger.get(article, revision)
      return ledger === undefined ? [] : JSON.parse(inflateRawSync(ledger).toString())
    },
    /** Newest first, without the current one. */
    revisions: (article: number, current: number) => selectRevisions.all(article, current).map(toRevision),
  }
}

function toRevision({ revision, headline, published, charset, ...capture }: RevisionRow): Revision {
  const stated = charset === null ? {} : { charset }
  return { revision, headline, published: JSON.parse(published), capture: { ...capture, ...stated } }
}
