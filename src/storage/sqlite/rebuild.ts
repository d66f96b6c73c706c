import type { Database } from 'better-sqlite3'
import { INDEX_VERSION } from './text-index.ts'

/** A search index that is being made. `after`: articles with numbers up to this are in it. */
export type Rebuild = { version: number; after: number }

/**
 * The search index that is to follow the present one: a table like `search` and how far it is filled. Both are made when
 * it is begun and gone when it is done, so that neither is in a migration. Every function expects to run inside a
 * transaction.
 */
export function createRebuild(db: Database) {
  const selectTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_rebuild'")
  const selectNext = () => db.prepare<[], Rebuild>('SELECT version, after FROM search_rebuild')
  let prepared: ReturnType<typeof selectNext> | null = null

  /** null where there is none. */
  function current(): Rebuild | null {
    if (selectTable.get() === undefined) {
      prepared = null
      return null
    }
    prepared ??= selectNext()
    return prepared.get() ?? null
  }

  function drop(): void {
    db.exec('DROP TABLE IF EXISTS search_rebuild; DROP TABLE IF EXISTS search_next')
  }

  return {
    current,
    /** Whether the article's words are in the new index already: then what happens to them happens there, too. */
    hasReached(number: number): boolean {
      const rebuild = current()
      return rebuild !== null && rebuild.version === INDEX_VERSION && number <= rebuild.after
    },
    /** Begins from the first article, whatever was begun before. */
    begin() {
      drop()
      const sql = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'search'").pluck().get() as string
      db.exec(sql.replace(/\bsearch\b/, 'search_next'))
      db.exec(`
        CREATE TABLE search_rebuild (
          one     INTEGER PRIMARY KEY CHECK (one = 1),
          version INTEGER NOT NULL, -- of the rules it is made by
          after   INTEGER NOT NULL  -- the number of the last article that was put in
        ) STRICT;
        INSERT INTO search_rebuild VALUES (1, ${INDEX_VERSION}, 0)
      `)
    },
    reach(after: number) {
      db.prepare('UPDATE search_rebuild SET after = ?').run(after)
    },
    /** From now on searches go to the new index. */
    finish() {
      db.exec('DROP TABLE search; ALTER TABLE search_next RENAME TO search; DROP TABLE search_rebuild')
      db.prepare('UPDATE archive SET fold_version = ?').run(INDEX_VERSION)
    },
  }
}
