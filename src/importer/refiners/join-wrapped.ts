import type { RawLine } from '../page.ts'

/** Lines that follow one another without a blank line, with enough of them to tell a habit from chance. */
const ENOUGH_PAIRS = 6
const WIDEST_WRAP = 120

/**
 * Groups the lines of a capture that was wrapped at a column, as mail programs and `lynx -dump` do, so that each group
 * is one line of text; otherwise each line is a group. A line was wrapped if the first word of the next would not have
 * fitted into the width; the capture was if that holds for nearly all lines that touch.
 */
export function joinWrapped(lines: RawLine[]): RawLine[][] {
  const width = Math.max(...lines.map(({ raw }) => raw.trimEnd().length))
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
  const pairs = lines
    .slice(1)
    .flatMap((line, index) => (line.blankBefore ? [] : [[lines[index] as RawLine, line] as const]))
  const wrapped = pairs.filter(([before, line]) => touches(before, line, width)).length
  return pairs.length >= ENOUGH_PAIRS && wrapped / pairs.length >= 0.75
}

function touches(before: RawLine, line: RawLine, width: number): boolean {
  const word = /\S+/.exec(line.raw)?.[0] ?? ''
  return !line.blankBefore && before.raw.trimEnd().length + 1 + word.length > width
}
