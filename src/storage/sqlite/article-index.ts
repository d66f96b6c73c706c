import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { FOLD_VERSION } from '../../language/fold.ts'
import { parseBody } from './document.ts'
import { unavailable } from './errors.ts'
import { createTermIndex } from './term-index.ts'
import { createTextIndex } from './text-index.ts'

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
    },
    /** To be called before the article's row changes. */
    remove(number: number, article: Article) {
      text.remove(number)
      terms.remove(number, article)
    },
  }
}

/**
 * Folds all texts anew where they were folded by older rules; the tags' names follow with the next `saveTagNames`.
 * @throws KhabarError 'storage_unavailable' where they were folded by newer rules
 */
export function refoldIndex(db: Database, file: string): void {
  const selectVersion = db.prepare<[], number>('SELECT fold_version FROM archive').pluck()
  const setVersion = db.prepare<[number]>('UPDATE archive SET fold_version = ?, names_hash = NULL')
  const isCurrent = () => {
    const version = selectVersion.get() ?? 0
    if (version > FOLD_VERSION) throw unavailable(file, 'has an index of a newer Khabar; use the newer one')
    return version === FOLD_VERSION
  }
  if (isCurrent()) return
  const refold = db.transaction(() => {
    if (isCurrent()) return // another process was faster
    refoldTexts(db)
    setVersion.run(FOLD_VERSION)
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
