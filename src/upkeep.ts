import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackupOptions } from './storage/sqlite/backup.ts'

/** Migrations ship with the package, beside `src` and `dist`. */
const MIGRATIONS = fileURLToPath(new URL('../migrations/sqlite', import.meta.url))

/** As the storage's. */
export async function backupArchive(file: string, to: string, options: BackupOptions): Promise<void> {
  const { backupSqlite } = await import('./storage/sqlite/backup.ts')
  await backupSqlite(file, to, options)
}

/** Names of the migrations that the archive needs, e.g. "0002-captured-at"; all where there is none. Changes nothing. */
export async function pendingMigrations(file: string): Promise<string[]> {
  const { findPending } = await import('./storage/sqlite/open-for-reading.ts')
  return findPending(file, MIGRATIONS).map((migration) => basename(migration.file, '.sql'))
}

/** Brings the archive up to date, its indexes too, as a server does when it starts; makes one where there is none. */
export async function migrateArchive(file: string): Promise<void> {
  const { openSqlite } = await import('./storage/sqlite/open.ts')
  const { createArticleStore } = await import('./storage/sqlite/article-store.ts')
  await createArticleStore(await openSqlite(file, MIGRATIONS)).close()
}

export async function inspectArchive(file: string) {
  const storage = await import('./storage/sqlite/open-for-reading.ts')
  return storage.inspectArchive(file, MIGRATIONS)
}
