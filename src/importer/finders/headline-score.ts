import { createCharacterCount } from '../../language/unit-test.ts'
import { endsInPoint, endsSentence, isDense, lengthOf, wordCount } from '../form.ts'
import { freeLines, isFree, type Line, linesOf, type Page, type Region } from '../page.ts'
import { overlapWith, stemsOf } from '../topic.ts'
import { labelledNames } from './byline.ts'
import { isLabelledCredit, splitCredit } from './credits.ts'

/** Lines above and below among which the same words are looked for. */
const REACH_OF_COPIES = 1000
/** Lines above a candidate among which a headline would make it a standfirst, a caption or a teaser. */
const NEIGHBOURHOOD = 4
/** Stems of a body of which a headline has one. */
const RICH_TOPIC = 30

export type Scored = { line: Line; score: number; overlap: number }

/**
 * How much each of the candidates is like a headline. The weights are those of a logistic model over the measured pages,
 * rounded; one fitted to half of them chooses as well on the other half.
 */
export function scoreHeadlines(page: Page, candidates: Line[], body: Region, dateLine: Line | null): Scored[] {
  const topic = topicOf(page, body)
  const isForeign = foreignTo(page, body)
  const free = freeLines(page, 0, body.end + 1)
  const places = new Map(free.map((line, place) => [line, place]))
  const above = free.findIndex(({ index }) => index >= body.start)
  const top = above < 0 ? free.length : above
  const scored = candidates.map((line) => ({ line, score: 0, overlap: overlapWith(topic, stemsOf(line)) }))
  for (const [at, candidate] of scored.entries()) {
    const { line, overlap } = candidate
    const place = places.get(line) ?? 0
    const near = scored.slice(Math.max(0, at - NEIGHBOURHOOD), at)
    candidate.score =
      2.4 * overlap +
      (overlap === 0 && topic.size >= RICH_TOPIC ? -1 : 0) +
      formOf(line) -
      (isForeign(line.text) ? 2 : 0) -
      (labelledNames(page, line.text).length > 0 ? 3 : 0) +
      0.9 * repetition(page, line) +
      (isNearDate(page, line, dateLine) ? 2 : 0) +
      (line.index >= body.start ? insideOf(page, body, line) : -0.085 * Math.min(Math.max(0, top - place - 9), 35)) +
      neighboursOf(free[place - 1], free[place + 1]) -
      1.3 * overlapAbove(line, near)
  }
  return scored
}

/** Tells what is in Latin letters where the body is not: a path of addresses, the name of a site, a button. */
function foreignTo(page: Page, body: Region): (text: string) => boolean {
  const text = linesOf(page, body).map((line) => line.text)
  const isLatin = latinShare(text.join(' ').slice(0, 5000)) > 0.2
  return (candidate) => !isLatin && latinShare(candidate) > 0.7
}

function latinShare(text: string): number {
  return latinIn(text) / Math.max(lettersIn(text), 1)
}

const lettersIn = createCharacterCount(/\p{L}/u)
const latinIn = createCharacterCount(/\p{Script=Latin}/u)

/** A line of the body's run may be the headline below a notice or a teaser; below two paragraphs it heads a section. */
function insideOf(page: Page, body: Region, line: Line): number {
  const above = page.lines.slice(body.start, line.index)
  const paragraphs = above.filter((other) => lengthOf(other) >= 160 && endsSentence(other.text))
  return paragraphs.length >= 2 ? -3 : -1.5
}

