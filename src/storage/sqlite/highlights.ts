import type { Database } from 'better-sqlite3'
import type { SearchNode } from '../../domain/search.ts'
import { createHighlighter } from '../../search/highlight.ts'
import type { FindNames } from '../../search/names.ts'
import { wantedOf } from '../../search/wanted.ts'
import { parseBody } from './document.ts'

type Row = { body: Buffer; mentions: string }

/** Looks words up among the names that mean their tag wherever they stand. */
export function createNameFinder(db: Database): FindNames {
  const selectNamed = db
    .prepare<[name: string], string>('SELECT id FROM names JOIN terms ON number = term WHERE name = ? AND certain = 1')
    .pluck()
  return (words) => selectNamed.all(` ${words}`)
}

/** Adds `highlights` to the JSON of articles that a search found. */
export function createHighlighting(db: Database) {
  const findNames = createNameFinder(db)
  const selectTexts = db.prepare<[id: string], Row>(`
    SELECT body, mentions FROM articles JOIN documents ON article = number WHERE id = ?
  `)
  return (found: readonly { id: string; item: Buffer }[], q: SearchNode | null): Buffer[] => {
    const highlight = createHighlighter(q === null ? [] : wantedOf(q, findNames))
    return found.map(({ id, item }) => {
      const { body, mentions } = selectTexts.get(id) as Row
      const highlights = highlight(parseBody(body), () => JSON.parse(mentions))
      return Buffer.concat([item.subarray(0, -1), Buffer.from(`,"highlights":${JSON.stringify(highlights)}}`)])
    })
  }
}
