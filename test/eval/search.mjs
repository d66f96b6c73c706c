import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readArguments } from './arguments.mjs'
import { BadInput } from './captures.mjs'
import { findCorpus, importCorpus } from './search/corpus.mjs'
import { readQueries } from './search/queries.mjs'
import { measure, table, worst } from './search/report.mjs'

const USAGE = `npm run eval:search -- [DIR] [options]

Scores the search by the judged queries in DIR (test/fixtures/search):
  queries.jsonl  one query a line: { "q": "وزير", "relevant": ["ar-grain", "manara-2025-06-29"] }; a capture is called as
                 its file without the ending, a page that lies with its texts as their folder
  corpus.json    the folders whose captures are searched, as a list of paths from DIR; without it, DIR itself

  --worst N  how many of the worst queries to print (15)
  --json     print all queries with what was found, as ids of articles`

const OPTIONS = { worst: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } }
const FIXTURES = fileURLToPath(new URL('../fixtures/search', import.meta.url))

/** As many articles as a page may hold; a query finds fewer in a corpus of fixtures. */
const PAGE = 100

try {
  const { folder, count, json } = readArguments({ usage: USAGE, options: OPTIONS, counter: 'worst', folder: FIXTURES })
  const { measures, nameOf } = await measureFolder(folder)
  if (json) console.log(JSON.stringify({ measures }))
  else console.log([table(measures), worst(measures, count, nameOf)].filter(Boolean).join('\n\n'))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function measureFolder(folder) {
  if (!existsSync(folder)) throw new BadInput(`There is no folder "${folder}".`)
  const captures = findCorpus(folder)
  const queries = readQueries(join(folder, 'queries.jsonl'), captures)
  const temporary = mkdtempSync(join(tmpdir(), 'khabar-search-'))
  try {
    const { store, ids } = await importCorpus(captures, join(temporary, 'archive.db'))
    const names = new Map([...ids].map(([name, id]) => [id, name]))
    const measures = await measureQueries(store, queries, ids)
    await store.close()
    return { measures, nameOf: (id) => names.get(id) }
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

async function measureQueries(store, queries, ids) {
  const { parseSearch } = await import('../../dist/http/search-query.js')
  const measures = []
  for (const { q, relevant } of queries) {
    measures.push(
      measure({
        q,
        relevant: new Set(relevant.map((name) => ids.get(name))),
        found: await search(store, parseSearch(q)),
      }),
    )
  }
  return measures
}

async function search(store, q) {
  const { articles } = await store.listArticles({
    ...{ q, tags: [], language: null, publisher: null, from: null, before: null },
    ...{
      sort: 'relevance',
      limit: PAGE,
      cursor: null,
      countTotal: false,
      highlight: false,
      facets: [],
      timeZone: 'UTC',
      shape: 'item',
    },
  })
  return new Set(JSON.parse(articles).map(({ id }) => id))
}
