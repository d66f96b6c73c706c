import { endsSentence, hasWord, imageFileName, wordCount } from '../form.ts'
import { claim, isFree, type Line, type Page } from '../page.ts'

const LONGEST = 40
const MOST_WORDS = 5

/**
 * The short line right above the headline, e.g. "التغطية الحية" or "رییس سازمان بورس اعلام کرد:"; null where there is
 * none. The last entry of a menu also stands there, but with others of its kind above it and no blank line between.
 */
export function findKicker(page: Page, headline: Line | null): string | null {
  const line = headline === null ? undefined : nearestFreeAbove(page, headline)
  if (line === undefined || !isKicker(page, line)) return null
  claim(page, line, 'kicker', 'short-line-above-headline')
  return line.text
}

/** The line above, with lines known to be furniture passed over. */
function nearestFreeAbove(page: Page, headline: Line): Line | undefined {
  for (let index = headline.index - 1; index >= Math.max(0, headline.index - 4); index--) {
    const line = page.lines[index] as Line
    if (isFree(page, line)) return line
    if (page.claims.get(line)?.role !== 'furniture') return undefined
  }
  return undefined
}

function isKicker(page: Page, line: Line): boolean {
  // A menu has "Follow us:", but no entry of so many words that leads on to the next.
  const leadsOn = line.text.endsWith(':') && line.text.length <= 100 && wordCount(line.text) >= 3
  const short = line.text.length <= LONGEST && wordCount(line.text) <= MOST_WORDS && hasWord(line.text)
  return (
    (leadsOn || short) &&
    !endsSentence(line.text) &&
    !/[|»›>@©]|^(?:https?:|\S+\.[a-z]{2,}$)/.test(line.text) &&
    imageFileName(line.text) === null &&
    (leadsOn || !isInMenu(page, line))
  )
}

function isInMenu(page: Page, line: Line): boolean {
  if (line.hint !== null && (line.hint.tag === 'li' || line.hint.within.has('list') || line.hint.within.has('nav')))
    return true
  const above = [1, 2].map((step) => page.lines[line.index - step])
  return (
    above.every((other) => other !== undefined && isFree(page, other) && wordCount(other.text) <= MOST_WORDS) &&
    !line.blankBefore
  )
}
