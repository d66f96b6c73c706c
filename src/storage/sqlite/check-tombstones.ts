import type { Database } from 'better-sqlite3'
import type { ArchiveFault } from '../../domain/store.ts'

/** The numbers of FTS5's pages of tombstones begin here: those of segment n at n + 2^16, shifted by 37 bits. */
const FIRST_PAGE = 1n << 53n

/** Where the keys begin: before them stand the size of a key, whether 0 is among them, two zeros and how many there are. */
const HEADER = 8

/**
 * Pages on which the search index keeps what it no longer holds, and that keep more, less or something else. A key that is
 * only too much changes no search today, but hides an article once it has that number; one that is missing shows what
 * was deleted, which the words tell.
 *
 * The format is that of `fts5_index.c`, "Tombstone hash page".
 */
export function* faultsOfTombstones(db: Database): Generator<Omit<ArchiveFault, 'what'>> {
  const last = db.prepare<[], number>('SELECT ifnull(max(number), 0) FROM articles').pluck().get() as number
  const selectPages = db.prepare<[bigint], { id: bigint; block: Buffer }>(
    'SELECT id, block FROM search_data WHERE id >= ? ORDER BY id',
  )
  for (const { id, block } of selectPages.safeIntegers().iterate(FIRST_PAGE)) {
    if (!isSound(block, BigInt(last))) {
      yield { id: `page ${id}`, reason: 'the search index keeps wrongly what was deleted; khabar reindex mends it' }
    }
  }
}

/** Whether the page has as many keys as it says, each the number of an article. */
function isSound(page: Buffer, last: bigint): boolean {
  const size = page[0]
  if ((size !== 4 && size !== 8) || page.length < HEADER + size || page.readUIntBE(1, 3) !== 0) return false
  let keys = 0
  for (let at = HEADER; at + size <= page.length; at += size) {
    const key = size === 4 ? BigInt(page.readUInt32BE(at)) : page.readBigUInt64BE(at)
    if (key > last) return false
    if (key > 0n) keys++
  }
  return keys === page.readUInt32BE(4)
}
