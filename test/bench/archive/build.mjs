import { fileURLToPath } from 'node:url'
import { createArticleStore } from '../../../dist/storage/sqlite/article-store.js'
import { openSqlite } from '../../../dist/storage/sqlite/open.js'
import { makeDraft } from './drafts.mjs'
import { createVocabulary } from './vocabulary.mjs'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url))
const BATCH = 2000

export async function openStore(file) {
  const connections = await openSqlite(file, MIGRATIONS)
  return { ...connections, store: createArticleStore(connections) }
}

/** Makes an archive of `count` articles in `file`, through the real store. `tell` gets the number of articles so far. */
export async function buildArchive({ count, file, seed, tell = () => {} }) {
  const vocabulary = createVocabulary(seed)
  const { store } = await openStore(file)
  await store.saveTagNames(vocabulary.entries)
  const now = new Date('2026-01-01T00:00:00.000Z')
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from)
    const drafts = Array.from({ length }, (_, at) => makeDraft(vocabulary, seed, from + at))
    await store.saveArticles(drafts, now)
    tell(from + length)
  }
  await store.close()
}
