import { createRequire } from 'node:module'
import { refusal } from './refusal.ts'

/** Loaded with the first page: it takes longer, and more memory, than all else that reads captures, and texts need none. */
const require = createRequire(import.meta.url)
const loadParser = () => require('linkedom') as typeof import('linkedom')

/** What the reader needs of a document's nodes; types of the whole DOM would come with a browser's globals. */
export type DomNode = {
  nodeType: number
  parentNode: DomElement | null
  nextSibling: DomNode | null
  childNodes: Iterable<DomNode>
  textContent: string
}
export type DomElement = DomNode & {
  localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  insertBefore(node: DomNode, before: DomNode): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}
export type DomDocument = DomElement & {
  documentElement: DomElement | null
  body: DomElement
  createElement(name: string): DomElement
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

/**
 * Builds the document and nothing else: no script runs, and neither style sheets nor frames nor images are loaded.
 * @throws KhabarError 'no_article' for a page that is too much for the parser
 */
export function parseDocument(html: string): DomDocument {
  try {
    return loadParser().parseHTML(html).document as unknown as DomDocument
  } catch (cause) {
    // The parser takes a class attribute of half a million names for as many arguments.
    throw refusal('page_too_large', 'The page is too large for its parser.', 1, cause)
  }
}
