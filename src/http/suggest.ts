import leven from 'leven'

/** The candidate that `given` is most likely a misspelling of; undefined where none is near. */
export function nearest(given: string, candidates: readonly string[]): string | undefined {
  const bound = Math.min(3, Math.floor(given.length / 3))
  const lower = given.toLowerCase()
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = leven(lower, candidate.toLowerCase(), { maxDistance: bound + 1 })
    if (distance <= bound && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance }
  }
  return best?.candidate
}
