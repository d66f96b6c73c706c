import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { writeCaptures } from './captures.mjs'
import { khabar } from './processes.mjs'

/** Root may write whatever it wants, unless this takes the right away. */
const UNPRIVILEGED = process.getuid() === 0 ? ['setpriv', '--bounding-set', '-all'] : []

/** Each makes of a sound archive at `file` something else; `told` is how the refusal names it. */
const FILES = {
  'read-only': { told: /cannot be (written|opened); check the permissions/, make: makeReadOnly },
  truncated: { told: /is damaged/, make: (file) => truncateSync(file, 3 * 4096) },
  'cut to a part of a page': { told: /is damaged|not an SQLite database/, make: (file) => truncateSync(file, 2000) },
  'with a broken schema': { told: /is damaged/, make: (file) => overwrite(file, 100, 3000) },
  'all noise': { told: /not an SQLite database/, make: (file, random) => writeFileSync(file, random.bytes(20_000)) },
  'a text': { told: /not an SQLite database/, make: (file) => writeFileSync(file, 'a text '.repeat(1000)) },
  'of another program': { told: /another program/, make: (file) => alter(file, 'PRAGMA application_id = 7') },
  'of a newer Khabar': { told: /has schema 9999, this/, make: (file) => alter(file, 'PRAGMA user_version = 9999') },
}

export const files = {
  name: 'read-only, corrupt, truncated, foreign and newer files',
  short: 1,
  long: 10,
  async run({ count, random, folder, expect }) {
    const counts = { files: 0, refused: 0, changed: 0, 'damaged pages': 0, found: 0 }
    const { path } = writeCaptures(folder, 'captures', 30, random)
    const sound = join(folder, 'sound.db')
    await khabar(['import', path], { KHABAR_DB: sound })
    for (const [name, { make, told }] of Object.entries(FILES)) {
      const place = join(folder, name)
      mkdirSync(place)
      const file = join(place, 'archive.db')
      copyFileSync(sound, file)
      make(file, random)
      const before = hashesOf(place)
      const commands = [['import', path], ['serve'], ['retag']]
      for (const args of count > 1 ? commands : [random.pick(commands)]) {
        const run = await khabar(args, { KHABAR_DB: file }, { through: UNPRIVILEGED })
        const line = run.stderr.startsWith('khabar: The archive "') && run.stderr.trimEnd().split('\n').length === 1
        expect(run.status === 1 && line && told.test(run.stderr), `${name}: ${args[0]} names what is wrong`, run)
        counts.refused += Number(run.status === 1)
      }
      const same = hashesOf(place) === before
      expect(same, `${name}: nothing was overwritten`, readdirSync(place))
      counts.changed += Number(!same)
      counts.files++
    }
    await findDamage({ counts, sound, random, folder, expect, times: count * 3 })
    return counts
  },
}

/** A page of noise anywhere: the check names a fault, or the file is refused. */
async function findDamage({ counts, sound, random, folder, expect, times }) {
  const pages = statSync(sound).size / 4096
  for (let at = 0; at < times; at++) {
    const file = join(folder, `damaged-${at}.db`)
    copyFileSync(sound, file)
    const page = 1 + random.below(pages - 1)
    overwrite(file, page * 4096, 4096)
    const before = createHash('sha256').update(readFileSync(file)).digest('hex')
    const run = await khabar(['check'], { KHABAR_DB: file })
    const found = run.status === 1 && (run.stdout !== '' || /is damaged/.test(run.stderr))
    expect(found, `page ${page} of noise is found`, run)
    expect(
      createHash('sha256').update(readFileSync(file)).digest('hex') === before,
      `page ${page}: the check changes nothing`,
    )
    counts['damaged pages']++
    counts.found += Number(found)
  }
}

function makeReadOnly(file) {
  chmodSync(file, 0o444)
  chmodSync(join(file, '..'), 0o555)
}

function overwrite(file, from, length) {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, from, from + length)
  writeFileSync(file, bytes)
}

function alter(file, sql) {
  const db = new Sqlite(file)
  db.exec(sql)
  db.close()
}

/** Every file of the folder with what it holds. */
function hashesOf(folder) {
  const hashes = readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])
  return JSON.stringify(hashes)
}
