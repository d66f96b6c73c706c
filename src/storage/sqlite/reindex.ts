import type { Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'
import type { IndexProgress } from '../../domain/store.ts'
import { parseBody } from './document.ts'
import { unavailable } from './errors.ts'
import { createRebuild } from './rebuild.ts'
import { createSearchTable, INDEX_VERSION, indexedWords } from './text-index.ts'

/** Bytes of documents that are put in when an archive is opened: some hundred articles, a moment's work. */
const FIRST_BATCH = 2_000_000

type Row = { number: number; body: Buffer }

/** Makes the search index anew, batch by batch, while the present one serves; each function expects a transaction. */
export function createReindexing(db: Database, file: string) {
  const rebuild = createRebuild(db)
  const selectVersion = db.prepare<[], number>('SELECT fold_version FROM archive').pluck()
  const setVersion = db.prepare<[number]>('UPDATE archive SET fold_version = ?')
  const forgetNames = db.prepare('UPDATE archive SET names_hash = NULL')
  const selectLast = db.prepare<[], number>('SELECT ifnull(max(number), 0) FROM articles').pluck()
  const selectNext = db.prepare<[number], Row>(`
    SELECT number, body FROM articles JOIN documents ON article = number
    WHERE number > ? AND withdrawn = 0 ORDER BY number LIMIT 1
  `)

  /** @returns the last number that was put in, and whether there may be more */
  function fill(after: number, bytes: number): { after: number; more: boolean } {
    const table = createSearchTable(db, 'search_next')
    let left = bytes
    for (let row = selectNext.get(after); row !== undefined; row = selectNext.get(after)) {
      after = row.number
      left -= row.body.length
      addTo(table, row)
      if (left <= 0) return { after, more: true }
    }
    return { after, more: false }
  }

  function step(bytes: number): IndexProgress | null {
    const current = rebuild.current()
    if (current === null || current.version !== INDEX_VERSION) return null
    const { after, more } = fill(current.after, bytes)
    if (more) rebuild.reach(after)
    else rebuild.finish()
    return { from: current.after, done: after, total: Math.max(after, selectLast.get() ?? 0), finished: !more }
  }

  /** @throws KhabarError 'storage_unavailable' where the index was made by newer rules */
  function isOutdated(): boolean {
    const version = selectVersion.get() ?? 0
    if (version > INDEX_VERSION) throw unavailable(file, 'has an index of a newer Khabar; use the newer one')
    return version < INDEX_VERSION
  }

  /** Names are folded by the same rules: the next `saveTagNames` writes them anew. */
  function begin(): void {
    rebuild.begin()
    forgetNames.run()
  }

  return {
    step,
    begin,
    isOutdated,
    /** Begins, or goes on, where the index was made by older rules: an archive of some hundred articles is done with that. */
    start() {
      if (!isOutdated()) return // another process was faster
      if (selectLast.get() === 0) return setVersion.run(INDEX_VERSION)
      if (rebuild.current()?.version !== INDEX_VERSION) begin()
      return step(FIRST_BATCH)
    },
  }
}

/** Refuses to search where a migration left no index: an answer without most of what it should have would be wrong. */
export function createIndexGuard(db: Database): () => void {
  const selectVersion = db.prepare<[], number>('SELECT fold_version FROM archive').pluck()
  return () => {
    if (selectVersion.get() !== 0) return
    throw new KhabarError('not_indexed', 'The search index is being made; lists without q and filters work meanwhile.')
  }
}

/** A document that cannot be read is left out: `check` tells, and the others are found. */
function addTo(table: ReturnType<typeof createSearchTable>, { number, body }: Row): void {
  let words: string[]
  try {
    words = indexedWords(parseBody(body))
  } catch {
    return
  }
  table.add(number, words)
}

/** Keeps the words of articles in the index that serves, and in the one that is being made as far as it is. */
export function createTextIndex(db: Database) {
  const rebuild = createRebuild(db)
  const search = createSearchTable(db, 'search')
  const tablesOf = (number: number) =>
    rebuild.hasReached(number) ? [search, createSearchTable(db, 'search_next')] : [search]

  return {
    add(number: number, words: string[]) {
      for (const table of tablesOf(number)) table.add(number, words)
    },
    remove(number: number) {
      for (const table of tablesOf(number)) table.remove(number)
    },
  }
}
