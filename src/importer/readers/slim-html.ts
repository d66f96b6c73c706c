import { refusal } from './refusal.ts'

/** What a page may have at most; a typical one has 300 kB, 1,500 elements and 30 levels, the largest of 65 has 1,930. */
const LIMITS = {
  ...{ bytes: 20_000_000, characters: 10_000_000, elements: 10_000, depth: 600 },
  /** Characters of text outside of tags, and attributes of one element. */
  ...{ text: 500_000, attributes: 50_000 },
}
/** A longer script of JSON-LD is data of the page, not of its article; it would be read three times. */
const LONGEST_JSON_LD = 500_000

/**
 * A page without what nobody reads; its JSON-LD as it stands in the page; what <html lang> says; how many elements it
 * has, and their levels added up: so often is a text read where each element around it is asked for its own.
 */
export type SlimHtml = { html: string; jsonLd: string[]; lang: string | null; elements: number; levels: number }

/** Elements whose content is no text of the page, or is there only where scripts do not run. */
const DROPPED = new Set(
  'script style noscript template iframe svg math object textarea select datalist audio video canvas'.split(' '),
)
/** Elements without an end tag, or closed by the next of their kind, so that they never nest by themselves. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(' '),
)
/** The frame of a document, which many pages have twice, too late or not at all; ours is put around the rest. */
const FRAME = /^\/?(?:html|head|body)$/

/** What stands at a "<": the tag's name in lower case, with "/" before an end tag's, "!" for what is no element, '' for text. */
type Tag = { name: string; start: number; end: number }

/**
 * Leaves out scripts, styles, comments and the like in one pass over the characters, and counts elements and levels, so
 * that what would fill the memory or the stack is refused before a document is built of it.
 * @throws KhabarError 'no_article' for a page over a limit
 */
export function slimHtml(html: string): SlimHtml {
  if (html.length > LIMITS.characters) throw tooLarge(`more than ${LIMITS.characters} characters`)
  const kept: string[] = []
  const slim: SlimHtml = { html: '', jsonLd: [], lang: null, elements: 0, levels: 0 }
  const count = elementCounter(slim)
  const countText = textCounter()
  let from = 0
  let end = 0
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    countText(tag.start - end)
    if (tag.name === '!' || DROPPED.has(tag.name) || FRAME.test(tag.name)) {
      kept.push(html.slice(from, tag.start))
      if (tag.name === 'html') slim.lang ??= langOf(html.slice(tag.start, tag.end))
      if (DROPPED.has(tag.name)) tag.end = skipContent(html, tag, slim.jsonLd)
      from = tag.end
    } else count(tag.name)
    end = tag.end
  }
  countText(html.length - end)
  slim.html = `<html><head></head><body>${kept.join('')}${html.slice(from)}</body></html>`
  return slim
}

function textCounter(): (length: number) => void {
  let text = 0
  return (length) => {
    text += length
    if (text > LIMITS.text) throw tooLarge(`more than ${LIMITS.text} characters of text`)
  }
}

/** @throws KhabarError 'no_article' before anything is decoded of a page that would take seconds */
export function refuseHuge(bytes: Uint8Array): void {
  if (bytes.length > LIMITS.bytes) throw tooLarge(`more than ${LIMITS.bytes} bytes`)
}

function tooLarge(reason: string) {
  return refusal('page_too_large', `The page has ${reason}.`, 1)
}

function nextTag(html: string, from: number): Tag | null {
  const start = html.indexOf('<', from)
  if (start < 0) return null
  // "<!-->" is a whole comment.
  if (html.startsWith('<!--', start)) return { name: '!', start, end: endOf(html, '-->', start + 2) }
  if (html[start + 1] === '!' || html[start + 1] === '?') return { name: '!', start, end: endOf(html, '>', start) }
  const name = /^<(\/?[a-z][^\s/>]{0,30})/i.exec(html.slice(start, start + 34))?.[1]
  // "a < b"
  if (name === undefined) return { name: '', start, end: start + 1 }
  return { name: name.toLowerCase(), start, end: tagEnd(html, start) }
}

/** Behind the ">" that ends the tag; one inside a quoted value does not. */
function tagEnd(html: string, start: number): number {
  let quote = ''
  let attributes = 0
  for (let index = start + 1; index < html.length; index++) {
    const char = html[index] as string
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char <= ' ' && (html[index - 1] as string) > ' ' && ++attributes > LIMITS.attributes)
      throw tooLarge(`an element of more than ${LIMITS.attributes} attributes`)
    else if (char === '>') return index + 1
    else if ((char === '"' || char === "'") && /[=\s]/.test(html[index - 1] as string)) quote = char
  }
  return html.length
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function langOf(tag: string): string | null {
  return /\slang\s?=\s?["']?([a-z]{2,3})(?![a-z])/i.exec(tag)?.[1]?.toLowerCase() ?? null
}

/** Behind the element's end tag, or at the end of the page where it has none; keeps what a script of JSON-LD says. */
function skipContent(html: string, { name, start, end }: Tag, jsonLd: string[]): number {
  if ((name === 'svg' || name === 'math') && html[end - 2] === '/') return end
  const close = new RegExp(`</${name}[^>]{0,100}>`, 'gi')
  close.lastIndex = end
  const match = close.exec(html)
  if (name === 'script' && /ld\+json/i.test(html.slice(start, end))) {
    const text = html.slice(end, match?.index)
    if (text.length <= LONGEST_JSON_LD) jsonLd.push(text)
  }
  return match === null ? html.length : close.lastIndex
}

/**
 * Counts elements and how deep they nest; an end tag closes the innermost element of its name and all in it. Of "<" that
 * begin no tag four count as one, as each costs a node, and so does the end tag that makes an element: "</p>" without "<p>".
 */
function elementCounter(counts: { elements: number; levels: number }): (name: string) => void {
  const open: string[] = []
  let [paragraphs, strays] = [0, 0]
  const add = () => {
    if (++counts.elements > LIMITS.elements) throw tooLarge(`more than ${LIMITS.elements} elements`)
    counts.levels += open.length
  }
  return (name) => {
    if (name === 'p') paragraphs++
    if (name === '') strays++
    if ((name === '' && strays % 4 === 0) || name === '/br' || (name === '/p' && --paragraphs < 0)) add()
    else if (name.startsWith('/')) {
      const index = open.lastIndexOf(name.slice(1))
      if (index >= 0) open.length = index
    } else if (name !== '') {
      if (!SHALLOW.has(name)) open.push(name)
      add()
      if (open.length > LIMITS.depth) throw tooLarge(`elements nested more than ${LIMITS.depth} deep`)
    }
    paragraphs = Math.max(0, paragraphs)
  }
}
