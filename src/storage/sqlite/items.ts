import type { Database, Statement } from 'better-sqlite3'
import type { ArticleQuery } from '../../domain/store.ts'

type Shape = ArticleQuery['shape']

/** What is shown of an article. Of the body, which is {"data":…}, all but its first eight characters and its last. */
const SELECT: Record<Shape, string> = {
  item: 'SELECT item FROM items WHERE article = ?',
  article: 'SELECT substr(body, 9, length(body) - 9) FROM documents WHERE article = ?',
}

/** A JSON array in UTF-8 of what is shown of the articles with these numbers. */
export type ReadItems = (shape: Shape, numbers: readonly number[]) => Buffer

/**
 * Reads what a page shows of its articles. SQLite joins it: to make a Buffer of each article takes longer than to read it,
 * a string of what is only sent on ten times as long.
 */
export function createItemReader(db: Database): ReadItems {
  const statements: Record<Shape, Statement<number[], Buffer>[]> = { item: [], article: [] }

  function prepare(shape: Shape, count: number): Statement<number[], Buffer> {
    const items = Array.from({ length: count }, () => `(${SELECT[shape]})`).join(', ')
    return db.prepare<number[], Buffer>(`SELECT CAST('[' || concat_ws(',', ${items}) || ']' AS BLOB)`).pluck()
  }

  return (shape, numbers) => {
    const count = numbers.length
    if (count === 0) return Buffer.from('[]')
    statements[shape][count] ??= prepare(shape, count)
    return statements[shape][count].get(...numbers) as Buffer
  }
}
