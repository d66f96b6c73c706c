import type { Note } from '../domain/article.ts'
import type { LedgerLine, LineRole } from '../domain/capture.ts'
import type { Lexicon } from '../domain/lexicon.ts'
import { fold } from '../language/fold.ts'
import { wordsOf } from '../language/tokenise.ts'
import { createUnitTest } from '../language/unit-test.ts'
import { denseIn } from './form.ts'

/** A non-blank line as the reader found it. */
export type RawLine = {
  number: number
  raw: string
  blankBefore: boolean
  /** What the markup of a page says of the line; a text capture has none. */
  hint?: LineHint
  /** On the first of the lines that are one: what they say without the signs of the program that dumped them. */
  said?: Said
}

/**
 * Text out of a dump, and what the program's signs make of it: "title" is a heading of the first level, "control" a
 * button, a field or an address.
 */
export type Said = { text: string; mark: Mark | null }
export type Mark = 'title' | 'heading' | 'item' | 'quote' | 'control'

/** What markup says of a line of its text. */
export type LineHint = {
  /** Name of the element whose text the line is, in lower case: "h2", "p", "figcaption"; "img" for an image's stand-in. */
  tag: string
  /** Number of that element on the page: lines that a <br> parts share it. */
  block: number
  /** Whether the page's extractor counts the line to the article's text. */
  isContent: boolean
  /** Absolute address of the only link that the line holds; null where it holds none or several. */
  href: string | null
  /** The share of the line's letters that are in links, 0 to 1. */
  linked: number
  /** Whether all of the line is set in bold. */
  isBold: boolean
  /** What the line stands in, whatever is between. */
  within: ReadonlySet<Container>
  /** What the names of its element or one around it say it is: class, id, itemprop, rel; null where they say nothing. */
  named: NamedPart | null
  /** Number of the figure that it stands in; null outside of figures. */
  figure: number | null
  /** What a <time> in the line says in its attribute; null without one. */
  datetime: string | null
  /** Absolute address of the image that the line stands for; null for text, and where the page has no address for it. */
  image: string | null
}

export type Container = 'article' | 'nav' | 'aside' | 'header' | 'footer' | 'form' | 'list' | 'quote' | 'table'

/** Parts of a page that authors of pages name by words that are much the same everywhere. */
export type NamedPart =
  | 'headline'
  | 'kicker'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'caption'
  | 'credit'
  | 'related'
  | 'furniture'

/** One or more lines of the capture that are one line of text: several where the capture was wrapped. */
export type Line = {
  /** Position among the page's lines, from 0. */
  index: number
  /** Lines of the capture, from 1, inclusive. */
  first: number
  last: number
  /** Served text: NFC, white space single. */
  text: string
  folded: string
  /** The folded words alone, for telling lines that say the same. */
  words: string
  /** How many of the text's characters are Chinese, Japanese or Korean. */
  dense: number
  blankBefore: boolean
  blankAfter: boolean
  raws: RawLine[]
  hint: LineHint | null
  /** What a dump's signs make of the line; null where there are none. */
  mark: Mark | null
}

export type Claim = { role: LineRole; rule: string }

/** A capture on its way to an article: its lines, and what has become of each so far. */
export type Page = {
  lines: Line[]
  /** Whether blank lines set its parts off: some captures have none (WET), or hardly any. */
  hasBlanks: boolean
  /** How many lines have the same words, and the index of the first that has them. */
  occurrences: ReadonlyMap<string, number>
  firsts: ReadonlyMap<string, number>
  claims: Map<Line, Claim>
  notes: Note[]
  lexicon: Lexicon
}

/** The run of lines that holds the article's text, by index, inclusive. */
export type Region = { start: number; end: number }

export function createPage(groups: RawLine[][], lexicon: Lexicon): Page {
  const lines = groups.map((raws, index) => {
    const [first, last] = [raws[0] as RawLine, raws.at(-1) as RawLine]
    const text = servedText(first.said?.text ?? joinedText(raws))
    const folded = fold(text)
    const blankAfter = groups[index + 1]?.[0]?.blankBefore ?? true
    return {
      index,
      first: first.number,
      last: last.number,
      text,
      folded,
      words: wordsOf(folded),
      dense: denseIn(text),
      blankBefore: index === 0 || first.blankBefore,
      blankAfter,
      raws,
      hint: first.hint ?? null,
      mark: first.said?.mark ?? null,
    }
  })
  const occurrences = new Map<string, number>()
  for (const { words } of lines) occurrences.set(words, (occurrences.get(words) ?? 0) + 1)
  const hasBlanks = lines.filter((line) => line.blankBefore).length >= lines.length / 8
  const firsts = new Map(lines.toReversed().map(({ words, index }) => [words, index]))
  return { lines, hasBlanks, occurrences, firsts, claims: new Map(), notes: [], lexicon }
}

/** Letters that take two columns of a terminal, and between which a line is broken anywhere. */
export const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u

/** The text of lines that were one: with spaces between, except in scripts that write none. */
export function joinedText(raws: RawLine[]): string {
  const parts = raws.map(({ raw }, index) => {
    const before = raws[index - 1]?.raw.trimEnd().at(-1) ?? ''
    const isUnspaced = WIDE.test(before) && WIDE.test(raw.trimStart()[0] ?? '')
    return index === 0 ? raw : isUnspaced ? raw.trim() : ` ${raw.trim()}`
  })
  return parts.map((part, index) => (index === parts.length - 1 ? part : part.trimEnd())).join('')
}

/** NFC, white space of any kind folded to single spaces, control characters and halves of pairs left out. */
export function servedText(raw: string): string {
  const text = raw.normalize('NFC')
  if (isEven(text)) return text.trim()
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, '')
    .trim()
}

const isUneven = createUnitTest(/[^\S ]|[\p{Cc}\p{Cs}\uFEFF]/u)

/** Whether its white space is single spaces, and each of its units is served; most text is so. */
function isEven(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isUneven(unit) || (unit === SPACE && before === SPACE)) return false
    before = unit
  }
  return true
}

const SPACE = 0x20

/** Gives a line its role. Each line has one: a second claim is a fault of the pipeline. */
export function claim(page: Page, line: Line, role: LineRole, rule: string): void {
  const claimed = page.claims.get(line)
  if (claimed !== undefined) throw new Error(`Line ${line.first} is ${claimed.role} by ${claimed.rule}, not ${role}`)
  page.claims.set(line, { role, rule })
}

/** Whether other lines of the page say the same. */
export function isRepeated(page: Page, line: Line): boolean {
  return (page.occurrences.get(line.words) ?? 0) > 1
}

/** Whether a line before it says the same. */
export function isCopy(page: Page, line: Line): boolean {
  return page.firsts.get(line.words) !== line.index
}

export function isFree(page: Page, line: Line): boolean {
  return !page.claims.has(line)
}

export function freeLines(page: Page, from = 0, to = page.lines.length): Line[] {
  return page.lines.slice(from, to).filter((line) => isFree(page, line))
}

/** The lines of a region, ends included. */
export function linesOf(page: Page, { start, end }: Region): Line[] {
  return page.lines.slice(start, end + 1)
}

/** What became of each non-blank line of the capture, in order. */
export function ledgerOf(page: Page): LedgerLine[] {
  return page.lines.flatMap((line) => {
    const given = page.claims.get(line)
    if (given === undefined) throw new Error(`Line ${line.first} has no role`)
    return line.raws.map(({ number, raw }) => ({ line: number, ...given, text: raw }))
  })
}
