import { Command, Option } from 'commander'
import { openArchive, openReader } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import type { Ingest } from '../domain/ingest.ts'
import type { SaveResult } from '../domain/store.ts'
import { previewOf, type Reader, tryDraft } from '../ingest.ts'
import { findInputs, type Input, readInput } from './captures.ts'
import { createProgress } from './progress.ts'

/** Captures saved in one transaction: enough to make its cost small, few enough to lose little when interrupted. */
const BATCH = 200
const BATCH_BYTES = 16 * 1024 * 1024

export type Summary = { new: number; revised: number; unchanged: number; refused: number }
type Outcome = SaveResult | { outcome: 'preview'; id: string; revision: number } | KhabarError
type Report = (path: string, outcome: Outcome) => void

type Options = { url?: string; format: string; dryRun?: boolean; json?: boolean }
type Environment = Record<string, string | undefined>

export function importCommand(env: Environment): [Command, (paths: string[], options: Options) => Promise<number>] {
  const command = new Command('import')
    .description(
      'Read captures into the archive: files, folders (recursively, *.txt, *.html, either also as .gz), "-" for standard input.',
    )
    .argument('<PATH...>')
    .option('--url <URL>', 'where the page was; for a single capture')
    .addOption(new Option('--format <FORMAT>', 'what the captures are').choices(['text']).default('text'))
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
  const inputs = () => findInputs(paths, { url, limit: config.captureLimit })
  const progress = createProgress(await count(inputs(), url !== null))
  const refusals: [string, KhabarError][] = []
  const report: Report = (path, outcome) => {
    progress.step()
    if (outcome instanceof KhabarError) refusals.push([path, outcome])
    if (options.json === true) process.stdout.write(`${JSON.stringify(describe(path, outcome))}\n`)
  }
  const stop = stopOnInterrupt()
  const summary =
    options.dryRun === true
      ? await dryRun(inputs(), openReader(config), report, stop)
      : await importAll(config, inputs(), report, stop)
  progress.end()
  for (const [path, error] of refusals) process.stderr.write(`${path}: ${error.message}\n`)
  process.stderr.write(
    `${summaryLine(summary, options.dryRun === true)}${stop.aborted ? ' Interrupted: run it again to go on.' : ''}\n`,
  )
  return summary.refused > 0 || stop.aborted ? 1 : 0
}

async function importAll(
  config: ReturnType<typeof readConfig>,
  inputs: AsyncIterable<Input>,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const { store, ingest } = await openArchive(config)
  try {
    return await importInputs(inputs, ingest, { report, stop })
  } finally {
    await store.close()
  }
}

/** Imports captures in batches, each kept whole; a refused capture is counted and reported, and the rest go on. */
export async function importInputs(
  inputs: AsyncIterable<Input>,
  ingest: Ingest,
  { report = () => {}, stop }: { report?: Report; stop?: AbortSignal },
): Promise<Summary> {
  const summary: Summary = { new: 0, revised: 0, unchanged: 0, refused: 0 }
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
  for await (const input of inputs) {
    if (stop?.aborted === true) break
    const capture = await readInput(input)
    if (capture instanceof KhabarError) tell(input.path, capture)
    else {
      batch.push({ path: input.path, capture })
      bytes += capture.bytes.length
    }
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush()
  }
  if (batch.length > 0) await flush()
  return summary
}

async function dryRun(
  inputs: AsyncIterable<Input>,
  reader: Reader,
  report: Report,
  stop: AbortSignal,
): Promise<Summary> {
  const summary: Summary = { new: 0, revised: 0, unchanged: 0, refused: 0 }
  for await (const input of inputs) {
    if (stop.aborted) break
    const outcome = await previewInput(input, reader)
    summary[outcome instanceof KhabarError ? 'refused' : 'new']++
    report(input.path, outcome)
  }
  return summary
}

async function previewInput(input: Input, reader: Reader): Promise<Outcome> {
  const capture = await readInput(input)
  if (capture instanceof KhabarError) return capture
  const draft = tryDraft(capture, reader)
  if (draft instanceof KhabarError) return draft
  const { id, revision } = previewOf(draft)
  return { outcome: 'preview', id, revision }
}

function checkUrl(url: string | undefined, paths: string[]): string | null {
  if (url === undefined) return null
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new KhabarError('invalid_parameter', `--url is "${url}"; it takes an absolute http or https URL.`)
  }
  if (paths.length > 1) throw new KhabarError('invalid_parameter', '--url goes with a single capture.')
  return url
}

async function count(inputs: AsyncIterable<Input>, single: boolean): Promise<number> {
  let total = 0
  for await (const _ of inputs) total++
  if (single && total > 1)
    throw new KhabarError('invalid_parameter', `--url goes with a single capture; here are ${total}.`)
  return total
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

function summaryLine({ new: added, revised, unchanged, refused }: Summary, dry: boolean): string {
  if (dry) return `Dry run: ${added} would be read, ${refused} refused; nothing was kept.`
  return `${added} new, ${revised} revised, ${unchanged} unchanged, ${refused} refused.`
}
