import type { ArticleStore } from '../domain/store.ts'

/**
 * The archive's generation, asked for once for all requests of one turn of the event loop: to ask takes a fifth of the time
 * of a kept article. Whoever was told of a write, by whatever process, can only send a request that comes in a later turn.
 */
export function createCurrentGeneration(store: Pick<ArticleStore, 'getGeneration'>): () => Promise<string> {
  let asked: Promise<string> | undefined
  return () => {
    if (asked !== undefined) return asked
    asked = store.getGeneration()
    setImmediate(() => {
      asked = undefined
    })
    return asked
  }
}
