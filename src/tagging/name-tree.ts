import type { Phrase } from './institutions.ts'
import type { Name } from './names.ts'

/** Steps down the tree by the next word. */
export type Steps = { get(word: string): NameNode | undefined; set(word: string, node: NameNode): unknown }

/** Names by their folded words: one step down the tree a word. `phrases` are institutions that wait for a country. */
export type NameNode = { next: Steps | null; names: Name[] | null; phrases: Phrase[] | null }

export function createNameTree(): NameNode {
  return { next: null, names: null, phrases: null }
}

/** The node of these words, made where it is missing. */
export function reach(tree: NameNode, words: readonly string[]): NameNode {
  let node = tree
  for (const word of words) {
    node.next ??= new Map()
    let next = node.next.get(word)
    if (next === undefined) {
      next = createNameTree()
      node.next.set(word, next)
    }
    node = next
  }
  return node
}

/** The node of these words; null where no name begins with them. */
export function findNode(tree: NameNode, words: readonly string[]): NameNode | null {
  let node: NameNode | undefined = tree
  for (const word of words) {
    node = node.next?.get(word)
    if (node === undefined) return null
  }
  return node
}
