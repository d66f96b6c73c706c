/** How fast captures come into a fresh archive, and what share of the time is reading, tagging and saving. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchive, openDrafter, openReader } from '../../dist/compose.js'
import { readConfig } from '../../dist/config.js'
import { keysOf } from '../../dist/importer/identity.js'
import { readCapture } from '../../dist/importer/pipeline.js'
import { tagArticle } from '../../dist/tagging/tag-article.js'
import { millisecondsSince, writeBareRows } from './bare-rows.mjs'
import { makeCapture } from './captures.mjs'

const COUNT = Number(process.argv[2] ?? 10_000)
const BATCH = 200

const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
const MIGRATIONS = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))
const config = readConfig({ KHABAR_DB: join(folder, 'archive.db') })
const reader = openReader(config)
const { gazetteer, lexicon, tagger } = reader
const { store, close } = await openArchive(config)
const spent = { reading: 0, tagging: 0, saving: 0 }

for (let from = 0; from < COUNT; from += BATCH) {
  const captures = Array.from({ length: Math.min(BATCH, COUNT - from) }, (_, index) => textCapture(from + index))
  const read = await time('reading', () =>
    captures.map((capture) => readCapture(capture, { lexicon, now: reader.now() })),
  )
  const tags = await time('tagging', () => read.map(({ article }) => tagArticle(article, gazetteer)))
  const drafts = read.map(({ article, ledger }, index) => ({
    article,
    ledger,
    ...tags[index],
    bytes: captures[index].bytes,
    tagger,
    ...keysOf(article),
  }))
  await time('saving', () => store.saveArticles(drafts, reader.now()))
}

const total = spent.reading + spent.tagging + spent.saving
const { articles } = await store.countArchive()
console.log(`import: ${articles} articles at ${Math.round((COUNT / total) * 1000)} a second on one core`)
for (const [part, milliseconds] of Object.entries(spent)) {
  console.log(
    `  ${part}: ${((milliseconds / total) * 100).toFixed(0)} %, ${(milliseconds / COUNT).toFixed(2)} ms an article`,
  )
}
const perCore = (COUNT / (spent.reading + spent.tagging)) * 1000
const size = Buffer.byteLength(makeCapture(0))
console.log(`reading and tagging: ${Math.round(perCore)} text captures of ${size} bytes a second and core`)
await close()
const bare = await writeBareRows(config.db, join(folder, 'bare.db'), { migrations: MIGRATIONS, batch: BATCH })
console.log(
  `bare better-sqlite3 writes the same rows at ${Math.round((COUNT / bare) * 1000)} articles a second: saving takes ${(spent.saving / bare).toFixed(1)} times as long, reading and tagging ${((spent.reading + spent.tagging) / bare).toFixed(1)} times`,
)
await comparePool()
rmSync(folder, { recursive: true })

function textCapture(number) {
  const bytes = new TextEncoder().encode(makeCapture(number))
  return { bytes, mediaType: 'text/plain', charset: null, name: `${number}.txt`, url: null, capturedAt: null }
}

/** The same captures through `khabar import`'s own way, on one thread and on as many as there are cores. */
async function comparePool() {
  const rates = []
  for (const importWorkers of [1, config.importWorkers]) {
    const drafter = openDrafter(reader, { ...config, importWorkers }, 'batch')
    // Threads come up before they are measured.
    await Promise.all(Array.from({ length: 500 }, (_, number) => drafter.draft(textCapture(number))))
    const start = performance.now()
    for (let from = 0; from < COUNT; from += 2 * BATCH)
      await Promise.all(Array.from({ length: 2 * BATCH }, (_, index) => drafter.draft(textCapture(from + index))))
    rates.push((COUNT / (performance.now() - start)) * 1000)
    await drafter.close()
  }
  const [one, all] = rates
  console.log(
    `threads: ${Math.round(all)} captures a second on ${config.importWorkers} against ${Math.round(one)} on one, ratio ${(all / one).toFixed(2)}`,
  )
}

/** In CPU time, which says more on a busy machine than the clock does. */
async function time(part, work) {
  const start = process.cpuUsage()
  const result = await work()
  spent[part] += millisecondsSince(start)
  return result
}
