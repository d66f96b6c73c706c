import { Command, Option } from 'commander'
import { openArchive, openReader } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import { FORMATS, type Format } from '../domain/format.ts'
import type { Ingest } from '../domain/ingest.ts'
import type { SaveResult } from '../domain/store.ts'
import { previewOf, type Reader, tryDraft } from '../ingest.ts'
import { type Found, findCaptures } from './captures.ts'
import { findInputs } from './inputs.ts'
import { createProgress, measureInputs } from './progress.ts'
import { createRefusals } from './refusals.ts'
import { checkSingle, checkUrl } from './url-option.ts'

/** Captures saved in one transaction: enough to make its cost small, few enough to lose little when interrupted. */
const BATCH = 200
const BATCH_BYTES = 16 * 1024 * 1024

/** Captures by what became of them; `skipped`: records of archives that by their type hold none. */
export type Summary = { new: number; revised: number; unchanged: number; refused: number; skipped: number }
type Outcome = SaveResult | { outcome: 'preview'; id: string; revision: number } | KhabarError
type Report = (path: string, outcome: Outcome) => void

type Options = { url?: string; format?: Format; dryRun?: boolean; json?: boolean }
type Environment = Record<string, string | undefined>

export function importCommand(env: Environment): [Command, (paths: string[], options: Options) => Promise<number>] {
  const command = new Command('import')
    .description(
      'Read captures into the archive: texts, HTML pages, web archives; files, folders (recursively), "-" for standard input.',
    )
    .argument('<PATH...>')
    .option('--url <URL>', 'where the page was; for a single capture')
    .addOption(
      new Option('--format <FORMAT>', 'what the files are; default: by ending, else by first bytes').choices(FORMATS),
    )
    .option('--dry-run', 'say what would be kept, keep nothing')
    .option('--json', 'one line of JSON for each capture on standard output')
    .addHelpText(
      'after',
      '\nThe same bytes change nothing; a changed capture of a known article becomes its next revision.',
    )
  return [command, (paths, options) => runImport(paths, options, env)]
}

async function runImport(paths: string[], options: Options, env: Environment): Promise<number> {
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
      ? await dryRun(captures, openReader(config), report, stop)
      : await importAll(config, captures, report, stop)
  progress.end()
  refusals.print()
  process.stderr.write(
    `${summaryLine(summary, options.dryRun === true)}${stop.aborted ? ' Interrupted: run it again to go on.' : ''}\n`,
  )
  return summary.refused > 0 || stop.aborted ? 1 : 0
}

async function importAll(
  config: ReturnType<typeof readConfig>,
  captures: AsyncIterable<Found>,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const { store, ingest } = await openArchive(config)
  try {
    return await importCaptures(captures, ingest, { report, stop })
  } finally {
    await store.close()
  }
}

/** Imports captures in batches, each kept whole; a refused capture is counted and reported, and the rest go on. */
export async function importCaptures(
  captures: AsyncIterable<Found>,
  ingest: Ingest,
  { report = () => {}, stop }: { report?: Report; stop?: AbortSignal },
): Promise<Summary> {
  const summary = emptySummary()
  let batch: { path: string; capture: Capture }[] = []
  let bytes = 0
  const tell = (path: string, outcome: SaveResult | KhabarError) => {
    summary[outcome instanceof KhabarError ? 'refused' : outcome.outcome]++
    report(path, outcome)
  }
  const flush = async () => {
    const outcomes = await ingest.importCaptures(batch.map(({ capture }) => capture))
    for (const [index, { path }] of batch.entries()) tell(path, outcomes[index] as SaveResult | KhabarError)
    batch = []
    bytes = 0
  }
  for await (const { path, capture } of captures) {
    if (stop?.aborted === true) break
    if (capture === null) summary.skipped++
    else if (capture instanceof KhabarError) tell(path, capture)
    else {
      batch.push({ path, capture })
      bytes += capture.bytes.length
    }
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush()
  }
  if (batch.length > 0) await flush()
  return summary
}

function emptySummary(): Summary {
  return { new: 0, revised: 0, unchanged: 0, refused: 0, skipped: 0 }
}

async function dryRun(
  captures: AsyncIterable<Found>,
  reader: Reader,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const summary = emptySummary()
  for await (const { path, capture } of captures) {
    if (stop.aborted) break
    if (capture === null) summary.skipped++
    else {
      const outcome = preview(capture, reader)
      summary[outcome instanceof KhabarError ? 'refused' : 'new']++
      report(path, outcome)
    }
  }
  return summary
}

function preview(capture: Capture | KhabarError, reader: Reader): Outcome {
  const draft = capture instanceof KhabarError ? capture : tryDraft(capture, reader)
  if (draft instanceof KhabarError) return draft
  const { id, revision } = previewOf(draft)
  return { outcome: 'preview', id, revision }
}

/** The first interrupt lets the batch under way be kept; a second one ends the process as usual. */
function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  process.once('SIGTERM', () => controller.abort())
  return controller.signal
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
