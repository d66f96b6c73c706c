/** A longer text is asked about once or twice; its answers are not worth the memory. */
const LONGEST = 2000
/** Texts whose answers are kept: some pages' worth of lines. */
const MOST = 2000

/** The same function of a text, with its last answers kept: several finders ask the same of each line. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return answer(text)
    let found = known.get(text)
    if (found !== undefined) return found
    found = answer(text)
    if (known.size === MOST) known.clear()
    known.set(text, found)
    return found
  }
}

/** What is asked for at most once, when it first is. */
export function once<T>(build: () => T): () => T {
  let built: { value: T } | null = null
  return () => {
    built ??= { value: build() }
    return built.value
  }
}
