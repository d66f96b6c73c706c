/** What the benchmark asks for, at random from what the archive holds; the same seed asks the same. */
import Sqlite from 'better-sqlite3'
import { pick, randomFrom, shuffle } from './random.mjs'

/** More than a server keeps totals of, so that a list that is asked for the second time is as new as the first. */
const LISTS = 3000

/** @returns the number of articles, addresses by kind, and the words of the searches */
export function chooseRequests(file, seed) {
  const db = new Sqlite(file, { readonly: true })
  const random = randomFrom(seed)
  const all = (sql) => db.prepare(sql).pluck().all()
  const ids = all('SELECT id FROM articles WHERE withdrawn = 0')
  const tags = all('SELECT id FROM terms WHERE entry IS NOT NULL AND articles > 0 ORDER BY articles DESC, id LIMIT 400')
  const years = all("SELECT DISTINCT substr(id, 1, 4) FROM articles WHERE id GLOB '[0-9]*'")
  const words = chooseWords(db, ids.length)
  db.close()
  const searches = Array.from({ length: LISTS }, (_, at) =>
    Array.from({ length: 1 + (at % 2) }, () => pick(words, random)),
  )
  const pairs = tags.flatMap((tag) => years.map((year) => `tag=${tag}&from=${year}-01-01&to=${year}-12-31`))
  const lists = shuffle(pairs, random).slice(0, LISTS)
  return {
    count: ids.length,
    ids: shuffle(ids, random)
      .slice(0, 2000)
      .map((id) => `/v1/articles/${id}`),
    lists: lists.map((query) => `/v1/articles?${query}`),
    facets: lists.map((query) => `/v1/articles?facet=country,year&${query}`),
    searches: searches.map((terms) => `/v1/articles?q=${encodeURIComponent(terms.join(' '))}`),
    words: searches,
  }
}

/** Words as people search for: neither in nearly every article nor in hardly one. */
function chooseWords(db, articles) {
  db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, 'row')")
  return db
    .prepare("SELECT term FROM vocabulary WHERE length(term) > 3 AND term NOT GLOB '*:*' AND doc BETWEEN ? AND ?")
    .pluck()
    .all(articles / 500, articles / 5)
}
