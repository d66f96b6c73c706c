import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BadInput, readCapture, readJson } from '../captures.mjs'

const MIGRATIONS = new URL('../../../migrations/sqlite', import.meta.url).pathname
const CAPTURE = /\.(?:txt|html?)(?:\.gz)?$/
const LIMIT = 64 * 1024 * 1024

/**
 * All captures below the folder, or below the folders that its `corpus.json` lists: { name, path }. A page that lies with
 * its texts stands for them and is called as their folder, any other capture as its file.
 */
export function findCorpus(folder) {
  const list = join(folder, 'corpus.json')
  const roots = existsSync(list) ? readJson(list).map((path) => join(folder, path)) : [folder]
  const captures = roots.flatMap(capturesBelow)
  const names = new Set()
  for (const { name, path } of captures) {
    if (names.has(name)) throw new BadInput(`Two captures are called "${name}"; one is ${path}.`)
    names.add(name)
  }
  if (names.size === 0) throw new BadInput(`There is no capture below "${folder}".`)
  return captures
}

function capturesBelow(folder) {
  if (!existsSync(folder)) throw new BadInput(`There is no folder "${folder}".`)
  const files = readdirSync(folder).sort()
  const page = files.find((file) => /^page\.html?(?:\.gz)?$/.test(file))
  if (page !== undefined) return [{ name: basename(folder), path: join(folder, page) }]
  return files.flatMap((file) => {
    const path = join(folder, file)
    if (statSync(path).isDirectory()) return capturesBelow(path)
    return CAPTURE.test(file) ? [{ name: file.replace(CAPTURE, ''), path }] : []
  })
}

/** A fresh archive in `file` of the captures, with the id of each article by its capture's name: several may be one article. */
export async function importCorpus(captures, file) {
  const { draftOf, openReader, openSqlite, createArticleStore } = await loadKhabar()
  const reader = openReader({ gazetteer: null, captureLimit: LIMIT })
  const store = createArticleStore(await openSqlite(file, MIGRATIONS))
  await store.saveTagNames([...reader.gazetteer.listed.values()])
  const drafts = captures.map(({ path }) => draftOf(readCapture(path), reader))
  const results = await store.saveArticles(drafts, new Date())
  return { store, ids: new Map(captures.map(({ name }, at) => [name, results[at].id])) }
}

/** Loaded once the input is known to be right. */
async function loadKhabar() {
  const from = (path) => import(new URL(`../../../dist/${path}`, import.meta.url))
  const files = ['compose.js', 'ingest.js', 'storage/sqlite/article-store.js', 'storage/sqlite/open.js']
  return Object.assign({}, ...(await Promise.all(files.map(from))))
}
