import type { RawLine } from '../page.ts'

/** Lines that follow one another without a blank line, with enough of them to tell a habit from chance. */
const ENOUGH_PAIRS = 4
const WIDEST_WRAP = 120
/** Shorter lines end a paragraph or stand alone (a byline, a date), and say nothing of a wrap. */
const LONG_ENOUGH = 0.6

/**
 * Groups the lines of a capture that was wrapped at a column, as mail programs and `lynx -dump` do, so that each group
 * is one line of text; otherwise each line is a group. A line was wrapped if the first word of the next would not have
 * fitted into the width; the capture was if that
 * holds for nearly all long lines with another right below.
 */
export function joinWrapped(lines: RawLine[]): RawLine[][] {
  const width = lines.reduce((widest, { raw }) => Math.max(widest, raw.trimEnd().length), 0)
  if (width > WIDEST_WRAP || !isWrapped(lines, width)) return lines.map((line) => [line])
  const groups: RawLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const group = groups.at(-1)
    if (group !== undefined && before !== undefined && touches(before, line, width)) group.push(line)
    else groups.push([line])
  }
  return groups
}

function isWrapped(lines: RawLine[], width: number): boolean {
  let pairs = 0
  let wrapped = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before === undefined || line.blankBefore || before.raw.trimEnd().length < width * LONG_ENOUGH) continue
    pairs++
    if (touches(before, line, width)) wrapped++
  }
  return pairs >= ENOUGH_PAIRS && wrapped / pairs >= 0.75
}

function touches(before: RawLine, line: RawLine, width: number): boolean {
  const word = /\S+/.exec(line.raw)?.[0] ?? ''
  return !line.blankBefore && before.raw.trimEnd().length + 1 + word.length > width
}
