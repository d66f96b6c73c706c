import { statSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { backupArchive } from '../upkeep.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { createPageProgress } from './progress.ts'

type Environment = Record<string, string | undefined>

export async function runBackup(to: string, { db }: { db?: string }, env: Environment): Promise<number> {
  const file = db ?? readConfig(env).db
  const signal = stopOnInterrupt()
  const progress = createPageProgress()
  try {
    await backupArchive(file, to, { onProgress: progress.show, signal })
  } catch (error) {
    if (!signal.aborted) throw error
    progress.end()
    process.stderr.write('Interrupted: there is no backup.\n')
    return 1
  }
  progress.end()
  const megabytes = (statSync(to).size / 1e6).toFixed(1)
  process.stderr.write(`${file} is copied to ${to} (${megabytes} MB); "khabar check --db ${to}" verifies the copy.\n`)
  return 0
}
