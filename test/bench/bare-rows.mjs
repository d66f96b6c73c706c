import Sqlite from 'better-sqlite3'
import { openSqlite } from '../../dist/storage/sqlite/open.js'
import { indexedWords } from '../../dist/storage/sqlite/text-index.js'
import { groupBy } from '../helpers/group-by.mjs'

/** Tables that an article has rows in, with the column that says of which it is. */
const TABLES = {
  articles: 'number',
  captures: 'article',
  documents: 'article',
  items: 'article',
  links: 'article',
  article_terms: 'number',
}

/**
 * Milliseconds of CPU that bare better-sqlite3 takes to write the rows of an archive into a fresh one, its search index included,
 * by as many articles a transaction. All rows are in memory before, and nothing is looked up, compared or serialised.
 */
export async function writeBareRows(archive, fresh, { migrations, batch }) {
  const from = new Sqlite(archive, { readonly: true })
  const numbers = from.prepare('SELECT number FROM articles ORDER BY number').pluck().all()
  const terms = from.prepare('SELECT number, id, type, entry FROM terms').all()
  const rows = readRows(from)
  const texts = new Map(rows.documents.map(({ article, body }) => [article, indexedWords(JSON.parse(body).data)]))
  from.close()
  const { writer, reader } = await openSqlite(fresh, migrations)
  writer.pragma('foreign_keys = OFF')
  writer.exec('DELETE FROM terms')
  const insertTerm = writer.prepare('INSERT INTO terms (number, id, type, entry) VALUES (@number, @id, @type, @entry)')
  for (const term of terms) insertTerm.run(term)
  const inserts = Object.entries(rows).map(([table, all]) => {
    const columns = Object.keys(all[0] ?? {})
    const values = columns.map((column) => `@${column}`)
    if (columns.length === 0) return () => {}
    const insert = writer.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values})`)
    const byArticle = groupBy(all, (row) => row[TABLES[table]])
    return (number) => {
      for (const row of byArticle.get(number) ?? []) insert.run(row)
    }
  })
  const insertText = writer.prepare(`
    INSERT INTO search (rowid, headline, lead, body, headline_stems, lead_stems, body_stems, names)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const write = writer.transaction((some) => {
    for (const number of some) {
      for (const insert of inserts) insert(number)
      insertText.run(number, ...texts.get(number))
    }
  })
  const start = process.cpuUsage()
  for (let at = 0; at < numbers.length; at += batch) write.immediate(numbers.slice(at, at + batch))
  const spent = millisecondsSince(start)
  reader.close()
  writer.close()
  return spent
}

/** Of CPU, system calls included. */
export function millisecondsSince(start) {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function readRows(db) {
  return Object.fromEntries(
    Object.keys(TABLES).map((table) => {
      const columns = db.pragma(`table_info(${table})`).map(({ name }) => name)
      return [table, db.prepare(`SELECT ${columns} FROM ${table}`).all()]
    }),
  )
}
