import { inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { ArchiveFault } from '../../domain/store.ts'
import { CAPTURE, type DocumentRow, faultsOfDocument } from './check-document.ts'
import { faultsOfTags } from './check-tags.ts'
import { faultsOfTombstones } from './check-tombstones.ts'
import { faultsOfWords } from './check-words.ts'
import { sha256 } from './hash.ts'
import { createLinks, TARGET } from './links.ts'

type CaptureRow = {
  number: number
  id: string
  purged: 0 | 1 | null
  sha256: string
  ledgerHash: string
  ledger: Buffer
  size: number
  bytes: Buffer
}

/** Rows held in memory at a time. */
const CHUNK = 100

/** Every fault of the archive. Where a part cannot be read any further, that is a fault too, and the next part goes on. */
export function* findFaults(db: Database): Generator<ArchiveFault> {
  const parts = {
    database: engineFaults,
    capture: captureFaults,
    document: documentFaults,
    tag: faultsOfTags,
    index: indexFaults,
  }
  for (const [what, find] of Object.entries(parts)) {
    try {
      for (const fault of find(db)) yield { what, ...fault }
    } catch (error) {
      yield { what, id: '', reason: `cannot be read further: ${reasonOf(error)}` }
    }
  }
}

type Faults = Generator<Omit<ArchiveFault, 'what'>>

/** What SQLite finds by itself; `integrity_check` looks into the search index too. */
function* engineFaults(db: Database): Faults {
  for (const reason of db.prepare<[], string>('PRAGMA integrity_check').pluck().all()) {
    if (reason !== 'ok') yield { id: '', reason }
  }
  for (const { table, rowid } of db.prepare<[], { table: string; rowid: number }>('PRAGMA foreign_key_check').all()) {
    yield { id: `${table} ${rowid}`, reason: 'refers to a row that is not there' }
  }
}

function captureFaults(db: Database): Faults {
  const selectChunk = db.prepare<[after: number], CaptureRow>(`
    SELECT captures.number, id || ' ' || captures.revision AS id, purged, sha256, ledger_hash AS ledgerHash, ledger, size, bytes
    FROM captures LEFT JOIN articles ON articles.number = article
    WHERE captures.number > ? ORDER BY captures.number LIMIT ${CHUNK}
  `)
  return inChunks((after) => selectChunk.all(after), faultsOfCapture)
}

function* faultsOfCapture(row: CaptureRow): Generator<string> {
  if (row.purged === 1) {
    if (row.bytes.length + row.ledger.length > 0) yield 'it was purged, but its bytes are there'
    return
  }
  const bytes = inflateRawSync(row.bytes)
  if (bytes.length !== row.size) yield 'its bytes are more or fewer than it says'
  if (sha256('hex', bytes) !== row.sha256) yield 'its bytes do not have their hash'
  if (sha256('hex', inflateRawSync(row.ledger)) !== row.ledgerHash) yield 'its ledger does not have its hash'
}

function documentFaults(db: Database): Faults {
  const selectChunk = db.prepare<[after: number], DocumentRow>(`
    SELECT number, id, revision, withdrawn, purged, published, updated, ${CAPTURE} AS capture, etag, hash, body, item, mentions,
      candidates
    FROM articles a LEFT JOIN documents ON documents.article = number LEFT JOIN items ON items.article = number
    WHERE number > ? ORDER BY number LIMIT ${CHUNK}
  `)
  const hasTerm = db.prepare<[term: string, article: number]>(`
    SELECT 1 FROM article_terms WHERE term = (SELECT number FROM terms WHERE id = ?)
      AND (newest, id) = (SELECT newest, id FROM articles WHERE number = ?)
  `)
  const links = createLinks(db)
  return inChunks(
    (after) => selectChunk.all(after),
    (row) => faultsOfDocument(row, links.targets(row.number), (term) => hasTerm.get(term, row.number) !== undefined),
  )
}

/** Each finds the rows of one table that do not agree with another. */
const DISAGREEMENTS: [reason: string, sql: string][] = [
  [
    'its count of articles is wrong',
    'SELECT id FROM terms WHERE articles <> (SELECT count(*) FROM article_terms WHERE term = terms.number)',
  ],
  [
    'the count of captures is wrong',
    "SELECT 'archive' AS id FROM archive WHERE captures <> (SELECT count(*) FROM captures)",
  ],
  [
    'its current capture is missing',
    'SELECT id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.article = a.number AND c.revision = a.revision)',
  ],
  [
    'a filter finds it in a wrong place',
    `SELECT s.id FROM article_terms s LEFT JOIN articles a USING (number)
     WHERE (a.id, a.newest, a.withdrawn) IS NOT (s.id, s.newest, 0)`,
  ],
  [
    'facets count its articles wrongly',
    `SELECT 'block ' || coalesce(kept.block, expected.block) AS id
     FROM term_blocks kept FULL JOIN expected_term_blocks expected USING (block)
     WHERE kept.articles IS NOT expected.articles`,
  ],
  [
    'it is not in the search index',
    'SELECT id FROM articles WHERE withdrawn = 0 AND number NOT IN (SELECT id FROM search_docsize)',
  ],
  [
    'the search index has it although it is not there',
    `SELECT d.id FROM search_docsize d LEFT JOIN articles ON number = d.id WHERE withdrawn IS NOT 0`,
  ],
  [
    'its link resolves to a wrong article',
    `SELECT id || ' ' || links.number AS id FROM links JOIN articles ON articles.number = article
     WHERE target IS NOT ${TARGET}`,
  ],
]

function* indexFaults(db: Database): Faults {
  for (const [reason, sql] of DISAGREEMENTS) {
    for (const { id } of db.prepare<[], { id: string | number }>(sql).iterate()) yield { id: String(id), reason }
  }
  yield* faultsOfTombstones(db)
  yield* faultsOfWords(db)
}

/** Tries each row; one that cannot even be decoded has that as its fault. */
function* inChunks<Row extends { number: number; id: string }>(
  select: (after: number) => Row[],
  faultsOf: (row: Row) => Iterable<string>,
): Faults {
  for (let rows = select(0); rows.length > 0; rows = select(rows.at(-1)?.number ?? 0)) {
    for (const row of rows) {
      try {
        for (const reason of faultsOf(row)) yield { id: row.id, reason }
      } catch (error) {
        yield { id: row.id, reason: `cannot be decoded: ${reasonOf(error)}` }
      }
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
