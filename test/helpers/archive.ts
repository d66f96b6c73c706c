import { fileURLToPath } from 'node:url'
import type { ArticleStore } from '../../src/domain/store.ts'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { type OpenOptions, openSqlite } from '../../src/storage/sqlite/open.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))

export async function openArchive(file = ':memory:', options: OpenOptions = {}): Promise<ArticleStore> {
  return createArticleStore(await openSqlite(file, MIGRATIONS, options))
}
