import { COMMENTS_CUE, END_CUE, PAYWALL } from '../end-cues.ts'
import { wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page, type Region } from '../page.ts'

/** Of the text before such a cue and behind it, at least this share must stand before. */
const SHARE_BEFORE = 0.4
const LONGEST_CUE = 60
const LONGEST_NOTICE = 160

/**
 * The last line of the text, by index: a run may go on with what follows articles, teasers of others, comments, or what
 * the paper says of itself, below a line such as "Most read", "التعليقات" or "Mehr zum Thema".
 */
export function endOfText(page: Page, run: Region & { weight: number }, weights: number[]): number {
  let before = 0
  for (let index = run.start; index <= run.end; index++) {
    const line = page.lines[index] as Line
    if (before >= run.weight * SHARE_BEFORE && isEndCue(line)) {
      if (isFree(page, line)) claim(page, line, 'furniture', 'end-of-text')
      return lastText(weights, run.start, index - 1)
    }
    before += weights[index] as number
  }
  const below = page.lines.slice(run.end + 1, run.end + 4).find((line) => isFree(page, line) && isEndCue(line))
  if (below !== undefined) claim(page, below, 'furniture', 'end-of-text')
  return run.end
}

/** Whether a line says that another text begins, or that the rest is not to be seen. */
export function isEndCue(line: Line): boolean {
  if (line.text.length <= LONGEST_NOTICE && PAYWALL.test(line.words)) return true
  return line.text.length <= LONGEST_CUE && wordCount(line.text) <= 8 && END_CUE.test(line.words)
}

/** Whether nothing behind the line is the article's: comments, a paywall, who owns the rights. */
export function isLastCue({ text, words }: Line): boolean {
  if (text.length <= LONGEST_NOTICE && PAYWALL.test(words)) return true
  return (text.length <= LONGEST_CUE && COMMENTS_CUE.test(words)) || /^\s?(?:©|copyright\b)/iu.test(text)
}

function lastText(weights: number[], start: number, end: number): number {
  let last = end
  while (last > start && (weights[last] as number) <= 0) last--
  return last
}
