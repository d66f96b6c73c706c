import { readConfig } from '../config.ts'
import { inspectArchive } from '../upkeep.ts'

type Environment = Record<string, string | undefined>

export async function runCheck({ db }: { db?: string }, env: Environment): Promise<number> {
  const file = db ?? readConfig(env).db
  const { faults, articles, captures, close } = await inspectArchive(file)
  let count = 0
  for (const { what, id, reason } of faults) {
    count++
    process.stdout.write(`${what} ${id}: ${reason}\n`)
  }
  close()
  process.stderr.write(
    `${file}: ${articles} articles, ${captures} captures, ${count === 0 ? 'no fault' : `${count} faults`}.\n`,
  )
  return count === 0 ? 0 : 1
}
