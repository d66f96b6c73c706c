import { fold } from '../../language/fold.ts'
import { wordsOf } from '../../language/tokenise.ts'
import { wordCount } from '../form.ts'
import type { Metadata } from '../metadata.ts'
import { claim, isFree, type Line, type Page, type Region, servedText } from '../page.ts'
import { decodeEntities } from './entities.ts'

/** What parts a title from the name of its site. */
const BEFORE_SITE = /\s(?:[|–—·•»«:]|-{1,2}|::)\s|\s?[|｜_]\s?|\s?：(?=[^：]{2,12}$)/u

/** The headline as it is served, and the line it stands on; no line where the page only states it. */
export type FoundHeadline = { text: string; line: Line | null }

/**
 * The headline of a page with markup: the <h1> that says what the metadata says, or the only one; else the line that
 * says it, whatever its element; else what the metadata says alone. null where there is none of these.
 */
export function findMarkedHeadline(page: Page, body: Region, metadata: Metadata): FoundHeadline | null {
  if (page.lines.every(({ hint }) => hint === null)) return null
  const titles = titlesOf(metadata)
  const heads = headElements(page).filter((lines) => (lines[0] as Line).index <= body.end)
  const best = heads
    .map((lines) => ({ lines, score: scoreOf(lines, titles, body) }))
    .sort((one, other) => other.score - one.score)[0]
  if (best !== undefined && best.score >= 0.5) return spacedAs(titles, take(page, best.lines, body))
  const said = page.lines.find(
    (line) =>
      line.index <= body.start + 3 && isFree(page, line) && titles.some((title) => wordsIn(title) === line.words),
  )
  if (said !== undefined) return take(page, [said], body)
  const alone = best?.lines
  if (alone !== undefined && wordCount(textOf(alone)) >= 3) return take(page, alone, body)
  const [title] = titles
  return title === undefined ? null : { text: title, line: null }
}

/** "Theft:Two held" in the <h1>, where elements stood between, is "Theft: Two held" in the title with the same letters. */
function spacedAs(titles: string[], found: FoundHeadline): FoundHeadline {
  const lettersOf = (text: string) => text.replace(/\s/gu, '')
  const title = titles.find((one) => one.length > found.text.length && lettersOf(one) === lettersOf(found.text))
  return title === undefined ? found : { ...found, text: title }
}

/** The titles that the page states, each also without the name of its site. */
function titlesOf({ headlines, publishers }: Metadata): string[] {
  const sites = publishers.map(({ value }) => wordsIn(value))
  return headlines
    .map(({ value }) => withoutSite(servedText(decodeEntities(value)), sites))
    .filter((title) => title !== '')
}

function withoutSite(title: string, sites: string[]): string {
  const parts = title.split(new RegExp(BEFORE_SITE, 'gu'))
  if (parts.length < 2) return title
  const last = parts.at(-1) as string
  const first = parts[0] as string
  if (sites.includes(wordsIn(last)) || (wordCount(last) <= 4 && wordCount(title) - wordCount(last) >= 4))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜_–—·•»«:：-]+$/u, '')
  if (sites.includes(wordsIn(first))) return title.slice(first.length).replace(/^[\s|｜_–—·•»«:：-]+/u, '')
  return title
}

/** The lines of each <h1>, which a <br> may part. */
function headElements(page: Page): Line[][] {
  const groups: Line[][] = []
  for (const line of page.lines) {
    if (line.hint?.tag !== 'h1' || !isFree(page, line) || line.hint.named === 'kicker' || wordCount(line.text) === 0)
      continue
    const last = groups.at(-1)
    if (last?.[0]?.hint?.block === line.hint.block) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** How much of its words an element shares with the title that it shares most with, 0 to 1; near the body counts a little. */
function scoreOf(lines: Line[], titles: string[], body: Region): number {
  const own = new Set(wordsIn(textOf(lines)).split(' '))
  const shares = titles.map((title) => {
    const words = new Set(wordsIn(title).split(' '))
    const common = [...own].filter((word) => words.has(word)).length
    return (2 * common) / (own.size + words.size)
  })
  return Math.max(0, ...shares) - ((lines[0] as Line).index > body.start ? 0.1 : 0)
}

function textOf(lines: Line[]): string {
  return lines.map(({ text }) => text).join(' ')
}

function wordsIn(text: string): string {
  return wordsOf(fold(text))
}

function take(page: Page, lines: Line[], body: Region): FoundHeadline {
  for (const line of lines) claim(page, line, 'headline', lines[0]?.hint?.tag === 'h1' ? 'h1' : 'says-the-title')
  const last = lines.at(-1) as Line
  const text = textOf(lines)
  const copies = page.lines.filter((line) => isFree(page, line) && line.words === wordsIn(text))
  for (const copy of copies) claim(page, copy, 'furniture', 'duplicate-of-headline')
  if (body.start <= last.index && last.index < body.end) body.start = last.index + 1
  return { text, line: lines[0] as Line }
}
