import { Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS } from '../domain/format.ts'
import type { TagType } from '../domain/tag.ts'
import type { ImportOptions } from './import.ts'
import type { ParseOptions } from './parse.ts'
import type { RetagOptions } from './retag.ts'
import type { ServeOptions } from './serve.ts'
import type { CandidatesOptions, TagsOptions } from './tags.ts'
import type { WithdrawOptions } from './withdraw.ts'

type Environment = Record<string, string | undefined>

/** A command line, and what it runs, which is loaded only then: `khabar --help` needs neither a database nor a server. */
export type Entry = [Command, run: (...args: never[]) => Promise<number | null>, commandsBelow?: Entry[]]

const TAG_TYPES: readonly TagType[] = ['country', 'actor', 'place']

export function commandsFor(env: Environment): Entry[] {
  return [
    serveCommand(env),
    importCommand(env),
    parseCommand(env),
    tagsCommand(env),
    retagCommand(env),
    checkCommand(env),
    backupCommand(env),
    migrateCommand(env),
    reindexCommand(env),
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
    .addOption(new Option('--workers <N>', 'processes that serve the archive').argParser(readCount).default(1))
  return [command, async (options: ServeOptions) => (await import('./serve.ts')).runServe(options, env)]
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

function tagsCommand(env: Environment): Entry {
  const command = new Command('tags')
    .description('List the tags of the archive with their articles, or find them by any name in any spelling.')
    .argument('[QUERY]')
    .addOption(new Option('--type <TYPE>', 'only tags of this type').choices(TAG_TYPES))
    .addOption(jsonOption())
    .addHelpText('after', '\nA QUERY that is a command below is searched behind "--": khabar tags -- show')
  const run = async (query: string | undefined, options: TagsOptions) =>
    (await import('./tags.ts')).runTags(query, options, env)
  return [command, run, [showTagCommand(env), explainCommand(env), candidatesCommand(env)]]
}

function showTagCommand(env: Environment): Entry {
  const command = new Command('show')
    .description('Show an entry of the gazetteer: its names, its files, its articles.')
    .argument('<ID>', 'country:xx, actor:name or place:name')
    .addOption(jsonOption())
  return [
    command,
    async (id: string, options: { json?: boolean }) => (await import('./tags.ts')).runShowTag(id, options, env),
  ]
}

function explainCommand(env: Environment): Entry {
  const command = new Command('explain')
    .description('Tell why a tag is on an article, or is not: each mention, what it rests on, what it weighs.')
    .argument('<ARTICLE>', 'an id of the archive, or a capture')
    .argument('[TAG]', 'default: each tag of the article')
    .addOption(jsonOption())
  return [
    command,
    async (article: string, tag: string | undefined, options: { json?: boolean }) =>
      (await import('./explain.ts')).runExplain(article, tag, options, env),
  ]
}

function candidatesCommand(env: Environment): Entry {
  const command = new Command('candidates')
    .description('List names that are no tags but might be, those in most articles first, each with an article.')
    .addOption(new Option('--min <N>', 'articles that a name must be in').argParser(readCount).default(1))
    .addOption(new Option('--limit <N>', 'names at most').argParser(readCount).default(100))
    .addOption(jsonOption())
  return [command, async (options: CandidatesOptions) => (await import('./tags.ts')).runCandidates(options, env)]
}

function jsonOption(): Option {
  return new Option('--json', 'a line of JSON for each')
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.')
  return Number(text)
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
    .addOption(fileOption())
    .addHelpText(
      'after',
      '\nNothing about the file changes, and it may lie where nothing can be written, as backups do.',
    )
  return [command, async (options: { db?: string }) => (await import('./check.ts')).runCheck(options, env)]
}

function fileOption(): Option {
  return new Option('--db <FILE>', 'the SQLite file; default: KHABAR_DB')
}

function backupCommand(env: Environment): Entry {
  const command = new Command('backup')
    .description('Copy the archive as it is at this moment to a new file, while it is served and written.')
    .argument('<FILE>', 'where to; nothing is overwritten')
    .addOption(fileOption())
    .addHelpText('after', '\nTo go back to a copy, stop the server and put it in the place of the archive.')
  return [
    command,
    async (file: string, options: { db?: string }) => (await import('./backup.ts')).runBackup(file, options, env),
  ]
}

function migrateCommand(env: Environment): Entry {
  const command = new Command('migrate')
    .description('Bring the archive up to the schema of this version, as the next start would.')
    .option('--check', 'say what would be done, do nothing; exit status 1 if there is anything')
    .addOption(fileOption())
  return [
    command,
    async (options: { check?: boolean; db?: string }) => (await import('./migrate.ts')).runMigrate(options, env),
  ]
}

function reindexCommand(env: Environment): Entry {
  const command = new Command('reindex')
    .description('Make the search index anew from the documents, while the present one goes on serving.')
    .addOption(fileOption())
    .addHelpText('after', '\nA server does so by itself where an update changed how words are indexed.')
  return [command, async (options: { db?: string }) => (await import('./reindex.ts')).runReindex(options, env)]
}

function withdrawCommand(env: Environment): Entry {
  const command = new Command('withdraw')
    .description('Take articles out of every answer (410), as a publisher may ask; their captures are kept.')
    .argument('<ID...>')
    .addOption(new Option('--undo', 'bring them back').conflicts(['reason', 'purge']))
    .option('--reason <TEXT>', 'why: told to whoever asks for them')
    .option('--purge', 'take their captures and texts out of the archive, too')
    .addHelpText(
      'after',
      '\nWhat is purged cannot be brought back: --undo then only lets its captures be imported again. Backups keep theirs.',
    )
  return [
    command,
    async (ids: string[], options: WithdrawOptions) => (await import('./withdraw.ts')).runWithdraw(ids, options, env),
  ]
}
