import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'
import { toKhabarError } from './errors.ts'
import { openForReading } from './open-for-reading.ts'

/** Pages copied at a time; between two of these the process attends to signals and progress. */
const STEP = 1000

export type BackupOptions = {
  /** Told so often: pages in all, and pages still to be copied. */
  onProgress?: (total: number, remaining: number) => void
  signal?: AbortSignal
}

/**
 * Copies the archive as it is at this moment to the new file `to`, while others read and write it. The copy takes its
 * name when it is whole and on the disk; it has no log beside it, so it opens where nothing can be written.
 * @throws KhabarError 'invalid_parameter' where there is something at `to` already; whatever `signal` was aborted with
 */
export async function backupSqlite(file: string, to: string, options: BackupOptions = {}): Promise<void> {
  const target = resolve(to)
  refuseExisting(target)
  if (!existsSync(dirname(target))) {
    throw new KhabarError('invalid_parameter', `There is no folder "${dirname(target)}" for the backup.`)
  }
  const partial = `${target}.${process.pid}.partial`
  const db = openForReading(file)
  try {
    await copySnapshot(db, partial, options)
    leaveWal(partial)
    publish(partial, target)
  } catch (error) {
    throw toKhabarError(error, partial)
  } finally {
    db.close()
    rmSync(partial, { force: true })
    rmSync(`${partial}-journal`, { force: true })
  }
}

/** Within one transaction nothing changes for the copy: without it, each write of another process would start it anew. */
async function copySnapshot(db: Database, partial: string, { onProgress, signal }: BackupOptions): Promise<void> {
  db.exec('BEGIN')
  db.prepare('SELECT generation FROM archive').get()
  await db.backup(partial, {
    progress({ totalPages, remainingPages }) {
      signal?.throwIfAborted()
      onProgress?.(totalPages, remainingPages)
      return STEP
    },
  })
  db.exec('COMMIT')
}

function leaveWal(partial: string): void {
  const copy = new Sqlite(partial)
  try {
    copy.pragma('synchronous = FULL')
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** A link is made only where nothing is; a file system without links has at least been looked at a moment before. */
function publish(partial: string, target: string): void {
  sync(partial)
  try {
    linkSync(partial, target)
  } catch {
    refuseExisting(target)
    renameSync(partial, target)
  }
  sync(dirname(target))
}

function refuseExisting(target: string): void {
  if (!existsSync(target)) return
  throw new KhabarError('invalid_parameter', `There is something at "${target}" already; a backup overwrites nothing.`)
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
