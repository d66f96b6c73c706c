import { setTimeout as sleep } from 'node:timers/promises'
import type { ArticleStore } from '../domain/store.ts'

/** Bytes of documents that are put in at a time: some twenty articles, for which requests wait. */
const BATCH = 100_000
/** Milliseconds: until the next look where another process does the work or the archive cannot be written; between two lines of the log. */
const PATIENCE = 5000
const TELL_EVERY = 10_000

/** As much of a logger as is needed. */
type Log = { info(fields: object, message: string): void; warn(fields: object, message: string): void }

/**
 * Makes the search index anew in the background where it was made by older rules, as it is after an update. At least half
 * of the time goes to requests. Where several processes serve one archive, one of them does it.
 * @returns what stops it; the next start goes on from there
 */
export function keepIndexed(store: ArticleStore, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = run(store, log, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function run(store: ArticleStore, log: Log, signal: AbortSignal): Promise<void> {
  let reached: number | null = null
  let told = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    const started = performance.now()
    const progress = await store.reindexArticles(BATCH).catch((error) => error as Error)
    const took = performance.now() - started
    if (progress === null) return
    if (progress instanceof Error) {
      log.warn({ err: progress }, 'the search index cannot be made now')
      await pause(PATIENCE, signal)
      continue
    }
    const { from, done, total, finished } = progress
    if (finished || started - told > TELL_EVERY) {
      told = started
      log.info({ done, total }, finished ? 'the search index is made anew' : 'making the search index anew')
    }
    if (finished) return
    const isAnother = reached !== null && from !== reached
    reached = done
    await pause(isAnother ? PATIENCE : took, signal)
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {})
}
