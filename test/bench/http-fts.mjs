/**
 * What FTS5 alone takes for the searches in the JSON of standard input: the best 20 and the total, by plain queries of one
 * process that does nothing else. Prints microseconds of CPU a search.
 */
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

const db = new Sqlite(process.argv[2], { readonly: true })
const searches = JSON.parse(readFileSync(0, 'utf8')).map((words) => words.map((word) => `"${word}"`).join(' '))
const selectBest = db.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 20').pluck()
const countAll = db.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck()

const run = () => {
  for (const match of searches) {
    selectBest.all(match)
    countAll.get(match)
  }
}
run()
const cpu = process.cpuUsage()
run()
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify((user + system) / searches.length))
