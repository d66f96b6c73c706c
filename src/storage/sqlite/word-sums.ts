/** Sums over the words of articles, in whatever order they come: what is added and then subtracted leaves nothing. */
export type WordSums = ReturnType<typeof createWordSums>

/** FTS5 cuts words at 32 KiB; those beyond this many UTF-16 units, which no reader searches for, are left out on both sides. */
const LONGEST_WORD = 8000

/** @param last the greatest number of an article: two numbers of 32 bits are kept for each, in one block of memory */
export function createWordSums(last: number) {
  const sums = [new Int32Array(last + 1), new Int32Array(last + 1)] as const
  const strangers = new Set<number>()
  const hash = createHashes()

  function put(sign: 1 | -1, number: number, word: string, column: number, place: number): void {
    if (word.length > LONGEST_WORD) return
    if (number < 0 || number > last) strangers.add(number)
    else {
      const [one, other] = hash(word)
      ;(sums[0][number] as number) += sign * mixed(one, column, place)
      ;(sums[1][number] as number) += sign * mixed(other, place, column)
    }
  }

  return {
    add: (number: number, word: string, column: number, place: number) => put(1, number, word, column, place),
    subtract: (number: number, word: string, column: number, place: number) => put(-1, number, word, column, place),
    /** Numbers of the articles whose sums are not zero, and of those that there cannot be. */
    *differing(): Generator<number> {
      for (let number = 0; number <= last; number++) if (sums[0][number] !== 0 || sums[1][number] !== 0) yield number
      yield* strangers
    },
  }
}

/** Two FNV-1a hashes of a word; that of the last word is kept, as an index gives each word with all its places. */
function createHashes(): (word: string) => readonly [number, number] {
  let last = ''
  let kept: readonly [number, number] = [0, 0]
  return (word) => {
    if (word === last) return kept
    let [one, other] = [0x811c9dc5, 0x050c5d1f]
    for (let at = 0; at < word.length; at++) {
      one = Math.imul(one ^ word.charCodeAt(at), 0x01000193)
      other = Math.imul(other ^ word.charCodeAt(at), 0x01000197)
    }
    last = word
    kept = [one, other]
    return kept
  }
}

/** Murmur's finaliser: a word elsewhere, or another word there, gives quite another number. */
function mixed(hash: number, one: number, other: number): number {
  let bits = hash ^ Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
