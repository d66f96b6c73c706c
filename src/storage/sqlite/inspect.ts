import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { unavailable } from './errors.ts'
import { APPLICATION_ID, schemaVersion } from './migrate.ts'

/** The marks by which an archive is known. `blank`: a database without any table, e.g. left by a process that was killed while it made one. */
type Marks = { applicationId: number; version: number; blank: boolean }

/** The file format's header, https://sqlite.org/fileformat2.html#the_database_header */
const HEADER = { size: 100, magic: 'SQLite format 3\0', schemaCookie: 40, userVersion: 60, applicationId: 68 }

/**
 * Looks whether `file` may be opened as an archive, and changes nothing about it: the header is read without SQLite, which
 * would make files beside it; where a write-ahead log holds newer pages, they are read through a read-only connection.
 * @returns whether there is an archive; false where there is no file, an empty one or a blank database
 * @throws KhabarError 'storage_unavailable' for a file that is not ours, newer than `newest`, damaged or unreadable
 */
export function inspectFile(file: string, newest: number): boolean {
  const header = readHeader(file)
  const log = sizeOf(`${file}-wal`)
  if (header.length === 0) {
    if (log > 0) throw unavailable(file, `is empty although "${file}-wal" is not; restore both from a backup`)
    return false
  }
  const marks = marksOfHeader(file, header)
  refuseForeign(file, marks, newest)
  if (log === 0) return !marks.blank
  const current = marksOfLog(file)
  refuseForeign(file, current, newest)
  return !current.blank
}

/** As `inspectFile`, through an open connection. */
export function inspectDatabase(db: Database, file: string, newest: number): void {
  refuseForeign(file, marksOf(db), newest)
}

function marksOfLog(file: string): Marks {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return marksOf(db)
  } finally {
    db.close()
  }
}

function refuseForeign(file: string, marks: Marks, newest: number): void {
  if (marks.applicationId !== APPLICATION_ID && !(marks.applicationId === 0 && marks.version === 0 && marks.blank)) {
    throw unavailable(file, 'is a database of another program; choose another file')
  }
  if (marks.version > newest) {
    throw unavailable(
      file,
      `has schema ${marks.version}, this Khabar knows ${newest}; use the newer Khabar that made it`,
    )
  }
}

/** In one transaction: between two questions another process may make an archive of a blank file. */
function marksOf(db: Database): Marks {
  const read = db.transaction(() => ({
    applicationId: db.pragma('application_id', { simple: true }) as number,
    version: schemaVersion(db),
    blank: db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined,
  }))
  return read()
}

function marksOfHeader(file: string, header: Buffer): Marks {
  if (header.length < HEADER.size || header.toString('latin1', 0, 16) !== HEADER.magic) {
    throw unavailable(file, 'is not an SQLite database; move it away or choose another file')
  }
  return {
    applicationId: header.readInt32BE(HEADER.applicationId),
    version: header.readInt32BE(HEADER.userVersion),
    blank: header.readInt32BE(HEADER.schemaCookie) === 0,
  }
}

/** The first bytes of the file; none where there is no file. */
function readHeader(file: string): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0)
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER.size)
    return header.subarray(0, readSync(descriptor, header, 0, HEADER.size, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** Bytes; 0 where there is no such file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