/** What speaks for and against a headline in the line alone. */
function formOf(line: Line): number {
  const { text } = line
  const length = lengthOf(line)
  const stands = (line.blankBefore ? 0.8 : 0) + (line.blankAfter ? 1.1 : 0)
  const size = length < 20 ? -0.7 : length < 30 ? -1.3 : length > 160 ? -1.3 : length > 110 ? -0.8 : 0
  const few = wordCount(text) < 4 && !isDense(text) ? -1.5 : 0
  const end = !endsSentence(text) ? 0 : /[?؟!…]["'”»]*$/u.test(text) ? -0.3 : -0.7
  // A summary above the text speaks of it as the headline does, in whole sentences.
  const sentence = length > 110 && endsInPoint(text) ? -1 : 0
  const marks = (/[|»›>@]|\s\/\s/.test(text) ? -0.6 : 0) + (/[:：]$/u.test(text) ? -2 : 0)
  return stands + size + few + end + sentence + marks + (isCredited(line) ? -0.6 : 0) + (isDataOfPage(text) ? -2 : 0)
}

/** A writer with an account, "By Jane Doe @janedoe", or a row of numbers with few words: the day in two calendars. */
function isDataOfPage(text: string): boolean {
  if (/\s@\w{3}/u.test(text)) return true
  const numbers = text.match(/(?<![\p{L}\p{N}])\p{N}{1,4}(?![\p{L}\p{N}])/gu)?.length ?? 0
  return numbers >= 2 && /(?<!\p{N})(?:\p{N}{4})(?!\p{N})/u.test(text) && wordCount(text) - numbers <= numbers + 1
}

/** The last entry of a menu stands above a headline, a standfirst or the first paragraph below. */
function neighboursOf(above: Line | undefined, below: Line | undefined): number {
  const endsMenu = above === undefined || lengthOf(above) < 25
  return (endsMenu ? 0.7 : 0) + (below === undefined || lengthOf(below) >= 60 ? 0.4 : 0)
}

function overlapAbove(line: Line, above: Scored[]): number {
  const near = above.filter((other) => line.index - other.line.index <= NEIGHBOURHOOD && lengthOf(other.line) >= 25)
  return Math.max(0, ...near.map(({ overlap }) => overlap))
}

function isNearDate(page: Page, line: Line, dateLine: Line | null): boolean {
  if (dateLine === null || Math.abs(line.index - dateLine.index) > 40) return false
  const [first, second] = line.index < dateLine.index ? [line, dateLine] : [dateLine, line]
  return freeLines(page, first.index + 1, second.index).length <= 3
}

/**
 * What the body speaks of and the rest of the page does not all the time: "article", "subscribe" and the name of the
 * site stand in menus too. Lines of the body that may be the headline are left out.
 */
function topicOf(page: Page, body: Region): ReadonlySet<string> {
  const outside = new Map<string, number>()
  for (const line of [
    ...page.lines.slice(Math.max(0, body.start - REACH_OF_COPIES), body.start),
    ...page.lines.slice(body.end + 1, body.end + REACH_OF_COPIES),
  ]) {
    for (const stem of new Set(stemsOf(line))) outside.set(stem, (outside.get(stem) ?? 0) + 1)
  }
  const lines = page.lines.slice(body.start, body.end + 1).slice(0, REACH_OF_COPIES)
  const stems = lines.filter((line) => endsSentence(line.text) || lengthOf(line) > 160).flatMap(stemsOf)
  return new Set(stems.filter((stem) => (outside.get(stem) ?? 0) < 10))
}

/**
 * A title is said again elsewhere, a breadcrumb or the site's title around it; right beside each other the same words
 * are a teaser and its image's text, and many times over an entry of the menu.
 */
function repetition(page: Page, line: Line): number {
  if (line.words.length < (isDense(line.words) ? 7 : 16)) return 0
  const copies = copiesOf(page, line)
  if (copies.length > 4) return 0
  return copies.some((copy) => copy.words !== line.words || Math.abs(copy.index - line.index) > 2) ? 1 : 0
}

/** Lines with the same words: alternative texts, breadcrumbs, the page's title with or without the site's name. */
export function copiesOf(page: Page, { index, words, text }: Line): Line[] {
  const longest = Math.max(text.length, words.length) + 60
  return page.lines
    .slice(Math.max(0, index - REACH_OF_COPIES), index + REACH_OF_COPIES)
    .filter((other) => other.index !== index && other.text.length <= longest && isFree(page, other))
    .filter((other) => other.words === words || hasSite(other, words))
}

/** "Headline - Site", "Site | Headline" and "NewsSportHeadline": the rest is a name of few letters. */
export function hasSite({ words: other }: Line, words: string): boolean {
  if (words.length < (isDense(words) ? 8 : 20)) return false
  return other.length - words.length <= 40 && (other.startsWith(`${words} `) || other.endsWith(words))
}

/** "Photo: Jane Doe", "… at dawn (AFP)", "… at dawn [Photo = Jane Doe]". */
function isCredited({ text }: Line): boolean {
  return isLabelledCredit(text) || (/[)\]）］】]$/u.test(text) && splitCredit(text).isSure)
}
