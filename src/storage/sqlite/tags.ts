import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'
import type { GazetteerEntry } from '../../domain/gazetteer.ts'
import type { Page, TagQuery } from '../../domain/store.ts'
import { type Alias, coreOfEntry, type TagCore, type TagEntry } from '../../domain/tag.ts'
import { foldedWords, tokenise } from '../../language/tokenise.ts'
import { cutPage, decodeCursor, hashList, type Position } from './cursor.ts'
import { sha256 } from './hash.ts'
import { aliasesOf, certainNamesOf, namesOfEntry } from './tag-entry.ts'

/** Keeps the tags and names of the gazetteer; `save` expects to run inside a transaction and answers whether anything changed. */
export function createTagNames(db: Database) {
  const selectHash = db.prepare<[], string | null>('SELECT names_hash FROM archive').pluck()
  const setHash = db.prepare<[string]>('UPDATE archive SET names_hash = ?')
  const unlistTags = db.prepare('UPDATE terms SET listed = 0 WHERE listed = 1')
  const upsertTag = db
    .prepare<[id: string, type: string, entry: string], number>(`
      INSERT INTO terms (id, type, entry, listed) VALUES (?, ?, ?, 1)
      ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, listed = 1 RETURNING number
    `)
    .pluck()
  const deleteNames = db.prepare<[term: number]>('DELETE FROM names WHERE term = ?')
  const insertName = db.prepare<[name: string, certain: 0 | 1, term: number]>(
    'INSERT INTO names (name, certain, term) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )

  function saveEntry(entry: GazetteerEntry): void {
    const core = coreOfEntry(entry)
    const kept: KeptTag = { ...core, aliases: aliasesOf(entry) }
    const term = upsertTag.get(core.id, core.type, JSON.stringify(kept)) as number
    deleteNames.run(term)
    const certain = new Set(certainNamesOf(entry))
    for (const name of certain) insertName.run(` ${foldedWords(name)}`, 1, term)
    for (const name of namesOfEntry(entry)) if (!certain.has(name)) insertName.run(` ${foldedWords(name)}`, 0, term)
  }

  /** What the names that are kept were made from; null for none. */
  function version(): string | null {
    const [made, hash] = selectHash.get()?.split(' ') ?? []
    return hash === undefined ? null : (made ?? null)
  }

  return {
    version,
    save(entries: readonly GazetteerEntry[], made = sha256('hex', JSON.stringify(entries))): boolean {
      if (version() === made) return false
      unlistTags.run()
      for (const entry of entries) saveEntry(entry)
      setHash.run(`${made} ${hashOfNames(db)}`)
      return true
    },
  }
}

/** Of what is kept of the gazetteer: `check` compares. */
export function hashOfNames(db: Database): string {
  const selectTags = db.prepare<[], string>(`
    SELECT json_array(number, id, type, entry) FROM terms WHERE listed = 1 ORDER BY number
  `)
  const selectNames = db.prepare<[], string>(`
    SELECT json_array(term, name, certain) FROM names JOIN terms ON number = term WHERE listed = 1 ORDER BY term, name
  `)
  const hash = createHash('sha256')
  for (const select of [selectTags, selectNames]) for (const row of select.pluck().iterate()) hash.update(row)
  return hash.digest('hex')
}

/** A tag as it is kept: one that the gazetteer does not have is known by its labels alone. */
type KeptTag = TagCore & { aliases?: Alias[] }

type Row = Position & { entry: string; articles: number }

/** The tags of the gazetteer, and those that articles have although it does not. */
const LISTED = `
  entry IS NOT NULL AND (listed = 1 OR articles > 0) AND (@type IS NULL OR type = @type) AND (
    @first IS NULL OR number IN (
      SELECT term FROM names
      WHERE instr(name, @first) > 0 AND NOT EXISTS (SELECT 1 FROM json_each(@further) WHERE instr(name, value) = 0)
    )
  )`

export function createTagReader(db: Database) {
  const selectPage = (than: '<' | '>', order: 'ASC' | 'DESC') =>
    db.prepare<[object], Row>(`
      SELECT rank AS key, id, entry, articles FROM terms
      WHERE ${LISTED} AND (rank, id) ${than} (@key, @id) ORDER BY rank ${order}, id ${order} LIMIT @limit
    `)
  const selectAfter = selectPage('>', 'ASC')
  const selectBefore = selectPage('<', 'DESC')
  const countTags = db.prepare<[object], number>(`SELECT count(*) FROM terms WHERE ${LISTED}`).pluck()
  const selectTag = db.prepare<[string], Row>(
    'SELECT rank AS key, id, entry, articles FROM terms WHERE id = ? AND entry IS NOT NULL',
  )

  return {
    list({ type, q, limit, cursor: text }: TagQuery): Page<TagEntry> {
      const starts = q === null ? null : tokenise(q).map(({ folded }) => ` ${folded}`)
      const list = hashList([type, starts])
      const cursor = decodeCursor(list, text)
      if (starts?.length === 0) return { items: [], total: 0, next: null, prev: null }
      const filter = { type, first: starts?.[0] ?? null, further: JSON.stringify(starts?.slice(1) ?? []) }
      const start = { key: cursor?.key ?? Number.NEGATIVE_INFINITY, id: cursor?.id ?? '', limit: limit + 1 }
      const found = (cursor?.back ? selectBefore : selectAfter).all({ ...filter, ...start })
      const page = cutPage(list, cursor, limit, cursor?.back ? found.reverse() : found)
      const total = countTags.get(filter) ?? 0
      return { items: page.rows.map(toTagEntry), total, next: page.next, prev: page.prev }
    },
    get(id: string): TagEntry & { aliases: Alias[] } {
      const row = selectTag.get(id)
      if (row === undefined) throw new KhabarError('not_found', `No tag "${id}"`)
      const { aliases } = JSON.parse(row.entry) as KeptTag
      return { ...toTagEntry(row), aliases: aliases ?? [] }
    },
    count: () => countTags.get({ type: null, first: null, further: '[]' }) ?? 0,
  }
}

function toTagEntry({ entry, articles }: Row): TagEntry {
  const { aliases: _aliases, ...core } = JSON.parse(entry) as KeptTag
  return { ...core, articles }
}
