import type { Database } from 'better-sqlite3'

/** Takes texts out of the archive for good; each function expects to run inside a transaction. */
export function createPurge(db: Database) {
  const deletions = ['documents', 'items', 'links'].map((table) =>
    db.prepare<[article: number]>(`DELETE FROM ${table} WHERE article = ?`),
  )
  const emptyCaptures = db.prepare<[article: number]>(`
    UPDATE captures SET bytes = zeroblob(0), ledger = zeroblob(0), ledger_hash = '',
      name = NULL, url = NULL, headline = NULL, published = 'null'
    WHERE article = ?
  `)
  const setPurged = db.prepare<[number: number]>('UPDATE articles SET purged = 1 WHERE number = ?')
  const deleteCaptures = db.prepare<[article: number]>('DELETE FROM captures WHERE article = ?')
  const countDown = db.prepare<[captures: number]>('UPDATE archive SET captures = captures - ?')
  const deleteArticle = db.prepare<[number: number]>('DELETE FROM articles WHERE number = ?')

  return {
    /** Of a withdrawn article keeps only what tells that it was here: its keys, its captures' hashes and sizes. */
    purge(article: number): void {
      for (const deletion of deletions) deletion.run(article)
      emptyCaptures.run(article)
      setPurged.run(article)
    },
    /** Even that. */
    forget(article: number): void {
      countDown.run(deleteCaptures.run(article).changes)
      deleteArticle.run(article)
    },
  }
}
