import type { Database } from 'better-sqlite3'
import type { ArchiveFault } from '../../domain/store.ts'
import { etagOf, parseBody } from './document.ts'
import { COLUMNS, INDEX_VERSION, indexedWords } from './text-index.ts'
import { createWordSums, type WordSums } from './word-sums.ts'

type Faults = Generator<Omit<ArchiveFault, 'what'>>
type ArticleRow = { number: number; body: Buffer | null; etag: string | null }

/**
 * Every word of the search index with each place where it stands. Made where a connection is opened: one that only reads
 * can no longer make it.
 */
export const WORD_LIST = "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab ('main', 'search', 'instance')"

/**
 * Articles of which the search index holds other words than it should. It keeps no texts, so both sides are added up:
 * every word with its column and place, once from the documents and once from the index. What the columns' lengths are
 * said to be, which the ranking goes by, is compared, too.
 */
export function* faultsOfWords(db: Database): Faults {
  // Of one state of the archive, which others may be writing to.
  yield* db.transaction(() => [...compareWords(db)])()
}

function* compareWords(db: Database): Faults {
  const version = db.prepare<[], number>('SELECT fold_version FROM archive').pluck().get()
  if (version !== INDEX_VERSION)
    return yield { id: 'search', reason: 'it is being made; the server, or khabar reindex, finishes it' }
  const last = db.prepare<[], number>('SELECT ifnull(max(number), 0) FROM articles').pluck().get() as number
  const sums = createWordSums(last)
  const lengths = createLengths(db)
  const selectArticles = db.prepare<[], ArticleRow>(`
    SELECT number, body, etag FROM articles LEFT JOIN documents ON article = number WHERE withdrawn = 0 ORDER BY number
  `)
  const [wrong, unread] = [new Set<number>(), new Set<number>()]
  for (const row of selectArticles.iterate()) {
    const words = wordsOf(row)
    if (words === null) unread.add(row.number)
    else if (!lengths.agree(row.number, words)) wrong.add(row.number)
    for (const [column, texts] of (words ?? []).entries()) addWords(sums, row.number, column, texts)
  }
  subtractIndex(db, sums)
  for (const number of sums.differing()) if (!unread.has(number)) wrong.add(number)
  yield* describe(db, wrong)
}

function* describe(db: Database, wrong: ReadonlySet<number>): Faults {
  const selectId = db.prepare<[number], string>('SELECT id FROM articles WHERE number = ?').pluck()
  for (const number of wrong) {
    const id = selectId.get(number) ?? `article ${number}`
    yield { id, reason: 'the search index holds other words than its text has; khabar reindex mends it' }
  }
}

/** null for a document that is missing or damaged, as the check of documents tells. */
function wordsOf({ body, etag }: ArticleRow): string[][] | null {
  if (body === null || etagOf(body) !== etag) return null
  try {
    return indexedWords(parseBody(body)).map((text) => text.split(' ').filter(Boolean))
  } catch {
    return null
  }
}

function addWords(sums: WordSums, number: number, column: number, words: readonly string[]): void {
  for (const [place, word] of words.entries()) sums.add(number, word, column, place)
}

function subtractIndex(db: Database, sums: WordSums): void {
  const columns = new Map<string, number>(COLUMNS.map((name, at) => [name, at]))
  const selectPlaces = db.prepare<[], [string, number, string, number]>(
    'SELECT term, doc, col, offset FROM temp.search_words',
  )
  for (const [word, number, column, place] of selectPlaces.raw().iterate())
    sums.subtract(number, word, columns.get(column) as number, place)
}

/** FTS5 keeps the number of words of each column for each article, as varints. */
function createLengths(db: Database) {
  const selectSizes = db.prepare<[number], Buffer>('SELECT sz FROM search_docsize WHERE id = ?').pluck()
  return {
    agree(number: number, words: readonly string[][]): boolean {
      const sizes = selectSizes.get(number)
      if (sizes === undefined) return true // that it is not in the index is told elsewhere
      return varints(sizes).join() === words.map(({ length }) => length).join()
    },
  }
}

/** SQLite's: seven bits a byte, the greatest first, the last without its high bit. */
function varints(bytes: Buffer): number[] {
  const values: number[] = []
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    values.push(value)
    value = 0
  }
  return values
}
