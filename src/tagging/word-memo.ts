import { fold } from '../language/fold.ts'
import { wordsOf as wordsIn } from '../language/tokenise.ts'

/** The folded words of a text. */
export type WordsOf = (text: string) => readonly string[]

/** Folds each written word once: names of a gazetteer share most of theirs. */
export function createWordMemo(): WordsOf {
  const known = new Map<string, readonly string[]>()
  const wordsOf = (written: string) => {
    let words = known.get(written)
    if (words === undefined) {
      words = wordsIn(fold(written)).split(' ')
      known.set(written, words)
    }
    return words
  }
  return (text) => {
    const space = text.indexOf(' ')
    if (space < 0) return wordsOf(text)
    const words = [...wordsOf(text.slice(0, space))]
    for (let from = space; from >= 0; ) {
      const end = text.indexOf(' ', from + 1)
      for (const word of wordsOf(text.slice(from + 1, end < 0 ? undefined : end))) words.push(word)
      from = end
    }
    return words
  }
}
