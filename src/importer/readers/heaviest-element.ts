import type { DomElement, DomNode } from './dom.ts'
import type { PageLine } from './html-lines.ts'

/** A shorter line, or one that is mostly links, is no running text. */
const SHORTEST = 25
const INLINE = new Set(
  'a abbr b bdi bdo cite code em font i label mark q s small span strong sub sup time u'.split(' '),
)

/**
 * Marks the lines in the element whose paragraphs weigh most, in one pass: what Readability does at its core, without
 * what takes it minutes on a page of many elements or levels.
 */
export function markHeaviest(lines: PageLine[]): void {
  const weights = new Map<DomElement, number>()
  const add = (element: DomElement | null, weight: number) => {
    if (element !== null) weights.set(element, (weights.get(element) ?? 0) + weight)
  }
  for (const { line, start } of lines) {
    const { raw, hint } = line
    if (raw.length < SHORTEST || hint.linked > 0.5 || hint.tag === 'img') continue
    const weight = 1 + (raw.slice(0, 5000).match(/[,،、，]/g)?.length ?? 0) + Math.min(raw.length / 100, 3)
    const parent = blockOf(start)?.parentNode ?? null
    add(parent, weight)
    // Paragraphs in sections add up in the element around these.
    add(parent?.parentNode ?? null, weight / 2)
  }
  const [heaviest] = [...weights].reduce((best, next) => (next[1] > best[1] ? next : best), [null, 0] as never)
  for (const { line, start } of lines) line.hint.isContent = heaviest !== null && isInside(start, heaviest)
}

function blockOf(node: DomNode): DomElement | null {
  let element = node.parentNode
  while (element !== null && INLINE.has(element.localName)) element = element.parentNode
  return element
}

function isInside(node: DomNode, element: DomElement): boolean {
  let around: DomNode | null = node.parentNode
  while (around !== null && around !== element) around = around.parentNode
  return around === element
}
