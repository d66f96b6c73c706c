import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import { tokenise } from '../../language/tokenise.ts'

/** Folded words with single spaces between: the only form in which text reaches the index. */
export function foldWords(text: string): string {
  return tokenise(text)
    .map(({ folded }) => folded)
    .join(' ')
}

/**
 * The FTS5 expression for texts with all words of `q`, each quoted, so that nothing a user types is syntax: a folded
 * word consists of letters, marks and digits. null where `q` has no word.
 */
export function matchExpression(q: string): string | null {
  const words = new Set(tokenise(q).map(({ folded }) => folded))
  return words.size === 0 ? null : [...words].map((word) => `"${word}"`).join(' ')
}

/** What a search looks through: what the article itself says, not the titles that it links to. */
export function searchableText(article: Article): { headline: string; body: string } {
  const body = [
    article.kicker,
    article.dateline?.raw,
    ...article.images.map((image) => image.caption),
    ...article.sections.flatMap((section) => [
      section.heading,
      ...section.blocks.map((block) => (block.type === 'related' ? null : block.text)),
    ]),
  ]
  return { headline: foldWords(article.headline ?? ''), body: foldWords(body.filter(Boolean).join('\n')) }
}

export function createTextIndex(db: Database) {
  const insertText = db.prepare<[number, string, string]>('INSERT INTO search (rowid, headline, body) VALUES (?, ?, ?)')
  const deleteText = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
  const deleteAll = db.prepare("INSERT INTO search (search) VALUES ('delete-all')")

  return {
    add(number: number, article: Article) {
      const { headline, body } = searchableText(article)
      insertText.run(number, headline, body)
    },
    remove: (number: number) => deleteText.run(number),
    clear: () => deleteAll.run(),
  }
}
