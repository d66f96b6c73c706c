import { endsSentence } from '../form.ts'
import { type RawLine, WIDE } from '../page.ts'

/** Lines that follow one another without a blank line, with enough of them to tell a habit from chance. */
const ENOUGH_PAIRS = 4
const WIDEST_WRAP = 120
/** Narrower columns are those of a list of short lines, e.g. a menu. */
const NARROWEST_WRAP = 36
/** Shorter lines end a paragraph or stand alone (a byline, a date), and say nothing of a wrap. */
const LONG_ENOUGH = 0.6

const ALL_WIDE = new RegExp(WIDE, 'gu')
/** What begins a line of its own: a date with its time, list marks, rules, headings of Markdown, buttons of lynx. */
const OWN_LINE =
  /^\s*(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\s?[|,–-]?\s?\d{1,2}:\d\d|[•*▪●◦·]\s|\s{2}[o+]\s|#{1,6}\s|\*{2,6}\s\S|!\[|\(BUTTON\)|\[[^\]]{1,100}\]$|\[[ X_]\]|>|[-=_~]{4,}\s*$)/u
/** A dash and a number begin items, but a wrapped sentence may go on with either: "– sagte er", "12. März". */
const PERHAPS_OWN = /^\s*(?:[-–—]|\d{1,3}[.)])\s/u
/** Closes a heading of Debian's html2text, or underlines one. */
const HEADING_END = /\S\s\*{2,6}$|^\s*[-=_~]{4,}\s*$/u
const ITEM = /^\s*(?:[-–—•*+▪●◦·o]|\d{1,3}[.)])\s/u

/** Columns that a line may end early: lynx counts the signs of emphasis and links that it does not show. */
const EARLY = 6

/** Columns that lines end early for the length of words; half of the long lines of a wrapped text end among them. */
const RAGGED = 14

/** Columns that lynx leaves free at the right of quotations, which it sets in from the left too. */
const SET_IN = 6

type Measured = { line: RawLine; columns: number; indent: number }

/**
 * Groups the lines of a capture that was wrapped at a column, as mail programs and `lynx -dump` do, so that each group
 * is one line of text; otherwise each line is a group. A line was wrapped if the first word of the next would not have
 * fitted into the width; the capture was if that holds for nearly all long lines with another right below.
 */
export function joinWrapped(lines: RawLine[]): RawLine[][] {
  const measured = lines.map(measure)
  const width = widthOf(measured)
  if (hasLongLines(measured) || width > WIDEST_WRAP || width < NARROWEST_WRAP || !isWrapped(measured, width))
    return lines.map((line) => [line])
  const groups: Measured[][] = []
  for (const line of measured) {
    const group = groups.at(-1)
    if (group !== undefined && continues(group, line, width)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => group.map(({ line }) => line))
}

/**
 * How wide the lines go that have another right below; one that stands alone may be a heading, which some programs do
 * not wrap. Of many lines the two widest may be tables.
 */
function widthOf(lines: Measured[]): number {
  const hasBelow = (index: number) => lines[index + 1]?.line.blankBefore === false
  const columns = lines.filter(({ line }, index) => hasBelow(index) && isText(line.raw)).map((line) => line.columns)
  const sorted = columns.sort((one, other) => other - one)
  const long = sorted.filter((one) => one >= (sorted[0] as number) * LONG_ENOUGH).length
  return sorted[Math.min(2, Math.floor(long / 12))] ?? 0
}

/** Whether paragraphs stand on one line each; headings and links of Markdown may, whatever their length. */
function hasLongLines(lines: Measured[]): boolean {
  const columnsOf = (some: Measured[]) => some.reduce((sum, { columns }) => sum + columns, 0)
  const long = lines.filter(
    ({ line, columns }) => columns > WIDEST_WRAP && !/^\s*#/u.test(line.raw) && isText(line.raw),
  )
  return columnsOf(long) * 16 > columnsOf(lines)
}

/** Lines of addresses, as below a dump of lynx or around the links of Markdown, and rules are as long as they are. */
function isText(raw: string): boolean {
  if (/\]\(\S/u.test(raw.slice(0, 4 * WIDEST_WRAP))) return false
  return raw.length > 4 * WIDEST_WRAP || /\S\s+\S+\s+\S/u.test(raw) || WIDE.test(raw)
}

function measure(line: RawLine): Measured {
  const text = line.raw.trimEnd()
  const wide = text.length > WIDEST_WRAP ? 0 : (text.match(ALL_WIDE)?.length ?? 0)
  return { line, columns: text.length + wide, indent: text.length - text.trimStart().length }
}

function isWrapped(lines: Measured[], width: number): boolean {
  const isLong = ({ line, columns }: Measured) => columns >= width * LONG_ENOUGH && isText(line.raw)
  const long = lines.filter(isLong)
  if (long.filter(({ columns }) => columns > width - RAGGED).length * 2 < long.length) return false
  let pairs = 0
  let wrapped = 0
  let ended = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before === undefined || line.line.blankBefore || !isLong(before) || OWN_LINE.test(line.line.raw)) continue
    const isTouching = touches(before, line, width)
    if (isTouching) wrapped++
    // Where no blank lines part the paragraphs, the last line of each has another right below.
    else if (endsSentence(before.line.raw)) ended++
    pairs++
  }
  return wrapped > ended && pairs - ended >= ENOUGH_PAIRS && wrapped / (pairs - ended) >= 0.75
}

function touches(before: Measured, { line }: Measured, width: number): boolean {
  const word = /[^\s>]\S*/u.exec(line.raw)?.[0] ?? ''
  const columns = WIDE.test(word[0] ?? '') ? 2 : word.length
  return !line.blankBefore && before.columns + 1 + columns > width - EARLY
}

/** Lynx sets the first heading in the middle: what its second line holds is further in than the first. */
function isCentred({ columns, indent }: Measured, width: number): boolean {
  return Math.abs(indent - (width - columns)) <= 2 * SET_IN
}

/** Whether the line goes on with the group's text: not further in, but below an item, nor out again but below a first line. */
function continues(group: Measured[], line: Measured, width: number): boolean {
  const [first, before] = [group[0] as Measured, group.at(-1) as Measured]
  const isSetIn = line.indent >= 5 && line.indent === before.indent
  if (!touches(before, line, isSetIn ? width - SET_IN : width)) return false
  if (line.line.raw.trimStart().startsWith('>')) return first.line.raw.trimStart().startsWith('>')
  if (OWN_LINE.test(line.line.raw) || HEADING_END.test(before.line.raw)) return false
  if (PERHAPS_OWN.test(line.line.raw) && (endsSentence(before.line.raw) || ITEM.test(first.line.raw))) return false
  if (line.indent > before.indent && isCentred(before, width) && isCentred(line, width)) return true
  if (line.indent > before.indent) return group.length === 1 && ITEM.test(before.line.raw)
  return line.indent === before.indent || (group.length === 1 && !ITEM.test(before.line.raw)) || line.indent === 0
}
