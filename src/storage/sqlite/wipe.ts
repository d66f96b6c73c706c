import type { Database } from 'better-sqlite3'

/**
 * Runs `work`, a transaction, so that what it deletes can be found nowhere in the files: its pages are overwritten, its
 * words leave the search index instead of being crossed out there, and the log that has the old pages is emptied.
 */
export function wipe<T>(db: Database, work: () => T): T {
  const setThorough = (on: 0 | 1) => db.exec(`INSERT INTO search (search, rank) VALUES ('secure-delete', ${on})`)
  db.pragma('secure_delete = ON')
  setThorough(1)
  try {
    return work()
  } finally {
    setThorough(0)
    db.pragma('secure_delete = OFF')
    if (!db.memory) db.pragma('wal_checkpoint(TRUNCATE)')
  }
}
