import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { isAbout, type Tag } from '../../domain/tag.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { coreOfTag } from './tag-entry.ts'

/** The term of every article: the list without any filter. */
export const ALL = 'all'

export const languageTerm = (language: string) => `language:${language}`
export const publisherTerm = (publisher: string) => `publisher:${publisher}`

/** Keeps which articles a filter by a tag, a language or a publisher finds, and how many. */
export function createTermIndex(db: Database) {
  const insertTerm = db.prepare<[id: string, type: string, entry: string | null]>(`
    INSERT INTO terms (id, type, entry) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING
  `)
  const insertName = db.prepare<[name: string, id: string]>(`
    INSERT INTO names (name, term) SELECT ?, number FROM terms WHERE id = ? ON CONFLICT DO NOTHING
  `)
  const countUp = db.prepare('UPDATE terms SET articles = articles + 1 WHERE id = ?')
  const countDown = db.prepare('UPDATE terms SET articles = articles - 1 WHERE id = ?')
  const insertArticle = db.prepare<[id: string, article: number]>(`
    INSERT INTO article_terms (term, newest, id, number)
    SELECT terms.number, articles.newest, articles.id, articles.number FROM terms, articles
    WHERE terms.id = ? AND articles.number = ?
  `)
  const deleteArticle = db.prepare<[id: string, article: number]>(`
    DELETE FROM article_terms
    WHERE term = (SELECT number FROM terms WHERE id = ?)
      AND (newest, id) = (SELECT newest, id FROM articles WHERE number = ?)
  `)

  function ensureTag(tag: Tag): void {
    const isNew = insertTerm.run(tag.id, tag.type, JSON.stringify(coreOfTag(tag))).changes > 0
    if (isNew) for (const label of Object.values(tag.label)) insertName.run(` ${foldedWords(label)}`, tag.id)
  }

  return {
    add(number: number, article: Article) {
      for (const tag of article.tags) ensureTag(tag)
      insertTerm.run(languageTerm(article.language), 'language', null)
      if (article.publisher !== null) insertTerm.run(publisherTerm(article.publisher), 'publisher', null)
      for (const id of termsOf(article, article.tags.filter(isAbout))) {
        insertArticle.run(id, number)
        countUp.run(id)
      }
    },
    /** To be called before the article's row changes: its sort key is in the index. */
    remove(number: number, article: Article) {
      for (const id of termsOf(article, article.tags)) {
        if (deleteArticle.run(id, number).changes > 0) countDown.run(id)
      }
    },
  }
}

/** The terms that find the article, given the tags that it is about. */
export function termsOf(article: Article, tags: Tag[]): string[] {
  const publisher = article.publisher === null ? [] : [publisherTerm(article.publisher)]
  return [ALL, languageTerm(article.language), ...publisher, ...tags.map(({ id }) => id)]
}
