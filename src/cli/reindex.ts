import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ArticleStore, IndexProgress } from '../domain/store.ts'
import { counted } from './counted.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { createArticleProgress } from './progress.ts'

/** Bytes of documents that are put in by one transaction: while it lasts nobody else writes. */
const BATCH = 4_000_000

type Environment = Record<string, string | undefined>

/** Makes the search index anew; a server that runs meanwhile goes on with the present one. */
export async function runReindex({ db }: { db?: string }, env: Environment): Promise<number> {
  const file = db ?? readConfig(env).db
  const store = await openExistingStore(file)
  try {
    const { articles } = await store.countArchive()
    await store.beginReindex()
    const finished = await reindexAll(store, stopOnInterrupt())
    process.stderr.write(
      finished
        ? `${file}: the search index is made anew; it has ${counted(articles, 'article')}.\n`
        : 'Interrupted: the old index stays in use; the next start, or khabar reindex, makes the new one.\n',
    )
    return finished ? 0 : 1
  } finally {
    await store.close()
  }
}

/** @returns whether it came to its end */
async function reindexAll(store: ArticleStore, stop: AbortSignal): Promise<boolean> {
  let bar: ReturnType<typeof createArticleProgress> | null = null
  while (!stop.aborted) {
    const progress: IndexProgress | null = await store.reindexArticles(BATCH)
    if (progress !== null) {
      bar ??= createArticleProgress(progress.total)
      bar.advance(progress.done - progress.from)
    }
    if (progress === null || progress.finished) {
      bar?.end()
      return true
    }
    // Lets a signal in: a batch is one stretch of work.
    await new Promise(setImmediate)
  }
  bar?.end()
  return false
}
