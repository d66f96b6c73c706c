import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'

/** Marks the file as an archive of ours: "Khbr" in ASCII. */
export const APPLICATION_ID = 0x4b686272

export type Migration = { version: number; file: string }

/** The migrations of a folder in order. `0001-archive.sql` makes version 1; a gap or a foreign name is a fault of the installation. */
export function listMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name, at) => {
    if (Number.parseInt(name, 10) !== at + 1)
      throw new Error(`Migration ${at + 1} is missing before "${name}" in ${folder}`)
    return { version: at + 1, file: join(folder, name) }
  })
}

/** Brings the schema up to the newest version. Several processes may do so at once: each migration is made by one of them. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  for (const { version, file } of migrations) {
    if (schemaVersion(db) >= version) continue
    const sql = readFileSync(file, 'utf8')
    const apply = db.transaction(() => {
      if (schemaVersion(db) >= version) return // another process was faster
      db.exec(sql)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${version}`)
    })
    apply.immediate()
  }
}

export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}
