import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { createTextIndex } from './reindex.ts'
import { createTermIndex } from './term-index.ts'
import { indexedWords } from './text-index.ts'

/** All by which lists find articles. Only live articles are in it. */
export function createArticleIndex(db: Database) {
  const text = createTextIndex(db)
  const terms = createTermIndex(db)

  return {
    add(number: number, article: Article) {
      text.add(number, indexedWords(article))
      terms.add(number, article)
    },
    /** The same text with other tags. */
    retag(number: number, before: Article, after: Article) {
      terms.remove(number, before)
      terms.add(number, after)
      text.remove(number)
      text.add(number, indexedWords(after))
    },
    /** To be called before the article's row changes. */
    remove(number: number, article: Article) {
      text.remove(number)
      terms.remove(number, article)
    },
  }
}
