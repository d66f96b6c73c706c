import { LRUCache } from 'lru-cache'
import type { Representation } from './answer.ts'

type Kept = { generation: string; whole: Representation }

/** What an entry takes in bytes besides its body and its address, roughly. */
const OVERHEAD = 700

/** One answer may take so much of the room: some pages of whole articles must not drive out all the others. */
const LARGEST_SHARE = 1 / 8

/**
 * Whole answers by address, up to a number of bytes, the least recently asked for dropped first. Each is known to be right
 * in one generation of the archive: whatever has changed since, `recall` does not find it.
 */
export type KeptAnswers = {
  recall(address: string, generation: string): Representation | undefined
  /** One of an earlier generation that has this ETag still: from now on it is one of this generation. */
  renew(address: string, generation: string, etag: string): Representation | undefined
  /** Whether there is one, of whatever generation. */
  has(address: string): boolean
  /** @param generation the archive's before the answer was made, which it is then no older than */
  keep(address: string, generation: string, whole: Representation): void
}

/** @param maxBytes 0 to keep none */
export function createKeptAnswers(maxBytes: number): KeptAnswers {
  const answers = new LRUCache<string, Kept>({
    maxSize: Math.max(1, maxBytes),
    maxEntrySize: Math.max(1, maxBytes * LARGEST_SHARE),
    sizeCalculation: ({ whole }, address) => whole.body.length + 2 * address.length + OVERHEAD,
  })
  return {
    recall(address, generation) {
      const kept = answers.get(address)
      return kept?.generation === generation ? kept.whole : undefined
    },
    renew(address, generation, etag) {
      const kept = answers.get(address)
      if (kept?.whole.etag !== etag) return undefined
      kept.generation = generation
      return kept.whole
    },
    has: (address) => answers.has(address),
    keep(address, generation, whole) {
      answers.set(address, { generation, whole })
    },
  }
}
