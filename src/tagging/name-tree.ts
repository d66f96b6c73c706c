import { tokenise } from '../language/tokenise.ts'
import type { Name } from './names.ts'

/** Names by their folded words: one step down the tree a word. */
export type NameNode = { next: Map<string, NameNode>; names: Name[] }

export function createNameTree(): NameNode {
  return { next: new Map(), names: [] }
}

export function addName(tree: NameNode, name: Name): void {
  let node = tree
  for (const { folded } of tokenise(name.text)) {
    let next = node.next.get(folded)
    if (next === undefined) {
      next = createNameTree()
      node.next.set(folded, next)
    }
    node = next
  }
  node.names.push(name)
}
