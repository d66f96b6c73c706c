import { Command, Option } from 'commander'
import { FORMATS } from '../domain/format.ts'
import type { ImportOptions } from './import.ts'
import type { ParseOptions } from './parse.ts'
import type { RetagOptions } from './retag.ts'

type Environment = Record<string, string | undefined>

/** A command line, and what it runs, which is loaded only then: `khabar --help` needs neither a database nor a server. */
type Entry = [Command, (...args: never[]) => Promise<number | null>]

export function commandsFor(env: Environment): Entry[] {
  return [
    serveCommand(env),
    importCommand(env),
    parseCommand(env),
    retagCommand(env),
    checkCommand(env),
    withdrawCommand(env),
  ]
}

function serveCommand(env: Environment): Entry {
  const command = new Command('serve')
    .description('Serve the archive: migrate it, import data/captures if it is empty, and listen.')
    .addHelpText(
      'after',
      '\nHOST and PORT say where to listen; port 0 picks a free one. SIGTERM and SIGINT end it in good order.',
    )
  return [command, async () => (await import('./serve.ts')).runServe(env)]
}

function importCommand(env: Environment): Entry {
  const command = new Command('import')
    .description(
      'Read captures into the archive: texts, HTML pages, web archives; files, folders (recursively), "-" for standard input.',
    )
    .argument('<PATH...>')
    .option('--url <URL>', 'where the page was; for a single capture')
    .addOption(formatOption())
    .option('--dry-run', 'say what would be kept, keep nothing')
    .option('--json', 'one line of JSON for each capture on standard output')
    .addHelpText(
      'after',
      '\nThe same bytes change nothing; a changed capture of a known article becomes its next revision.',
    )
  return [
    command,
    async (paths: string[], options: ImportOptions) => (await import('./import.ts')).runImport(paths, options, env),
  ]
}

function parseCommand(env: Environment): Entry {
  const command = new Command('parse')
    .description('Print the articles of captures as JSON, each tag with its mentions. No archive is touched.')
    .argument('<PATH...>')
    .option('--url <URL>', 'where the page was; for a single capture')
    .addOption(formatOption())
    .option('--json', 'one line for each capture: { "name", "article" } or { "name", "problem" }')
    .addHelpText(
      'after',
      '\nPaths are texts, HTML pages and web archives: files, folders (recursively), or "-" for standard input.',
    )
  return [
    command,
    async (paths: string[], options: ParseOptions) => (await import('./parse.ts')).runParse(paths, options, env),
  ]
}

function formatOption(): Option {
  const text = 'what the files are; default: by ending, else by first bytes'
  return new Option('--format <FORMAT>', text).choices(FORMATS)
}

function retagCommand(env: Environment): Entry {
  const command = new Command('retag')
    .description('Apply a changed gazetteer to the articles of the archive; no capture is read again.')
    .option('--dry-run', 'say what would change, change nothing')
    .option('--json', 'one line of JSON for each article that changes on standard output')
    .addHelpText(
      'after',
      '\nAn article whose tags change gets its next revision. Interrupted, it goes on the next time.',
    )
  return [command, async (options: RetagOptions) => (await import('./retag.ts')).runRetag(options, env)]
}

function checkCommand(env: Environment): Entry {
  const command = new Command('check')
    .description('Verify the archive: its file, the index, and the hash of every capture and document.')
    .option('--db <FILE>', 'the SQLite file; default: KHABAR_DB')
  return [command, async (options: { db?: string }) => (await import('./check.ts')).runCheck(options, env)]
}

function withdrawCommand(env: Environment): Entry {
  const command = new Command('withdraw')
    .description('Take articles out of every answer (410), as a publisher may ask; their captures are kept.')
    .argument('<ID...>')
    .option('--undo', 'bring them back')
  return [
    command,
    async (ids: string[], options: { undo?: boolean }) =>
      (await import('./withdraw.ts')).runWithdraw(ids, options, env),
  ]
}
