import { resolve } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { ArchiveFault } from '../../domain/store.ts'
import { findFaults } from './check.ts'
import { WORD_LIST } from './check-words.ts'
import { unavailable } from './errors.ts'
import { inspectFile } from './inspect.ts'
import { listMigrations, type Migration, schemaVersion } from './migrate.ts'
import { refuseUnreadable } from './open.ts'

const BUSY_TIMEOUT = 5000

/**
 * An archive of any version to look at: nothing about the file changes, and it may lie where nothing can be written.
 * @throws KhabarError 'storage_unavailable'
 */
export function openForReading(file: string): Database {
  const path = resolve(file)
  return refuseUnreadable(path, () => {
    if (!inspectFile(path, Number.POSITIVE_INFINITY)) throw unavailable(path, 'is missing or empty; check the path')
    const db = new Sqlite(path, { readonly: true, fileMustExist: true })
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
    return db
  })
}

/**
 * The migrations of the folder that the archive in `file` still needs; all of them where there is no archive.
 * @throws KhabarError 'storage_unavailable' for a file that is not ours or newer
 */
export function findPending(file: string, folder: string): Migration[] {
  const known = listMigrations(folder)
  const path = resolve(file)
  if (!refuseUnreadable(path, () => inspectFile(path, known.length))) return known
  const db = openForReading(file)
  try {
    const version = schemaVersion(db)
    return known.filter((migration) => migration.version > version)
  } finally {
    db.close()
  }
}

/** What a check finds, and how much it looked at. */
export type Inspection = { faults: Iterable<ArchiveFault>; articles: number; captures: number; close(): void }

/**
 * Checks an archive without changing it. @throws KhabarError 'storage_unavailable' also for one that has to be migrated first
 */
export function inspectArchive(file: string, folder: string): Inspection {
  const pending = findPending(file, folder)
  const db = openForReading(file)
  if (pending.length > 0) {
    db.close()
    throw unavailable(file, 'has the schema of an older Khabar; bring it up to date with "khabar migrate"')
  }
  return { ...countsOf(db), faults: findFaults(db), close: () => db.close() }
}

/** What the archive says that it has; nothing where it is too damaged to say, of which the faults tell. */
function countsOf(db: Database): { articles: number; captures: number } {
  const none = { articles: 0, captures: 0 }
  try {
    db.exec(WORD_LIST)
    const select = db.prepare<[], typeof none>(`
      SELECT articles, captures FROM archive, terms WHERE terms.id = 'all'
    `)
    return select.get() ?? none
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return none
    throw error
  }
}
