import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'

type Environment = Record<string, string | undefined>

export async function runCheck({ db }: { db?: string }, env: Environment): Promise<number> {
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
