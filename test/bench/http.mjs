/**
 * Khabar over HTTP against a bare node:http server that sends the same bytes and headers from memory: in slices taken in
 * turn, the servers on one core and the load on the other.
 */
import { mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildArchive } from './archive/build.mjs'
import { createComparison } from './http-compare.mjs'
import { chooseRequests } from './http-requests.mjs'
import { canPin, ftsMicroseconds, memoryOf, startBare, startKhabar, startLoad } from './http-servers.mjs'

const USAGE = `node test/bench/http.mjs [options]; needs npm run build, and Linux

  --articles N     of the archive that is made for it (10000)
  --archive FILE   one that build-archive.mjs has made, instead
  --rounds N       of slices of half a second in turn (10)
  --seed N         of the archive and of what is asked for (1)
  --only TEXT      only the rows whose names have this text`

/** Lists and searches that are asked again and again: as many as are kept at once. */
const KEPT = 150

const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
try {
  await bench(readOptions())
} finally {
  rmSync(folder, { recursive: true })
}

function readOptions() {
  const text = (otherwise) => ({ type: 'string', default: otherwise })
  const options = { articles: text('10000'), archive: text(''), rounds: text('10'), seed: text('1'), only: text('') }
  try {
    const { values } = parseArgs({ options })
    const [articles, rounds, seed] = ['articles', 'rounds', 'seed'].map((key) => Number(values[key]))
    return { ...values, articles, rounds, seed }
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`)
    process.exit(2)
  }
}

async function bench({ articles, archive, seed, ...options }) {
  const file = archive || join(folder, 'archive.db')
  if (archive === '') await buildArchive({ count: articles, file, seed })
  const { count, ids, lists, facets, searches, words } = chooseRequests(file, seed)
  const kept = await startKhabar({ KHABAR_DB: file })
  console.log(`${count} articles, ${(statSync(file).size / count / 1000).toFixed(1)} kB of database each, seed ${seed}`)
  console.log(`first answer ${kept.startedIn.toFixed(0)} ms after the start, ${memoryOf(kept.child).now} MB resident`)
  const fresh = await startKhabar({ KHABAR_DB: file, KHABAR_CACHE_BYTES: '0' })
  const logging = await startKhabar({ KHABAR_DB: file, LOG_LEVEL: 'info' }, openSync(join(folder, 'log'), 'w'))
  const bare = await startBare()
  const load = startLoad()
  if (!canPin) console.log('Without taskset servers and load share all cores.')
  const compare = createComparison({ bare, load, ...options })

  await compare('article by id, kept', kept, ids)
  await compare('article by id, from the database', fresh, ids)
  await compare('article by id, not modified', kept, ids, { conditional: true })
  await compare('article by id, in br', kept, ids.slice(0, 1000), { encoding: 'br' })
  await compare('article by id, logged at info', logging, ids, { against: kept })
  await compare('list by tag and year, kept', kept, lists.slice(0, KEPT))
  await compare('list by tag and year, fresh', fresh, lists)
  await compare('facets of a tag and year, kept', kept, facets.slice(0, KEPT))
  await compare('facets of a tag and year, fresh', fresh, facets)
  await compare('search of one or two words, kept', kept, searches.slice(0, KEPT))
  const search = await compare('search of one or two words, fresh', fresh, searches)
  if (search !== null) tellSearch(search, ftsMicroseconds(file, words))
  for (const [name, { child }] of Object.entries({ 'answers kept': kept, 'none kept': fresh })) {
    const { now, peak } = memoryOf(child)
    console.log(`after load, ${name}: ${now} MB resident, ${peak} MB at most`)
  }
  for (const { child } of [kept, fresh, logging]) child.kill()
  for (const { child } of [bare, load]) child.disconnect()
}

function tellSearch(ours, alone) {
  console.log(
    `  ${(ours / alone).toFixed(2)} times the CPU of FTS5 alone: ${alone.toFixed(0)} µs for the best 20 and the total`,
  )
}
