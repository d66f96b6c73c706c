import { Command } from 'commander'
import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'

type Environment = Record<string, string | undefined>
type Options = { undo?: boolean }

export function withdrawCommand(env: Environment): [Command, (ids: string[], options: Options) => Promise<number>] {
  const command = new Command('withdraw')
    .description('Take articles out of every answer (410), as a publisher may ask; their captures are kept.')
    .argument('<ID...>')
    .option('--undo', 'bring them back')
  return [command, (ids, options) => withdraw(ids, options.undo === true, env)]
}

async function withdraw(ids: string[], undo: boolean, env: Environment): Promise<number> {
  const store = await openExistingStore(readConfig(env).db)
  try {
    for (const id of ids) {
      await store.withdrawArticle(id, !undo, new Date())
      process.stderr.write(`${id} is ${undo ? 'back' : 'withdrawn'}.\n`)
    }
    return 0
  } finally {
    await store.close()
  }
}
