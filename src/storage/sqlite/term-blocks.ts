import type { Database } from 'better-sqlite3'

/** Articles of a block, by number; see the migration for the form of a block. */
export const BLOCK = 64
/** Bytes before the terms of an article. */
export const HEAD = 12

/** Keeps the blocks that facets are counted by. */
export function createTermBlocks(db: Database) {
  const select = db.prepare<[block: number], Buffer>('SELECT articles FROM term_blocks WHERE block = ?').pluck()
  const upsert = db.prepare<[block: number, articles: Buffer]>(`
    INSERT INTO term_blocks (block, articles) VALUES (?, ?) ON CONFLICT (block) DO UPDATE SET articles = excluded.articles
  `)
  const remove = db.prepare<[block: number]>('DELETE FROM term_blocks WHERE block = ?')

  function replace(number: number, record: Buffer): void {
    const block = Math.floor(number / BLOCK)
    const articles = withRecord(select.get(block) ?? Buffer.alloc(0), number % BLOCK, record)
    if (articles.length === 0) remove.run(block)
    else upsert.run(block, articles)
  }

  return {
    /** @param terms numbers of terms */
    put: (number: number, newest: number, terms: readonly number[]) =>
      replace(number, recordOf(number % BLOCK, newest, terms)),
    remove: (number: number) => replace(number, Buffer.alloc(0)),
  }
}

function recordOf(slot: number, newest: number, terms: readonly number[]): Buffer {
  const record = Buffer.alloc(HEAD + 4 * terms.length)
  record.writeUInt16BE(slot, 0)
  record.writeUInt16BE(terms.length, 2)
  record.writeBigInt64BE(BigInt(newest), 4)
  const ascending = [...terms].sort((one, other) => one - other)
  for (const [at, term] of ascending.entries()) record.writeUInt32BE(term, HEAD + 4 * at)
  return record
}

/** The block with `record` in its slot, in place of what was there. */
function withRecord(block: Buffer, slot: number, record: Buffer): Buffer {
  let from = 0
  while (from < block.length && block.readUInt16BE(from) < slot) from = endOf(block, from)
  const isThere = from < block.length && block.readUInt16BE(from) === slot
  return Buffer.concat([block.subarray(0, from), record, block.subarray(isThere ? endOf(block, from) : from)])
}

function endOf(block: Buffer, at: number): number {
  return at + HEAD + 4 * block.readUInt16BE(at + 2)
}
