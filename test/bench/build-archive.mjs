/** Makes an archive of made-up articles to measure with, and tells how long it took and what takes how much room. */
import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { buildArchive } from './archive/build.mjs'
import { sizeOfParts, sizeTable } from './archive/size.mjs'

const USAGE = `node test/bench/build-archive.mjs N FILE [SEED]

Makes an archive of N made-up articles in the new file FILE: about 300 words and ten tags each, words, countries, actors,
places and publishers by Zipf's law, 15 years, three languages. Needs \`npm run build\`.`

const [count, file, seed = '1'] = process.argv.slice(2)
if (!/^\d+$/.test(count ?? '') || file === undefined || !/^\d+$/.test(seed)) fail(USAGE)
if (existsSync(file)) fail(`${file} is there already.`)
await build(Number(count), file, Number(seed))

async function build(count, file, seed) {
  console.log(`${count} articles with seed ${seed}`)
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  await buildArchive({ count, file, seed, tell: (done) => tellProgress(done, count, seconds()) })
  console.log(`built in ${seconds().toFixed(1)} s, ${Math.round(count / seconds())} articles a second`)
  const db = new Sqlite(file, { readonly: true })
  console.log(sizeTable(sizeOfParts(db), count))
  db.close()
}

/** A line for each tenth. */
function tellProgress(done, count, seconds) {
  if (Math.floor((done / count) * 10) === Math.floor(((done - 2000) / count) * 10)) return
  console.error(`  ${done} after ${seconds.toFixed(0)} s, ${Math.round(done / seconds)} a second`)
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
