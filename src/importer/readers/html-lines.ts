import type { Container, LineHint, RawLine } from '../page.ts'
import { type DomDocument, type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from './dom.ts'
import { isShown, namedPartOf } from './html-names.ts'

/** A line of the page's text, and the node at which it begins. */
export type PageLine = { line: RawLine & { hint: LineHint }; start: DomNode; namer: number }

/** Elements that are lines of their own, and those that have a blank line around them. */
const BLOCKS = new Set(
  'address article aside blockquote button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption amp-img picture'.split(
    ' ',
  ),
)
const SPACED = new Set(
  'article aside blockquote dl figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)
const CONTAINERS: Record<string, Container> = {
  ...{ article: 'article', main: 'article', nav: 'nav', aside: 'aside', header: 'header', footer: 'footer' },
  ...{ form: 'form', button: 'form', ul: 'list', ol: 'list', blockquote: 'quote', table: 'table' },
}

/** What holds for all text inside an element. */
type Context = Pick<LineHint, 'tag' | 'block' | 'within' | 'named' | 'figure'> & {
  /** The element whose names say it. */
  namer: number
  href: string | null
  isLink: boolean
  isBold: boolean
}
/** The line that is being put together. */
type Draft = {
  text: string
  start: DomNode
  context: Context
  letters: number
  linked: number
  bold: number
  hrefs: Set<string>
  /** Whether parts of it are named differently, so that it as a whole is not. */
  isMixed: boolean
  datetime: string | null
}
/** What separates a line from the next: 0 nothing, 1 a line's end, 2 a blank line. */
type Gap = 0 | 1 | 2
type State = {
  lines: PageLine[]
  draft: Draft | null
  gap: Gap
  breaks: number
  elements: number
  absolute: (address: string | null) => string | null
}

/**
 * The text of a page as lines: one for each block that has text of its own, parted at <br>, with the alternative text
 * or the file name in place of an image. Numbered from 1 among themselves, as nobody reads a page's own lines.
 */
export function linesOfDocument(document: DomDocument, absolute: State['absolute']): PageLine[] {
  const state: State = { lines: [], draft: null, gap: 2, breaks: 0, elements: 0, absolute }
  visit(
    document.body,
    {
      tag: 'body',
      block: 0,
      within: new Set(),
      named: null,
      namer: 0,
      figure: null,
      href: null,
      isLink: false,
      isBold: false,
    },
    state,
  )
  endLine(state, 2)
  return state.lines
}

function visit(parent: DomElement, context: Context, state: State): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === TEXT_NODE) addText(node, context, state)
    else if (node.nodeType === ELEMENT_NODE) visitElement(node as DomElement, context, state)
  }
}

function visitElement(element: DomElement, outer: Context, state: State): void {
  const tag = element.localName
  if (tag === 'title' || !isShown(element)) return
  state.elements++
  const context = contextOf(element, outer, state)
  if (isBreak(element)) breakLine(context, state)
  else if (tag === 'img' || tag === 'amp-img') addImage(element, context, state)
  else visitBlock(element, context, state, gapAround(tag, context, outer))
}

function visitBlock(element: DomElement, context: Context, state: State, gap: Gap): void {
  if (gap > 0) endLine(state, gap)
  visit(element, context, state)
  if (element.localName === 'time' && state.draft !== null) state.draft.datetime ??= element.getAttribute('datetime')
  if (gap > 0) endLine(state, gap)
}

function gapAround(tag: string, context: Context, outer: Context): Gap {
  if (SPACED.has(tag)) return 2
  return BLOCKS.has(tag) || isNewPart(context, outer) ? 1 : 0
}

/** A kicker inside the headline's element, a credit inside the caption's: a part of its own, though it be a <span>. */
function isNewPart(context: Context, outer: Context): boolean {
  if (context.named === outer.named) return false
  return (
    (context.named === 'kicker' && /^h\d$/.test(outer.tag)) || (context.named === 'credit' && outer.figure !== null)
  )
}

function contextOf(element: DomElement, outer: Context, state: State): Context {
  const tag = element.localName
  const own = namedPartOf(element)
  const container = CONTAINERS[tag]
  const isBlock = BLOCKS.has(tag)
  return {
    tag: isBlock ? tag : outer.tag,
    block: isBlock ? state.elements : outer.block,
    within:
      container === undefined || outer.within.has(container) ? outer.within : new Set([...outer.within, container]),
    named: own ?? outer.named,
    namer: own === null ? outer.namer : state.elements,
    figure: tag === 'figure' ? state.elements : outer.figure,
    href: tag === 'a' ? state.absolute(element.getAttribute('href')) : outer.href,
    isLink: outer.isLink || tag === 'a',
    isBold: outer.isBold || isBold(element),
  }
}

