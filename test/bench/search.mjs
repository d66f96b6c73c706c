/** Lists, searches and facets over archives of several sizes, against SQLite's own query for the same articles, in turn. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parseSearch } from '../../dist/http/search-query.js'
import { createNameFinder } from '../../dist/storage/sqlite/highlights.js'
import { createArticleLists } from '../../dist/storage/sqlite/list.js'
import { RELEVANCE } from '../../dist/storage/sqlite/list-sql.js'
import { matchExpression } from '../../dist/storage/sqlite/search-match.js'
import { buildArchive, openStore } from './archive/build.mjs'
import { sizeOfParts, sizeTable } from './archive/size.mjs'
import { createVocabulary } from './archive/vocabulary.mjs'
import { randomFrom } from './random.mjs'

const SEED = 1
const PAIRS = 100
const PAGES = 1000
const FACETS = ['country', 'actor', 'place', 'language', 'publisher', 'year']
const QUERY = {
  ...{ q: null, tags: [], language: null, publisher: null, from: null, before: null, sort: '-published', limit: 20 },
  ...{ cursor: null, countTotal: true, highlight: false, facets: [], timeZone: 'UTC', shape: 'item' },
}

const USAGE = `npm run bench:search -- [SIZE | FILE]...

Measures lists, searches and facets of archives of these sizes (10000), which are built first, or in files that
test/bench/build-archive.mjs made.`

const archives = process.argv.slice(2)
if (archives.includes('--help')) console.log(USAGE)
else for (const one of archives.length === 0 ? ['10000'] : archives) await measure(one)

async function measure(sizeOrFile) {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
  try {
    const file = /^\d+$/.test(sizeOrFile) ? await build(Number(sizeOrFile), join(folder, 'archive.db')) : sizeOrFile
    if (!existsSync(file)) throw new Error(`There is no file "${file}".`)
    await measureFile(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function build(count, file) {
  const start = performance.now()
  await buildArchive({ count, file, seed: SEED })
  const seconds = (performance.now() - start) / 1000
  console.log(`built ${count} articles in ${seconds.toFixed(0)} s, ${Math.round(count / seconds)} a second`)
  return file
}

async function measureFile(file) {
  const { store } = await openStore(file)
  const db = new Sqlite(file, { readonly: true })
  db.pragma('cache_size = -65536')
  const { articles } = await store.countArchive()
  console.log(`\n${articles} articles, milliseconds of one core (median unless said otherwise)`)
  await measureLists(store)
  await measureSearches(db)
  await measureFacets(store)
  console.log(sizeTable(sizeOfParts(db), articles))
  db.close()
  await store.close()
}

/** Pages of two, so that a thousand of them are there in a small archive, too. */
async function measureLists(store) {
  const [country] = (await store.listTags({ type: 'country', q: null, limit: 1, cursor: null })).items
  const range = { from: Date.UTC(2012, 0), before: Date.UTC(2025, 0) }
  const query = { ...QUERY, ...range, tags: [[{ id: country.id, not: false }]], limit: 2, countTotal: false }
  let page = await store.listArticles(query)
  for (let number = 2; number < PAGES; number++) page = await store.listArticles({ ...query, cursor: page.next })
  const first = await times(50, () => store.listArticles(query))
  const last = await times(50, () => store.listArticles({ ...query, cursor: page.next }))
  row(
    'by newest, a country and dates',
    `page 1 ${show(first)}, page ${PAGES} ${show(last)}`,
    median(last) / median(first),
  )
}

async function measureSearches(db) {
  const random = randomFrom(SEED)
  const { words } = createVocabulary(SEED)
  const pairs = Array.from({ length: PAIRS }, () => `${words.ar(random)} ${words.ar(random)}`)
  await compare(db, 'two words, p50', pairs, 3)
  await compare(db, 'two words, p99', pairs, 3, (list) => quantile(list, 0.99))
  await compare(db, 'a rare word', ['للمليك'], 20)
  await compare(db, 'a word of three in four articles', ['قال'], 10)
  await compare(db, 'two such words', ['في من'], 10)
}

/** Twenty articles with the total, against SQLite's own query for the same, with the same expression and weights. */
async function compare(db, name, searches, rounds, choose = median) {
  const findNames = createNameFinder(db)
  const select = db.prepare(`SELECT rowid, ${RELEVANCE} AS key FROM search WHERE search MATCH ? ORDER BY key LIMIT 20`)
  // Each time as after a change of the archive: no total is kept.
  let changes = 0
  const lists = createArticleLists(db, () => `${changes++}`)
  const count = db.prepare('SELECT count(*) AS total FROM search WHERE search MATCH ?')
  const ours = []
  const theirs = []
  for (const search of searches) {
    const q = parseSearch(search)
    const match = matchExpression(q, findNames)
    const one = []
    const other = []
    for (let round = 0; round < rounds; round++) {
      one.push(await time(() => lists({ ...QUERY, q, sort: 'relevance' })))
      other.push(await time(() => [select.all(match), count.all(match)]))
    }
    ours.push(median(one))
    theirs.push(median(other))
  }
  row(name, `${choose(ours).toFixed(2)}, SQLite's own ${choose(theirs).toFixed(2)}`, choose(ours) / choose(theirs))
}

async function measureFacets(store) {
  const half = { language: 'ar', countTotal: false, facets: FACETS.map((name) => ({ name, own: null })) }
  const list = await times(20, () => store.listArticles({ ...QUERY, ...half, facets: [] }))
  const facets = await times(20, () => store.listArticles({ ...QUERY, ...half }))
  row('six facets of three in four articles', `${show(facets)}, the list alone ${show(list)}`)
}

async function times(count, work) {
  const list = []
  for (let at = 0; at < count; at++) list.push(await time(work))
  return list
}

/** Milliseconds of the processor: what else the machine does is not in them. */
async function time(work) {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function quantile(list, share) {
  return [...list].sort((one, other) => one - other)[Math.floor(list.length * share)]
}

function median(list) {
  return quantile(list, 0.5)
}

function show(list) {
  return median(list).toFixed(2)
}

function row(name, figures, ratio) {
  console.log(`  ${name.padEnd(38)}${figures}${ratio === undefined ? '' : `, ratio ${ratio.toFixed(2)}`}`)
}
