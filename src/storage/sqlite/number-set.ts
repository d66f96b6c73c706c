/** A set of numbers of articles, a bit for each number up to the largest. */
export type NumberSet = { size: number; has(number: number): boolean }

/** @param numbers ascending, each once */
export function numberSet(numbers: readonly number[]): NumberSet {
  const bits = new Uint32Array(((numbers.at(-1) ?? 0) >>> 5) + 1)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31))
  return {
    size: numbers.length,
    has: (number) => number >>> 5 < bits.length && ((bits[number >>> 5] as number) & (1 << (number & 31))) !== 0,
  }
}
