/** Slots of the table; there are some ten thousands of words. */
const SLOTS = 1 << 16

/**
 * Numbers under words, found by the words' hashes: of two words with one hash, which four thousand million could have,
 * each has the numbers of both. Numbers are noted in ascending order.
 */
export function createNumbersOfWords() {
  const newest = new Int32Array(SLOTS).fill(-1)
  const hashes: number[] = []
  const numbers: number[] = []
  /** The one noted before it in the same slot; -1 for none. */
  const before: number[] = []
  return {
    note(text: string, from: number, to: number, number: number) {
      const hash = hashOf(text, from, to)
      const slot = hash & (SLOTS - 1)
      before.push(newest[slot] as number)
      newest[slot] = hashes.length
      hashes.push(hash)
      numbers.push(number)
    },
    of(word: string): number[] {
      const hash = hashOf(word, 0, word.length)
      const found = new Set<number>()
      for (let at = newest[hash & (SLOTS - 1)] as number; at >= 0; at = before[at] as number)
        if (hashes[at] === hash) found.add(numbers[at] as number)
      return found.size === 0 ? NONE : [...found].sort((one, other) => one - other)
    },
  }
}

const NONE: number[] = []

/** FNV-1a over the UTF-16 units, with its bits mixed for the slot, which is the lower ones. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
