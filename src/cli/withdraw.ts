import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'

type Environment = Record<string, string | undefined>

export async function runWithdraw(
  ids: string[],
  { undo = false }: { undo?: boolean },
  env: Environment,
): Promise<number> {
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
