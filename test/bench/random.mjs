/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick(list, random) {
  return list[Math.floor(random() * list.length)]
}

/** Each value once, in an order that the seed decides. */
export function shuffle(list, random) {
  const shuffled = [...list]
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]]
  }
  return shuffled
}

/**
 * Draws from `list` as words are drawn in a language: the r-th with a probability in proportion to 1 / (r + offset), after
 * Zipf and Mandelbrot. In constant time, by Vose's alias method.
 */
export function zipf(list, offset = 2.7) {
  const weights = list.map((_, at) => 1 / (at + 1 + offset))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const scaled = weights.map((weight) => (weight / sum) * list.length)
  const alias = new Uint32Array(list.length)
  const small = []
  const large = []
  scaled.forEach((weight, at) => {
    ;(weight < 1 ? small : large).push(at)
  })
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()
    const more = large.at(-1)
    alias[less] = more
    scaled[more] -= 1 - scaled[less]
    if (scaled[more] < 1) small.push(large.pop())
  }
  for (const at of [...small, ...large]) scaled[at] = 1
  return (random) => {
    const place = random() * list.length
    const at = Math.floor(place)
    return list[place - at < scaled[at] ? at : alias[at]]
  }
}