/** By element, class or style; not where a style sheet alone says it. */
function isBold(element: DomElement): boolean {
  if (element.localName === 'b' || element.localName === 'strong') return true
  const isNamed = /(?:^|\s)(?:strong|bold|(?:fw|font|text)-bold)(?:\s|$)/i.test(element.getAttribute('class') ?? '')
  return isNamed || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute('style') ?? '')
}

function addText(node: DomNode, context: Context, state: State): void {
  const text = node.textContent
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(text)) {
    if (state.draft !== null) state.draft.text += text
    return
  }
  state.draft ??= {
    ...{ text: '', start: node, context, letters: 0, linked: 0, bold: 0 },
    ...{ hrefs: new Set<string>(), datetime: null, isMixed: false },
  }
  const { draft } = state
  if (context.named !== draft.context.named) draft.isMixed = true
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  draft.text += text
  draft.letters += letters
  if (context.isBold) draft.bold += letters
  if (context.isLink) draft.linked += letters
  if (context.href !== null) draft.hrefs.add(context.href)
  state.breaks = 0
}

/** <br>, and the empty element that style sheets make one of: <span class="br"></span>. */
function isBreak(element: DomElement): boolean {
  return (
    element.localName === 'br' ||
    (element.localName === 'span' && element.getAttribute('class')?.split(' ').includes('br') === true)
  )
}

/** A heading is one line however its page breaks it. */
function breakLine({ tag }: Context, state: State): void {
  if (!/^h[1-6]$/.test(tag)) endLine(state, ++state.breaks > 1 ? 2 : 1)
  else if (state.draft !== null) state.draft.text += ' '
}

function endLine(state: State, gap: Gap): void {
  const { draft } = state
  if (draft !== null) {
    const { context, letters, hrefs } = draft
    const hint: LineHint = {
      ...{ tag: context.tag, block: context.block, isContent: false },
      href: hrefs.size === 1 ? ([...hrefs][0] as string) : null,
      linked: draft.linked / Math.max(letters, 1),
      isBold: draft.bold >= letters && letters > 0,
      ...{ within: context.within, named: draft.isMixed ? null : context.named, figure: context.figure },
      ...{ datetime: draft.datetime, image: null },
    }
    addLine(state, draft.text, draft.start, hint, context.namer)
    state.draft = null
    state.gap = gap
  } else state.gap = Math.max(state.gap, gap) as Gap
}

function addLine(state: State, text: string, start: DomNode, hint: LineHint, namer: number): void {
  const raw = text.replace(/[^\S\u00a0]+/gu, ' ').trim()
  const number = state.lines.length + 1
  state.lines.push({ line: { number, raw, blankBefore: state.gap === 2, hint }, start, namer })
}

/** In place of an image its alternative text, else its file name; one with neither, or of a pixel's size, leaves no line. */
function addImage(element: DomElement, context: Context, state: State): void {
  const source = imageAddress(element)
  const image = state.absolute(source)
  const alt = element.getAttribute('alt')?.trim() ?? ''
  const text = /[\p{L}\p{N}]/u.test(alt)
    ? alt
    : (/([^/?#]{1,200}\.(?:jpe?g|png|webp|gif|avif))(?:[?#]|$)/i.exec(source ?? '')?.[1] ?? '')
  if (text === '' || /^[01]$/.test(element.getAttribute('width') ?? '')) return
  endLine(state, 1)
  const { namer, within, named, figure, block, href } = context
  const plain = { isContent: false, linked: 0, isBold: false, datetime: null }
  addLine(state, text, element, { tag: 'img', block, within, named, figure, href, image, ...plain }, namer)
  state.gap = 1
}

/** Pages that load images late keep the address elsewhere, and a grey pixel in its place. */
function imageAddress(element: DomElement): string | null {
  const candidates = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-url'].map((name) =>
    element.getAttribute(name),
  )
  const source = candidates.find((value) => value !== null && value !== '' && !value.startsWith('data:'))
  return (
    source ??
    /^\s*([^\s,]+)/.exec(element.getAttribute('srcset') ?? element.getAttribute('data-srcset') ?? '')?.[1] ??
    null
  )
}
