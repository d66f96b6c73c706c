import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import type { SearchedField } from '../../domain/highlight.ts'
import { FOLD_VERSION } from '../../language/fold.ts'
import { STEM_VERSION, stemOf } from '../../language/stem/stem.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { isNamed } from '../../search/named.ts'
import { searchedTexts } from '../../search/texts.ts'

/** Of what the index holds: it is made anew where it was made by older rules of folding, of stems or of columns. */
export const INDEX_VERSION = FOLD_VERSION * 10_000 + STEM_VERSION * 100 + 3

/** The columns of the index, in their order. */
export const COLUMNS = ['headline', 'lead', 'body', 'headline_stems', 'lead_stems', 'body_stems', 'names'] as const

/** In which column the words of a text are: a heading says as much of what an article is about as its lead. */
const COLUMN_OF: Record<SearchedField, 'headline' | 'lead' | 'body'> = {
  headline: 'headline',
  kicker: 'lead',
  lead: 'lead',
  heading: 'lead',
  dateline: 'body',
  caption: 'body',
  body: 'body',
}

/** Stands between two texts, so that no phrase is found that begins in one and ends in the next. No word is a dash. */
const BETWEEN = ' - '

/** What the index has of an article, by column: words with single spaces. */
export function indexedWords(article: Article): string[] {
  const texts: Record<'headline' | 'lead' | 'body', string[]> = { headline: [], lead: [], body: [] }
  for (const { field, text } of searchedTexts(article)) texts[COLUMN_OF[field]].push(foldedWords(text))
  const words = [texts.headline, texts.lead, texts.body].map((list) => list.filter(Boolean).join(BETWEEN))
  const stems = words.map((text) => stemsOf(text, article.language))
  const names = article.tags.filter(isNamed).map(({ id }) => id)
  return [...words, ...stems, names.join(' ')]
}

function stemsOf(words: string, language: string): string {
  return words
    .split(' ')
    .map((word) => stemOf(word, language))
    .join(' ')
}

/** The table that searches go to, or the one that takes its place once it has every article. */
export function createSearchTable(db: Database, table: 'search' | 'search_next') {
  const insertText = db.prepare<[number, ...string[]]>(`
    INSERT INTO ${table} (rowid, ${COLUMNS.join(', ')}) VALUES (?, ${COLUMNS.map(() => '?').join(', ')})
  `)
  const deleteText = db.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`)
  return {
    add: (number: number, words: string[]) => insertText.run(number, ...words),
    remove: (number: number) => deleteText.run(number),
  }
}
