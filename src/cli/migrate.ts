import { readConfig } from '../config.ts'
import { migrateArchive, pendingMigrations } from '../upkeep.ts'
import { counted } from './counted.ts'

type Environment = Record<string, string | undefined>

/** Answers 1 for a check that finds something to do. */
export async function runMigrate(
  { check = false, db }: { check?: boolean; db?: string },
  env: Environment,
): Promise<number> {
  const file = db ?? readConfig(env).db
  const pending = await pendingMigrations(file)
  if (!check) await migrateArchive(file)
  for (const name of pending) process.stdout.write(`${name}\n`)
  const many = counted(pending.length, 'migration')
  const outcome = check ? `needs ${many}; "khabar migrate" or the next start makes them` : `is up to date now: ${many}`
  process.stderr.write(`${file} ${pending.length === 0 ? 'is up to date' : outcome}.\n`)
  return check && pending.length > 0 ? 1 : 0
}
