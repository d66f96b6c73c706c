import { Command, Option } from 'commander'
import { openReader } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ParsedArticle } from '../domain/article.ts'
import { KhabarError } from '../domain/error.ts'
import { previewOf, type Reader, tryDraft } from '../ingest.ts'
import { findInputs, type Input, readInput } from './captures.ts'

type Options = { json?: boolean; format: string }
type Environment = Record<string, string | undefined>

export function parseCommand(env: Environment): [Command, (paths: string[], options: Options) => Promise<number>] {
  const command = new Command('parse')
    .description('Print the articles of captures as JSON, each tag with its mentions. No archive is touched.')
    .argument('<PATH...>')
    .addOption(new Option('--format <FORMAT>', 'what the captures are').choices(['text']).default('text'))
    .option('--json', 'one line for each capture: { "name", "article" } or { "name", "problem" }')
    .addHelpText(
      'after',
      '\nPaths are files, folders (recursively, *.txt, *.html, either also as .gz) or "-" for standard input.',
    )
  return [command, (paths, options) => runParse(paths, options, env)]
}

async function runParse(paths: string[], { json }: Options, env: Environment): Promise<number> {
  const config = readConfig(env)
  const reader = openReader(config)
  let refused = 0
  for await (const input of findInputs(paths, { url: null, limit: config.captureLimit })) {
    if (!process.stdout.writable) break
    const article = await parseInput(input, reader)
    if (article instanceof KhabarError) refused++
    if (json === true) process.stdout.write(`${JSON.stringify(describe(input.path, article))}\n`)
    else if (article instanceof KhabarError) process.stderr.write(`${input.path}: ${article.message}\n`)
    else process.stdout.write(`${JSON.stringify(article, null, 2)}\n`)
  }
  return refused > 0 ? 1 : 0
}

async function parseInput(input: Input, reader: Reader): Promise<ParsedArticle | KhabarError> {
  const capture = await readInput(input)
  if (capture instanceof KhabarError) return capture
  const draft = tryDraft(capture, reader)
  return draft instanceof KhabarError ? draft : previewOf(draft)
}

function describe(name: string, article: ParsedArticle | KhabarError): object {
  if (!(article instanceof KhabarError)) return { name, article }
  return { name, problem: { code: article.code, detail: article.message, errors: article.faults } }
}
