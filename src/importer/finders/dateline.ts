import type { Dateline } from '../../domain/article.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { endsSentence } from '../form.ts'
import { claim, freeLines, type Line, type Page, type Region } from '../page.ts'
import { AGENCY, COMPILED, SOURCE_LABEL, STAFF } from '../vocabulary.ts'

const LONGEST = 70
/** Hyphens and dashes between the parts; tatweel between spaces is one too ("إسطنبول ـ متابعات"). */
const SEPARATOR = /\s[-–—ـ/|]\s?|\s?[–—]\s?|\s?:\s/u

/** Where and from whom: which of a dateline's parts is the place and which the source is told by the words, not by their order. */
type Part = { text: string; is: 'place' | 'agency' | 'compiled' | 'staff' | 'unknown' }

/**
 * Whether the line is a dateline of its own: one to three short parts of which one at least is a known place, a news
 * agency or a word for a kind of sourcing. e.g. "إسطنبول ـ متابعات", "(أبوظبي - البيان)", "دمشق - العرب اليوم", "São Paulo".
 */
export function isDateline(page: Page, line: Line): boolean {
  if (line.text.length > LONGEST || endsSentence(line.text)) return false
  return classify(page, partsOf(line.text)).some((part) => part.is !== 'unknown')
}

/** Finds the dateline: a line of its own above the body, or the opening of the first paragraph, which keeps it. */
export function findDateline(page: Page, body: Region, headline: Line | null): Dateline | null {
  const own = freeLines(page, (headline?.index ?? -1) + 1, body.start).findLast((line) => isDateline(page, line))
  if (own === undefined) return inlineDateline(page, page.lines[body.start] as Line)
  claim(page, own, 'dateline', 'parts-of-dateline')
  return describe(classify(page, partsOf(own.text)), own.text)
}

/** A line at the end that says where the article was taken from, e.g. "المصدر: الجزيرة + وكالات". */
export function findSource(page: Page, body: Region, dateline: Dateline | null): Dateline | null {
  const line = freeLines(page, body.end + 1, body.end + 12).find(
    ({ folded, text }) => text.length <= 120 && SOURCE_LABEL.test(folded),
  )
  if (line === undefined) return dateline
  claim(page, line, 'source', 'source-label')
  const source = line.text.replace(/^[^:：]*[:：]\s*/u, '')
  if (source === '' || (dateline !== null && dateline.source !== null)) return dateline
  const parts = source.split(/\s?[+،,]\s?/u)
  const sourcing = classify(page, parts).length > 1 ? 'compiled' : sourcingOf(classify(page, parts)[0] as Part)
  return dateline === null ? { place: null, source, sourcing, raw: line.text } : { ...dateline, source, sourcing }
}

function partsOf(text: string): string[] {
  const bare = text.replace(/^[([]|[)\]]$/g, '').trim()
  return bare
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function classify(page: Page, parts: string[]): Part[] {
  if (parts.length > 3) return []
  return parts.map((text) => {
    const name = foldedWords(text)
    if (isPlaceName(page, text)) return { text, is: 'place' }
    if (AGENCY.test(name)) return { text, is: 'agency' }
    if (COMPILED.test(name)) return { text, is: 'compiled' }
    return { text, is: STAFF.test(name) ? 'staff' : 'unknown' }
  })
}

/** A known place, or one with the country behind it: "دبي، الإمارات العربية المتحدة". */
function isPlaceName(page: Page, text: string): boolean {
  return text.split(/\s?[،,]\s?/u).every((name) => page.lexicon.isPlace(foldedWords(name)))
}

function describe(parts: Part[], raw: string): Dateline {
  const place = parts.find((part) => part.is === 'place') ?? null
  const source =
    parts.find((part) => part.is !== 'place' && part.is !== 'unknown') ?? parts.find((part) => part !== place) ?? null
  return {
    place: place?.text ?? null,
    source: source?.text ?? null,
    sourcing: source === null ? null : sourcingOf(source),
    raw,
  }
}

function sourcingOf(part: Part): Dateline['sourcing'] {
  return part.is === 'agency' || part.is === 'compiled' || part.is === 'staff' ? part.is : null
}

/** "PLACE, COUNTRY (AGENCY) --", "LONDON — ", "دبي، الإمارات العربية المتحدة (CNN)-- ". */
const INLINE =
  /^(?<place>[^()–—:.!?؟]{2,60}?)?\s?(?:[(（](?<agency>[^()（）]{2,40})[)）])?\s?(?<dash>--|[–—]|\s-\s|\sـ\s)/u

function inlineDateline(page: Page, paragraph: Line): Dateline | null {
  const match = INLINE.exec(paragraph.text)
  const { place, agency } = (match?.groups ?? {}) as { place?: string; agency?: string }
  if (match === null || (place === undefined && agency === undefined)) return null
  const isKnown = place !== undefined && (isPlaceName(page, place) || /^[\p{Lu}\s.,'’-]{3,}$/u.test(place))
  if (!isKnown && agency === undefined) return inlineSource(page, place as string, match[0])
  const source = agency === undefined ? null : (classify(page, [agency])[0] as Part)
  return {
    place: place?.trim() ?? null,
    source: source?.text ?? null,
    sourcing: sourceOfInline(source),
    raw: match[0].trim(),
  }
}

/** What stands in brackets before the dash is who reports, known or not. */
function sourceOfInline(source: Part | null): Dateline['sourcing'] {
  return source === null ? null : source.is === 'unknown' ? 'agency' : sourcingOf(source)
}

/** "وكالات - …", "رويترز - …", "القدس - رويترز - …" is left to the parts before the first dash. */
function inlineSource(page: Page, text: string, raw: string): Dateline | null {
  const part = classify(page, [text.trim()])[0] as Part
  return part.is === 'unknown' ? null : { place: null, source: part.text, sourcing: sourcingOf(part), raw: raw.trim() }
}
