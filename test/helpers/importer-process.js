/**
 * A process that imports what its parent sends: { file, migrations, batches }. It answers [] when it starts, then the ids
 * of each batch once they are acknowledged, or an error's text. Runs what `npm run build` made: a process with the
 * TypeScript loader takes a second to start.
 */
import { createArticleStore } from '../../dist/storage/sqlite/article-store.js'
import { openSqlite } from '../../dist/storage/sqlite/open.js'

process.once('message', async ({ file, migrations, batches }) => {
  process.send([])
  try {
    const store = createArticleStore(await openSqlite(file, migrations))
    for (const drafts of batches) {
      const saved = await store.saveArticles(drafts, new Date())
      process.send(saved.map(({ id }) => id))
    }
    await store.close()
  } catch (error) {
    process.send(String(error.stack))
  }
  process.disconnect()
})
