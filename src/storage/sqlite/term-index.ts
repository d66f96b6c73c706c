import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { isAbout, type Tag } from '../../domain/tag.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { coreOfTag } from './tag-entry.ts'
import { createTermBlocks } from './term-blocks.ts'

/** The term of every article: the list without any filter. */
export const ALL = 'all'

export const languageTerm = (language: string) => `language:${language}`
export const publisherTerm = (publisher: string) => `publisher:${publisher}`

type Position = { newest: number; id: string }

/** Keeps which articles a filter by a tag, a language or a publisher finds, and how many. */
export function createTermIndex(db: Database) {
  const blocks = createTermBlocks(db)
  const selectTerm = db.prepare<[id: string], number>('SELECT number FROM terms WHERE id = ?').pluck()
  const insertTerm = db
    .prepare<[id: string, type: string, entry: string | null], number>(
      'INSERT INTO terms (id, type, entry) VALUES (?, ?, ?) RETURNING number',
    )
    .pluck()
  const insertName = db.prepare<[name: string, term: number]>(
    'INSERT INTO names (name, term) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const countUp = db.prepare<[term: number]>('UPDATE terms SET articles = articles + 1 WHERE number = ?')
  const countDown = db.prepare<[term: number]>('UPDATE terms SET articles = articles - 1 WHERE number = ?')
  const selectPosition = db.prepare<[article: number], Position>('SELECT newest, id FROM articles WHERE number = ?')
  const insertArticle = db.prepare<[term: number, newest: number, id: string, article: number]>(
    'INSERT INTO article_terms (term, newest, id, number) VALUES (?, ?, ?, ?)',
  )
  const deleteArticle = db.prepare<[term: number, newest: number, id: string]>(
    'DELETE FROM article_terms WHERE term = ? AND newest = ? AND id = ?',
  )

  function ensureTag(tag: Tag): number {
    const known = selectTerm.get(tag.id)
    if (known !== undefined) return known
    const term = insertTerm.get(tag.id, tag.type, JSON.stringify(coreOfTag(tag))) as number
    for (const label of Object.values(tag.label)) insertName.run(` ${foldedWords(label)}`, term)
    return term
  }

  function ensureTerm(id: string): number {
    return selectTerm.get(id) ?? (insertTerm.get(id, id.slice(0, id.indexOf(':')), null) as number)
  }

  return {
    add(number: number, article: Article) {
      for (const tag of article.tags) ensureTag(tag)
      const { newest, id } = selectPosition.get(number) as Position
      const terms = termsOf(article, article.tags.filter(isAbout)).map(ensureTerm)
      for (const term of terms) {
        insertArticle.run(term, newest, id, number)
        countUp.run(term)
      }
      blocks.put(number, newest, terms)
    },
    /** To be called before the article's row changes: its sort key is in the index. */
    remove(number: number, article: Article) {
      const { newest, id } = selectPosition.get(number) as Position
      for (const term of termsOf(article, article.tags).map((term) => selectTerm.get(term))) {
        if (term !== undefined && deleteArticle.run(term, newest, id).changes > 0) countDown.run(term)
      }
      blocks.remove(number)
    },
  }
}

/** The terms that find the article, given the tags that it is about. */
export function termsOf(article: Article, tags: Tag[]): string[] {
  const publisher = article.publisher === null ? [] : [publisherTerm(article.publisher)]
  return [ALL, languageTerm(article.language), ...publisher, ...tags.map(({ id }) => id)]
}
