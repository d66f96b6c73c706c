import { Readability } from '@mozilla/readability'
import type { DomDocument, DomElement } from './dom.ts'
import type { PageLine } from './html-lines.ts'

const MARK = 'data-line'

/**
 * Has Readability choose the article's text and marks the lines that are in it. It moves and renames what it keeps, so
 * an empty element with the line's number is put before each line and looked for in what it returns. It changes the
 * document: nothing else can be read from it afterwards.
 */
export function markContent(document: DomDocument, lines: PageLine[]): void {
  for (const [index, { start }] of lines.entries()) {
    const mark = document.createElement('span')
    mark.setAttribute(MARK, String(index))
    start.parentNode?.insertBefore(mark, start)
  }
  for (const mark of extract(document)?.querySelectorAll(`[${MARK}]`) ?? []) {
    const found = lines[Number(mark.getAttribute(MARK))]
    if (found !== undefined) found.line.hint.isContent = true
  }
}

/** The element with the article's text; null where there is none, or the page is one that Readability fails on. */
function extract(document: DomDocument): DomElement | null {
  const options = { disableJSONLD: true, charThreshold: 250, serializer: (node: unknown) => node as DomElement }
  try {
    return new Readability<DomElement>(document as never, options).parse()?.content ?? null
  } catch {
    return null
  }
}
