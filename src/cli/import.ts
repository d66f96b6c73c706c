import { openArchive, openDrafter, openReader } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import type { Format } from '../domain/format.ts'
import type { Ingest, Prepared } from '../domain/ingest.ts'
import type { Draft, SaveResult } from '../domain/store.ts'
import { previewOf } from '../ingest.ts'
import { type Found, findCaptures } from './captures.ts'
import { draftInOrder } from './draft-in-order.ts'
import { findInputs } from './inputs.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { createProgress, measureInputs } from './progress.ts'
import { createRefusals } from './refusals.ts'
import { checkSingle, checkUrl } from './url-option.ts'

/**
 * Captures saved in one transaction: enough to make its cost small, few enough to lose little when interrupted, to hold
 * little in memory, and to see the count of a progress bar go on.
 */
const BATCH = 100
const BATCH_BYTES = 16 * 1024 * 1024

/** Captures by what became of them; `skipped`: records of archives that by their type hold none. */
export type Summary = { new: number; revised: number; unchanged: number; refused: number; skipped: number }
type Outcome = SaveResult | { outcome: 'preview'; id: string; revision: number } | KhabarError
type Report = (path: string, outcome: Outcome) => void

export type ImportOptions = { url?: string; format?: Format; dryRun?: boolean; json?: boolean }
type Environment = Record<string, string | undefined>

export async function runImport(paths: string[], options: ImportOptions, env: Environment): Promise<number> {
  const config = readConfig(env)
  const url = checkUrl(options.url, paths)
  const size = await measureInputs(findInputs(paths))
  checkSingle(url, size.files)
  const progress = createProgress(size)
  const refusals = createRefusals()
  const report: Report = (path, outcome) => {
    progress.step()
    if (outcome instanceof KhabarError) refusals.add(path, outcome)
    if (options.json === true) process.stdout.write(`${JSON.stringify(describe(path, outcome))}\n`)
  }
  const stop = stopOnInterrupt()
  const format = options.format ?? null
  const captures = findCaptures(findInputs(paths), {
    url,
    format,
    limit: config.captureLimit,
    onBytes: progress.advance,
  })
  const summary =
    options.dryRun === true
      ? await dryRun(config, captures, report, stop)
      : await importAll(config, captures, report, stop)
  progress.end()
  refusals.print()
  process.stderr.write(
    `${summaryLine(summary, options.dryRun === true)}${stop.aborted ? ' Interrupted: run it again to go on.' : ''}\n`,
  )
  return summary.refused > 0 || stop.aborted ? 1 : 0
}

async function importAll(
  config: Config,
  captures: AsyncIterable<Found>,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const archive = await openArchive(config)
  try {
    return await importCaptures(captures, archive.ingest, { report, stop })
  } finally {
    await archive.close()
  }
}

/**
 * Imports captures in batches, each kept whole and in order: the next one is read while one is kept, and no more than
 * these two are in memory. A refused capture is counted and reported, and the rest go on.
 */
export async function importCaptures(
  captures: AsyncIterable<Found>,
  ingest: Ingest,
  { report = () => {}, stop }: { report?: Report; stop?: AbortSignal },
): Promise<Summary> {
  const summary = emptySummary()
  let kept = Promise.resolve()
  const keep = async (paths: string[], prepared: Promise<Prepared[]>) => {
    const outcomes = await ingest.keepCaptures(await prepared)
    for (const [index, path] of paths.entries()) {
      const outcome = outcomes[index] as SaveResult | KhabarError
      summary[outcome instanceof KhabarError ? 'refused' : outcome.outcome]++
      report(path, outcome)
    }
  }
  for await (const batch of batchesOf(captures, summary, stop)) {
    const prepared = ingest.prepareCaptures(batch.map(({ capture }) => capture))
    await kept
    kept = keep(
      batch.map(({ path }) => path),
      prepared,
    )
    // A failure is met with the next batch, or behind the last one.
    kept.catch(() => {})
  }
  await kept
  return summary
}

type Item = { path: string; capture: Capture | KhabarError }

async function* batchesOf(
  captures: AsyncIterable<Found>,
  summary: Summary,
  stop?: AbortSignal,
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for await (const { path, capture } of captures) {
    if (stop?.aborted === true) break
    if (capture === null) summary.skipped++
    else {
      batch.push({ path, capture })
      bytes += capture instanceof KhabarError ? 0 : capture.bytes.length
    }
    if (batch.length < BATCH && bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

function emptySummary(): Summary {
  return { new: 0, revised: 0, unchanged: 0, refused: 0, skipped: 0 }
}

async function dryRun(
  config: Config,
  captures: AsyncIterable<Found>,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const summary = emptySummary()
  const drafter = openDrafter(openReader(config), config, 'batch')
  const skip = () => {
    summary.skipped++
  }
  for await (const { path, result } of draftInOrder(captures, drafter.draft, skip)) {
    if (stop.aborted) break
    summary[result instanceof KhabarError ? 'refused' : 'new']++
    report(path, previewed(result))
  }
  await drafter.close()
  return summary
}

function previewed(result: Draft | KhabarError): Outcome {
  if (result instanceof KhabarError) return result
  const { id, revision } = previewOf(result)
  return { outcome: 'preview', id, revision }
}

function describe(name: string, outcome: Outcome): object {
  if (!(outcome instanceof KhabarError)) return { name, ...outcome }
  return { name, problem: { code: outcome.code, detail: outcome.message, errors: outcome.faults } }
}

function summaryLine({ new: added, revised, unchanged, refused, skipped }: Summary, dry: boolean): string {
  const others = skipped === 0 ? '' : `, ${skipped} records that are no pages`
  if (dry) return `Dry run: ${added} would be read, ${refused} refused${others}; nothing was kept.`
  return `${added} new, ${revised} revised, ${unchanged} unchanged, ${refused} refused${others}.`
}
