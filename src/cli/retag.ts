import { openForTagging } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ArticleStore, RetagBatch, Tagger } from '../domain/store.ts'
import { counted } from './counted.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { createArticleProgress } from './progress.ts'

/** Articles tagged in one transaction: while it lasts nobody else writes. */
const BATCH = 200
/** Tags of the dry run's summary, those that come or go most often first. */
const TAGS_TOLD = 20

export type RetagOptions = { dryRun?: boolean; json?: boolean }
type Environment = Record<string, string | undefined>
type Options = { dryRun: boolean; stop: AbortSignal; onBatch: (batch: RetagBatch) => void }

export async function runRetag({ dryRun = false, json = false }: RetagOptions, env: Environment): Promise<number> {
  const { store, tagger, learnNames } = await openForTagging(readConfig(env))
  try {
    if (!dryRun) await learnNames()
    const stop = stopOnInterrupt()
    const progress = createArticleProgress(await store.countOutdated(tagger.stamp))
    const tags = createTagCounts()
    const onBatch = (batch: RetagBatch) => {
      progress.advance(batch.unchanged + batch.changed.length + batch.failed.length)
      for (const change of batch.changed) {
        tags.add(change)
        if (json) process.stdout.write(`${JSON.stringify(change)}\n`)
      }
      for (const { id, reason } of batch.failed) process.stderr.write(`${id} stays as it was: ${reason}\n`)
    }
    const { changed, unchanged, failed } = await retagAll(store, tagger, { dryRun, stop, onBatch })
    progress.end()
    if (dryRun && !json) tags.print()
    const left = stop.aborted ? ' Interrupted: run it again to go on.' : ''
    const would = dryRun ? 'would change' : 'changed'
    const told =
      changed + unchanged + failed === 0
        ? 'Every article has the tags of this gazetteer already.'
        : `${counted(changed, 'article')} ${would}, ${unchanged} did not, ${failed} could not be read.`
    process.stderr.write(`${told}${left}\n`)
    return failed > 0 || stop.aborted ? 1 : 0
  } finally {
    await store.close()
  }
}

async function retagAll(store: ArticleStore, tagger: Tagger, { dryRun, stop, onBatch }: Options) {
  const total = { changed: 0, unchanged: 0, failed: 0 }
  let after: string | null = null
  do {
    const batch: RetagBatch = await store.retagArticles({ after, limit: BATCH, dryRun }, tagger, new Date())
    onBatch(batch)
    total.changed += batch.changed.length
    total.unchanged += batch.unchanged
    total.failed += batch.failed.length
    after = batch.last
    // Lets a signal in: a batch is one stretch of work.
    await new Promise(setImmediate)
  } while (after !== null && !stop.aborted)
  return total
}

/** How often each tag comes and goes. */
function createTagCounts() {
  const counts = new Map<string, { added: number; removed: number }>()
  const of = (id: string) => {
    const known = counts.get(id) ?? { added: 0, removed: 0 }
    counts.set(id, known)
    return known
  }
  return {
    add({ added, removed }: RetagBatch['changed'][number]) {
      for (const id of added) of(id).added++
      for (const id of removed) of(id).removed++
    },
    print() {
      const total = ({ added, removed }: { added: number; removed: number }) => added + removed
      const most = [...counts].sort(([, one], [, other]) => total(other) - total(one))
      for (const [id, { added, removed }] of most.slice(0, TAGS_TOLD))
        process.stdout.write(`${id} +${added} -${removed}\n`)
      if (most.length > TAGS_TOLD) process.stdout.write(`… and ${most.length - TAGS_TOLD} more tags\n`)
    },
  }
}
