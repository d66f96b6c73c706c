import { Command } from 'commander'
import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'

type Environment = Record<string, string | undefined>

export function checkCommand(env: Environment): [Command, (options: { db?: string }) => Promise<number>] {
  const command = new Command('check')
    .description('Verify the archive: its file, the index, and the hash of every capture and document.')
    .option('--db <FILE>', 'the SQLite file; default: KHABAR_DB')
  return [command, ({ db }) => runCheck(db, env)]
}

async function runCheck(db: string | undefined, env: Environment): Promise<number> {
  const config = readConfig(env)
  const file = db ?? config.db
  const store = await openExistingStore(file)
  let faults = 0
  for await (const { what, id, reason } of store.checkArchive()) {
    faults++
    process.stdout.write(`${what} ${id}: ${reason}\n`)
  }
  const { articles, captures } = await store.countArchive()
  await store.close()
  process.stderr.write(
    `${file}: ${articles} articles, ${captures} captures, ${faults === 0 ? 'no fault' : `${faults} faults`}.\n`,
  )
  return faults === 0 ? 0 : 1
}
