import Sqlite from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'

/** What went wrong and what to do, by the first two parts of the driver's code, e.g. SQLITE_IOERR_WRITE → SQLITE_IOERR. */
const UNAVAILABLE: Record<string, string> = {
  SQLITE_BUSY: 'is locked by another process; try again, or stop that process',
  SQLITE_LOCKED: 'is locked; try again',
  SQLITE_READONLY: 'cannot be written; check the permissions of the file and its folder',
  SQLITE_IOERR: 'could not be read or written by the operating system; check the disk',
  SQLITE_CORRUPT: 'is damaged; restore a backup ("khabar check" says what is wrong)',
  SQLITE_NOTADB: 'is not an SQLite database; move it away or choose another file',
  SQLITE_CANTOPEN: 'cannot be opened; check the path and the permissions of the file and its folder',
  SQLITE_PERM: 'cannot be opened; check the permissions of the file and its folder',
  SQLITE_AUTH: 'cannot be opened; check the permissions of the file and its folder',
  SQLITE_PROTOCOL: 'is locked by too many processes; try again',
}

/** An error of the driver as one that callers know; anything else comes back as it is. */
export function toKhabarError(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const code = error.code.split('_').slice(0, 2).join('_')
  if (code === 'SQLITE_FULL') {
    return new KhabarError('storage_full', `No room to write "${file}"; free some disk space`, { cause: error })
  }
  const reason = UNAVAILABLE[code]
  return reason === undefined ? error : unavailable(file, reason, error)
}

export function unavailable(file: string, reason: string, cause?: unknown): KhabarError {
  return new KhabarError('storage_unavailable', `The archive "${file}" ${reason}`, { cause })
}

/** Runs `work`; what the driver throws comes out as a KhabarError. */
export function translateErrors<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toKhabarError(error, file)
  }
}
