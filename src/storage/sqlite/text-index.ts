import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import type { SearchedField } from '../../domain/highlight.ts'
import { FOLD_VERSION } from '../../language/fold.ts'
import { STEM_VERSION, stemOf } from '../../language/stem/stem.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { isNamed } from '../../search/named.ts'
import { searchedTexts } from '../../search/texts.ts'

/** Of what the index holds: it is made anew where it was made by older rules of folding, of stems or of columns. */
export const INDEX_VERSION = FOLD_VERSION * 10_000 + STEM_VERSION * 100 + 1

/** The columns of words; each has one of their stems beside it. */
const COLUMNS = ['headline', 'lead', 'body'] as const

/** In which column the words of a text are: a heading says as much of what an article is about as its lead. */
const COLUMN_OF: Record<SearchedField, (typeof COLUMNS)[number]> = {
  headline: 'headline',
  kicker: 'lead',
  lead: 'lead',
  heading: 'lead',
  dateline: 'body',
  caption: 'body',
  body: 'body',
}

/** The folded words of each column. */
export function searchableText(article: Article): Record<(typeof COLUMNS)[number], string> {
  const texts = { headline: '', lead: '', body: '' }
  for (const { field, text } of searchedTexts(article)) texts[COLUMN_OF[field]] += `${text}\n`
  return { headline: foldedWords(texts.headline), lead: foldedWords(texts.lead), body: foldedWords(texts.body) }
}

function stemsOf(words: string, language: string): string {
  return words
    .split(' ')
    .map((word) => stemOf(word, language))
    .join(' ')
}

export function createTextIndex(db: Database) {
  const insertText = db.prepare<[number, ...string[]]>(`
    INSERT INTO search (rowid, headline, lead, body, headline_stems, lead_stems, body_stems, names)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const deleteText = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
  const deleteAll = db.prepare("INSERT INTO search (search) VALUES ('delete-all')")

  return {
    add(number: number, article: Article) {
      const { headline, lead, body } = searchableText(article)
      const texts = [headline, lead, body]
      const stems = texts.map((text) => stemsOf(text, article.language))
      const names = article.tags.filter(isNamed).map(({ id }) => id)
      insertText.run(number, ...texts, ...stems, names.join(' '))
    },
    remove: (number: number) => deleteText.run(number),
    clear: () => deleteAll.run(),
  }
}
