import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { parseBody } from './document.ts'
import { unavailable } from './errors.ts'
import { createTermIndex } from './term-index.ts'
import { createTextIndex, INDEX_VERSION } from './text-index.ts'

/** All by which lists find articles. Only live articles are in it. */
export function createArticleIndex(db: Database) {
  const text = createTextIndex(db)
  const terms = createTermIndex(db)

  return {
    add(number: number, article: Article) {
      text.add(number, article)
      terms.add(number, article)
    },
    /** The same text with other tags. */
    retag(number: number, before: Article, after: Article) {
      terms.remove(number, before)
      terms.add(number, after)
      text.remove(number)
      text.add(number, after)
    },
    /** To be called before the article's row changes. */
    remove(number: number, article: Article) {
      text.remove(number)
      terms.remove(number, article)
    },
  }
}

/**
 * Makes the text index anew where it was made by older rules; the tags' names follow with the next `saveTagNames`.
 * @throws KhabarError 'storage_unavailable' where it was made by newer rules
 */
export function refoldIndex(db: Database, file: string): void {
  const selectVersion = db.prepare<[], number>('SELECT fold_version FROM archive').pluck()
  const setVersion = db.prepare<[number]>('UPDATE archive SET fold_version = ?, names_hash = NULL')
  const isCurrent = () => {
    const version = selectVersion.get() ?? 0
    if (version > INDEX_VERSION) throw unavailable(file, 'has an index of a newer Khabar; use the newer one')
    return version === INDEX_VERSION
  }
  if (isCurrent()) return
  const refold = db.transaction(() => {
    if (isCurrent()) return // another process was faster
    refoldTexts(db)
    setVersion.run(INDEX_VERSION)
  })
  refold.immediate()
}

function refoldTexts(db: Database): void {
  const selectNext = db.prepare<[number], { number: number; body: Buffer }>(`
    SELECT number, body FROM articles JOIN documents ON article = number
    WHERE number > ? AND withdrawn = 0 ORDER BY number LIMIT 1
  `)
  const text = createTextIndex(db)
  text.clear()
  for (let row = selectNext.get(0); row !== undefined; row = selectNext.get(row.number)) {
    text.add(row.number, parseBody(row.body))
  }
}
