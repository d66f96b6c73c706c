import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { createNameTree, type NameNode, type Steps } from './name-tree.ts'

/**
 * The first steps of a name tree: the names that begin with a word are put in when that word is first looked for. An
 * article knows some hundred of the fifty thousand words that names begin with.
 * @param ownersOf the entries that may have names which begin with the word
 * @param compile puts all names of these entries that begin with the word into the tree
 */
export function createLazyNames(
  ownersOf: (word: string) => readonly GazetteerEntry[],
  compile: (word: string, entries: readonly GazetteerEntry[]) => void,
): Steps {
  const made = new Map<string, NameNode>()
  return {
    get(word) {
      const known = made.get(word)
      if (known !== undefined) return known
      const owners = ownersOf(word)
      if (owners.length === 0) return undefined
      const node = createNameTree()
      made.set(word, node)
      compile(word, owners)
      return node
    },
    set: (word, node) => made.set(word, node),
  }
}
