import { fold } from '../language/fold.ts'
import { listWords } from '../language/tokenise.ts'

const NO_WORD: readonly string[] = ['']

/** The folded words of a name; an empty one where it has none. */
export function wordsOf(text: string): readonly string[] {
  const words = listWords(fold(text))
  return words.length === 0 ? NO_WORD : words
}
