import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite, { type Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'
import { WORD_LIST } from './check-words.ts'
import { toKhabarError, translateErrors, unavailable } from './errors.ts'
import { inspectDatabase, inspectFile } from './inspect.ts'
import { listMigrations, type Migration, migrate } from './migrate.ts'

/** An open archive. In memory both are one connection; in a file the reader cannot write. */
export type Connections = { file: string; writer: Database; reader: Database }

export type OpenOptions = {
  /** Refuse a file that does not exist or is empty, instead of making an archive of it. */
  mustExist?: boolean
  /** How long to wait for another process that writes, in milliseconds. */
  busyTimeout?: number
}

/** Older ones can lose committed pages of a write-ahead log: https://sqlite.org/wal.html#walresetbug */
const OLDEST_SQLITE = '3.51.3'

/** In the order that they are set in, each with the answer that it must give; see production.md. WAL must precede FULL, which it would reset. */
const SETTINGS: [name: string, value: string, answer: unknown][] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
  ['journal_size_limit', '67108864', 67108864],
]

/**
 * Pages that each connection keeps, in KiB. The operating system keeps the file's pages too, so that more for the reader
 * makes nothing faster; the writer holds a batch of an import. Both are part of what a server takes at rest.
 */
const CACHE_KIB = { writer: 32_768, reader: 16_384 }

/** What a database in memory answers otherwise: it has no journal, and nothing to map. */
const IN_MEMORY: Record<string, unknown> = { journal_mode: 'memory', mmap_size: undefined }

/**
 * Opens the archive in `file` (":memory:" for one that is gone when closed), makes it and its folder where there is none,
 * and brings its schema up to the newest of the migrations in the folder `migrations`.
 * @throws KhabarError 'storage_unavailable' with what is wrong and what to do; a file that is refused stays as it was
 */
export async function openSqlite(file: string, migrations: string, options: OpenOptions = {}): Promise<Connections> {
  const { mustExist = false, busyTimeout = 5000 } = options
  refuseOldSqlite()
  const known = listMigrations(migrations)
  if (file === ':memory:') return openMemory(known, busyTimeout)
  const path = resolve(file)
  const exists = refuseUnreadable(path, () => inspectFile(path, known.length))
  if (!exists && mustExist) throw unavailable(path, 'is missing or empty; check the path')
  refuseUnreadable(path, () => mkdirSync(dirname(path), { recursive: true }))
  return openFile(path, known, busyTimeout)
}

function openMemory(known: readonly Migration[], busyTimeout: number): Connections {
  const writer = new Sqlite(':memory:')
  configure(writer, ':memory:', busyTimeout)
  migrate(writer, known)
  writer.exec(WORD_LIST)
  return { file: ':memory:', writer, reader: writer }
}

async function openFile(file: string, known: readonly Migration[], busyTimeout: number): Promise<Connections> {
  const opened: Database[] = []
  try {
    const writer = await connect(file, busyTimeout)
    opened.push(writer)
    inspectDatabase(writer, file, known.length)
    migrate(writer, known)
    setCacheSize(writer, file, CACHE_KIB.writer)
    const reader = await connect(file, busyTimeout)
    opened.push(reader)
    setCacheSize(reader, file, CACHE_KIB.reader)
    reader.exec(WORD_LIST)
    set(reader, file, 'query_only', 'ON', 1)
    return { file, writer, reader }
  } catch (error) {
    for (const db of opened) db.close()
    throw toKhabarError(error, file)
  }
}

/** SQLite does not wait when two processes turn a new file to WAL at the same moment: one is told BUSY at once. */
async function connect(file: string, busyTimeout: number): Promise<Database> {
  const deadline = Date.now() + busyTimeout
  for (;;) {
    const db = new Sqlite(file)
    try {
      configure(db, file, busyTimeout)
      return db
    } catch (error) {
      db.close()
      const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || Date.now() >= deadline) throw error
      await sleep(20)
    }
  }
}

function configure(db: Database, file: string, busyTimeout: number): void {
  set(db, file, 'busy_timeout', String(busyTimeout), busyTimeout)
  for (const [name, value, answer] of SETTINGS) {
    set(db, file, name, value, db.memory && name in IN_MEMORY ? IN_MEMORY[name] : answer)
  }
}

function set(db: Database, file: string, name: string, value: string, answer: unknown): void {
  db.pragma(`${name} = ${value}`)
  const got = db.pragma(name, { simple: true })
  if (got !== answer) throw unavailable(file, `does not take ${name} = ${value} (it stays ${got}); use a local disk`)
}

function setCacheSize(db: Database, file: string, kib: number): void {
  set(db, file, 'cache_size', String(-kib), -kib)
}

function refuseOldSqlite(): void {
  const db = new Sqlite(':memory:')
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() as string
  db.close()
  if (version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) < 0) {
    throw new KhabarError(
      'storage_unavailable',
      `SQLite ${version} can lose data; reinstall better-sqlite3 with SQLite ${OLDEST_SQLITE} or newer`,
    )
  }
}

/** Runs `work`; what the file system refuses comes out as a KhabarError. */
export function refuseUnreadable<T>(file: string, work: () => T): T {
  try {
    return translateErrors(file, work)
  } catch (error) {
    if (error instanceof KhabarError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error'
    throw unavailable(file, `cannot be opened (${code}); check the path and its permissions`, error)
  }
}
