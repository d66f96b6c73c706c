import type { Note } from '../../domain/article.ts'
import type { Capture } from '../../domain/capture.ts'
import type { Metadata } from '../metadata.ts'
import type { RawLine } from '../page.ts'
import { decode } from './decode.ts'
import { parseDocument } from './dom.ts'
import { markHeaviest } from './heaviest-element.ts'
import { linesOfDocument, type PageLine } from './html-lines.ts'
import { readMetadata } from './html-metadata.ts'
import { markContent } from './readability.ts'
import { refusal } from './refusal.ts'
import { refuseHuge, slimHtml } from './slim-html.ts'
import { PILED_MARKS } from './text.ts'

/**
 * What Readability reads within half a second; the largest of 65 pages has 1,930 elements, and levels of 26,258 in all.
 * It takes minutes for 10,000 elements that nest.
 */
const READABLE = { elements: 6000, levels: 100_000 }

export type HtmlPage = { lines: RawLine[]; metadata: Metadata; notes: Note[] }

/**
 * The lines of a page's text with what its markup says of them, and what the page says of itself. Nothing is loaded
 * and no script runs.
 * @throws KhabarError 'no_article' for bytes that are no text, and for a page over a limit or without any text
 */
export function readHtml(capture: Capture): HtmlPage {
  refuseHuge(capture.bytes)
  const { text, notes } = decode(capture.bytes, capture)
  const { html, jsonLd, lang, ...size } = slimHtml(text)
  const document = parseDocument(html)
  const metadata = readMetadata(document, jsonLd, lang)
  const absolute = resolver(capture.url ?? metadata.urls.find(({ value }) => URL.canParse(value))?.value ?? null)
  metadata.images = metadata.images.map((image) => ({ ...image, url: absolute(image.url) }))
  const lines = linesOfDocument(document, absolute)
  if (lines.length === 0) throw refusal('empty', 'The page shows no text.', 1)
  if (lines.some(({ line }) => PILED_MARKS.test(line.raw)))
    throw refusal('binary', 'The page is not text: it piles up combining marks.', 1)
  if (size.elements > READABLE.elements || size.levels > READABLE.levels) markHeaviest(lines)
  else markContent(document, lines)
  dropWideNames(lines)
  dropWideContainers(lines)
  return { lines: lines.map(({ line }) => line), metadata, notes }
}

/** Makes addresses absolute; null for what is no address of a page, and for a relative one of a page without address. */
function resolver(base: string | null): (address: string | null) => string | null {
  return (address) => {
    const text = address?.trim() ?? ''
    if (text === '' || text.startsWith('#') || !URL.canParse(text, base ?? undefined)) return null
    const url = new URL(text, base ?? undefined)
    return /^https?:$/.test(url.protocol) ? url.href : null
  }
}

/** A name that covers much of the article's text names the page, not a part of it: <div class="page with-newsletter">. */
function dropWideNames(lines: PageLine[]): void {
  const weights = new Map<number, number>()
  let all = 0
  for (const { line, namer } of lines) {
    if (!line.hint.isContent) continue
    all += line.raw.length
    weights.set(namer, (weights.get(namer) ?? 0) + line.raw.length)
  }
  for (const { line, namer } of lines) if ((weights.get(namer) ?? 0) > all * 0.25) line.hint.named = null
}

/** Nor does what holds most of the text say anything of it: a <form> around the whole page, a <header> with the article. */
function dropWideContainers(lines: PageLine[]): void {
  const content = lines.filter(({ line }) => line.hint.isContent)
  const lettersOf = (some: PageLine[]) => some.reduce((sum, { line }) => sum + line.raw.length, 0)
  for (const container of ['form', 'header', 'aside', 'list'] as const) {
    const inside = content.filter(({ line }) => line.hint.within.has(container))
    if (lettersOf(inside) <= lettersOf(content) * 0.6) continue
    for (const { line } of lines) {
      const within = [...line.hint.within].filter((other) => other !== container)
      line.hint.within = new Set(within)
    }
  }
}
