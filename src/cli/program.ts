import { Command, CommanderError } from 'commander'
import { KhabarError } from '../domain/error.ts'
import { commandsFor, type Entry } from './commands.ts'

export const EXIT = { ok: 0, refused: 1, usage: 2 } as const

type Environment = Record<string, string | undefined>

/** Runs one command line. Resolves to the exit status, or to null where the command goes on until a signal. */
export async function runCommand(argv: readonly string[], env: Environment, version: string): Promise<number | null> {
  let status: number | null = EXIT.ok
  const program = new Command('khabar')
    .description('Turns captured news articles into a typed, searchable, cacheable REST API.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('Run khabar --help, or khabar COMMAND --help, to see what there is.')
    .exitOverride()
    .addHelpText('after', HELP)
  const add = (parent: Command, [command, run, commandsBelow = []]: Entry) => {
    command.copyInheritedSettings(parent).action(async (...args: unknown[]) => {
      status = await run(...(args as never[]))
    })
    parent.addCommand(command)
    for (const below of commandsBelow) add(command, below)
  }
  for (const entry of commandsFor(env)) add(program, entry)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    if (!(error instanceof KhabarError)) throw error
    process.stderr.write(`khabar: ${error.message}\n`)
    return error.code === 'invalid_parameter' ? EXIT.usage : EXIT.refused
  }
}

const HELP = `
Examples:
  khabar serve                              serve the archive var/khabar.db on http://127.0.0.1:3000
  khabar import ~/captures                  read every text capture below a folder into the archive
  pbpaste | khabar import - --url https://news.example/story
  khabar parse article.txt                  print the article as JSON; no archive is touched
  khabar check                              verify every hash and the index of the archive

Settings come from the environment (HOST, PORT, KHABAR_DB, KHABAR_TOKEN, …): see the table in README.md.
Exit status: 0 all well, 1 some captures refused or a check failed, 2 wrong usage.`
