import type { Database } from 'better-sqlite3'
import type { SearchNode } from '../../domain/search.ts'
import type { ArticleQuery } from '../../domain/store.ts'
import { createHighlighter } from '../../search/highlight.ts'
import type { FindNames } from '../../search/names.ts'
import { wantedOf } from '../../search/wanted.ts'
import { parseBody } from './document.ts'
import type { ReadItems } from './items.ts'

type Row = { body: Buffer; mentions: string }

/** Looks words up among the names that mean their tag wherever they stand. */
export function createNameFinder(db: Database): FindNames {
  const selectNamed = db
    .prepare<[name: string], string>('SELECT id FROM names JOIN terms ON number = term WHERE name = ? AND certain = 1')
    .pluck()
  return (words) => selectNamed.all(` ${words}`)
}

/** Reads items of articles that a search found, each with its `highlights`. */
export function createHighlighting(db: Database, readItems: ReadItems) {
  const findNames = createNameFinder(db)
  const selectTexts = db.prepare<[article: number], Row>('SELECT body, mentions FROM documents WHERE article = ?')
  return (shape: ArticleQuery['shape'], numbers: readonly number[], q: SearchNode | null): Buffer => {
    const highlight = createHighlighter(q === null ? [] : wantedOf(q, findNames))
    const items = numbers.map((number) => {
      const { body, mentions } = selectTexts.get(number) as Row
      const highlights = highlight(parseBody(body), () => JSON.parse(mentions))
      // Read as [{…}]: without what closes it, there is room for one more key.
      return `${readItems(shape, [number]).toString().slice(1, -2)},"highlights":${JSON.stringify(highlights)}}`
    })
    return Buffer.from(`[${items.join(',')}]`)
  }
}
