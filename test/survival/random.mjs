/** Random choices that a seed decides, so that a run can be had again (mulberry32). */
export function createRandom(seed) {
  let state = seed
  /** From 0 to 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from 0 to below `end`. */
  const below = (end) => Math.floor(next() * end)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
    chance: (share) => next() < share,
  }
}
