import { Command, Option } from 'commander'
import { openReader } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ParsedArticle } from '../domain/article.ts'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import { FORMATS, type Format } from '../domain/format.ts'
import { previewOf, type Reader, tryDraft } from '../ingest.ts'
import { findCaptures } from './captures.ts'
import { findInputs } from './inputs.ts'
import { createRefusals } from './refusals.ts'
import { checkUrl } from './url-option.ts'

type Options = { json?: boolean; url?: string; format?: Format }
type Environment = Record<string, string | undefined>

export function parseCommand(env: Environment): [Command, (paths: string[], options: Options) => Promise<number>] {
  const command = new Command('parse')
    .description('Print the articles of captures as JSON, each tag with its mentions. No archive is touched.')
    .argument('<PATH...>')
    .option('--url <URL>', 'where the page was; for a single capture')
    .addOption(
      new Option('--format <FORMAT>', 'what the files are; default: by ending, else by first bytes').choices(FORMATS),
    )
    .option('--json', 'one line for each capture: { "name", "article" } or { "name", "problem" }')
    .addHelpText(
      'after',
      '\nPaths are texts, HTML pages and web archives: files, folders (recursively), or "-" for standard input.',
    )
  return [command, (paths, options) => runParse(paths, options, env)]
}

async function runParse(paths: string[], { json, ...options }: Options, env: Environment): Promise<number> {
  const config = readConfig(env)
  const url = checkUrl(options.url, paths)
  const reader = openReader(config)
  const captures = findCaptures(findInputs(paths), { url, format: options.format ?? null, limit: config.captureLimit })
  const refusals = createRefusals()
  let refused = 0
  for await (const { path, capture } of captures) {
    if (!process.stdout.writable) break
    if (capture === null) continue
    const article = parse(capture, reader)
    if (article instanceof KhabarError) refused++
    if (json === true) process.stdout.write(`${JSON.stringify(describe(path, article))}\n`)
    else if (article instanceof KhabarError) refusals.add(path, article)
    else process.stdout.write(`${JSON.stringify(article, null, 2)}\n`)
  }
  refusals.print()
  return refused > 0 ? 1 : 0
}

function parse(capture: Capture | KhabarError, reader: Reader): ParsedArticle | KhabarError {
  const draft = capture instanceof KhabarError ? capture : tryDraft(capture, reader)
  return draft instanceof KhabarError ? draft : previewOf(draft)
}

function describe(name: string, article: ParsedArticle | KhabarError): object {
  if (!(article instanceof KhabarError)) return { name, article }
  return { name, problem: { code: article.code, detail: article.message, errors: article.faults } }
}
