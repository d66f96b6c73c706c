import type { Dateline } from '../../domain/article.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { endsSentence, wordCount } from '../form.ts'
import { claim, freeLines, type Line, type Page, type Region } from '../page.ts'
import { AGENCY, COMPILED, OUTLET, SOURCE_LABEL, STAFF } from '../vocabulary.ts'
import { readWireOpening } from './wire-opening.ts'

const LONGEST = 70
const PARAGRAPHS_WITH_OPENING = 3
/** Hyphens and dashes between the parts; tatweel between spaces is one too ("إسطنبول ـ متابعات"). */
const SEPARATOR = /\s[-–—ـ/|]\s?|\s?[–—]\s?|\s?:\s/u

/** Where and from whom: which of a dateline's parts is the place and which the source is told by the words, not by their order. */
type Part = { text: string; is: 'place' | 'agency' | 'compiled' | 'staff' | 'unknown' }

/**
 * Whether the line is a dateline of its own: one to three short parts of which one at least is a known place, a news
 * agency or a word for a kind of sourcing. e.g. "إسطنبول ـ متابعات", "(أبوظبي - البيان)", "دمشق - العرب اليوم", "São Paulo".
 * A caption with its credit is longer: "متطوعون يفرزون البطانيات في حلب - رويترز".
 */
export function isDateline(page: Page, line: Line): boolean {
  if (line.text.length > LONGEST || endsSentence(line.text)) return false
  const parts = classify(page, partsOf(line.text))
  const areShort = parts.every(({ is, text }) => is !== 'unknown' || wordCount(text) <= 3)
  return areShort && parts.some(({ is }) => is !== 'unknown') && !isCredited(line, parts)
}

/** "ملعب جذع النخلة (الأناضول)" is a caption, "RİZE (DHA)" and "(أبوظبي - البيان)" are not. */
function isCredited({ text }: Line, parts: Part[]): boolean {
  const endsInBracket = /^[^(（]+[(（][^)）]+[)）]$/u.test(text)
  return endsInBracket && !parts.some(({ is }) => is === 'place') && !/^[\p{Lu}\s]+[(（]/u.test(text)
}

/** What a dateline says; `author` is a person that it names beside the place. */
export type FoundDateline = { dateline: Dateline | null; author: string | null }

/**
 * Finds the dateline: a line of its own above the body, the opening of the first paragraph, which keeps it, or what stands
 * before the date on its line.
 */
export function findDateline(page: Page, body: Region, headline: Line | null, date: Line | null): FoundDateline {
  const own = freeLines(page, (headline?.index ?? -1) + 1, body.start).findLast((line) => isDateline(page, line))
  if (own === undefined) return { dateline: openingOf(page, body) ?? beforeDate(page, date), author: null }
  claim(page, own, 'dateline', 'parts-of-dateline')
  return describe(classify(page, partsOf(own.text)), own.text)
}

/** "بغداد - واع - 14 مارس 2024", "YEREVAN, March 13, 2025", "SEOUL (Reuters) - 16 March 2023": a known place comes first. */
function beforeDate(page: Page, date: Line | null): Dateline | null {
  const before = date === null ? null : BEFORE_DATE.exec(date.text.slice(0, LONGEST))
  if (before === null) return null
  const raw = before[0].replace(/\s?[-–—ـ|،,]$/u, '')
  const parts = classify(page, partsOf(raw))
  return parts[0]?.is === 'place' && parts.every(({ is }) => is !== 'unknown') ? describe(parts, raw).dateline : null
}

/** All that ends before the word with the first digit or the one before it: "ABUJA,", "بغداد - واع -". */
const BEFORE_DATE = /^\D{2,50}?(?:[،,]|\s[-–—ـ|])(?=\s(?:\p{L}+\.?\s)?\d)/u

/** How the first paragraph opens that opens so: a standfirst may stand above it. */
function openingOf(page: Page, body: Region): Dateline | null {
  for (const line of freeLines(page, body.start, Math.min(body.end + 1, body.start + PARAGRAPHS_WITH_OPENING))) {
    const dateline = wireDateline(page, line) ?? inlineDateline(page, line)
    if (dateline !== null) return dateline
  }
  return null
}

/** A line at the end that says where the article was taken from, e.g. "المصدر: الجزيرة + وكالات". */
export function findSource(page: Page, body: Region, dateline: Dateline | null): Dateline | null {
  const isSource = ({ folded, text }: Line) => text.length <= 120 && SOURCE_LABEL.test(folded)
  const line = freeLines(page, body.end + 1, body.end + 12).find(isSource)
  if (line === undefined) return dateline
  claim(page, line, 'source', 'source-label')
  const source = line.text.replace(/^[^:：]*[:：]\s*/u, '')
  if (source === '' || (dateline !== null && dateline.source !== null)) return dateline
  const parts = source.split(/\s?[+،,]\s?/u)
  const sourcing = parts.length > 1 ? 'compiled' : sourcingOf(classify(page, parts)[0] as Part)
  return dateline === null ? { place: null, source, sourcing, raw: line.text } : { ...dateline, source, sourcing }
}

function partsOf(text: string): string[] {
  const bare = text.replace(/[:：]$/u, '').replace(/[()[\]（）]/gu, ' - ')
  const parts = bare.split(SEPARATOR).map((part) => part.trim())
  return parts.filter((part) => /\p{L}/u.test(part))
}

function classify(page: Page, parts: string[]): Part[] {
  if (parts.length > 3) return []
  return parts.map((text) => {
    const name = foldedWords(text)
    // An agency before a place: "إسطنبول ـ الأناضول" does not name Anatolia.
    if (AGENCY.test(name)) return { text, is: 'agency' }
    if (isPlaceName(page, text)) return { text, is: 'place' }
    if (COMPILED.test(name)) return { text, is: 'compiled' }
    return { text, is: STAFF.test(name) ? 'staff' : 'unknown' }
  })
}

/** A known place, or one with the country behind it, "دبي، الإمارات العربية المتحدة", or several: "Brüssel/Paris". */
function isPlaceName(page: Page, text: string): boolean {
  return text.split(/\s?[،,/]\s?/u).every((name) => page.lexicon.isPlace(foldedWords(name)))
}

/** Beside a word for the sourcing an unknown part is the place ("كفرنبل ـ متابعات"), beside a place a person or a paper. */
function describe(parts: Part[], raw: string): FoundDateline {
  const source = parts.find(({ is }) => is !== 'place' && is !== 'unknown') ?? null
  const unknown = parts.find(({ is }) => is === 'unknown') ?? null
  const place = parts.find(({ is }) => is === 'place') ?? (source === null ? null : unknown)
  const rest = unknown === place ? null : unknown
  const author = rest !== null && isPerson(rest.text) ? rest.text : null
  const named = source ?? (author === null ? rest : null)
  const sourcing = named === null ? null : sourcingOf(named)
  return { dateline: { place: place?.text ?? null, source: named?.text ?? null, sourcing, raw }, author }
}

/** Two to four words that no paper is called by: "هند الكعبي - أبوظبي", not "دمشق - العرب اليوم". */
function isPerson(text: string): boolean {
  const words = foldedWords(text)
  const count = wordCount(text)
  return count >= 2 && count <= 4 && !/\d/.test(text) && !words.startsWith('ال') && !OUTLET.test(words)
}

function sourcingOf({ is }: Part): Dateline['sourcing'] {
  return is === 'agency' || is === 'compiled' || is === 'staff' ? is : null
}

/** What an agency's own form says, "МОСКВА, 2 окт - ТАСС", or a known town before a point: "Berlin. Die Preise …". */
function wireDateline(page: Page, { text }: Line): Dateline | null {
  const wire = readWireOpening(text)
  if (wire !== null) {
    const { place, source, raw } = wire
    return { place, source, sourcing: source === null ? null : 'agency', raw }
  }
  const town = /^(?<place>\p{L}[\p{L}\p{M}\s/-]{1,30})[.।]\s(?=[\p{Lu}\p{Lo}"„“«])/u.exec(text)
  const place = town?.groups?.place
  return town === null || place === undefined || !isPlaceName(page, place)
    ? null
    : { place, source: null, sourcing: null, raw: town[0].trim() }
}

/** "PLACE, COUNTRY (AGENCY) --", "LONDON — ", "دبي، الإمارات العربية المتحدة (CNN)-- ", "القاهرة- (د ب أ): ". */
const INLINE =
  /^(?<place>[^()–—:.!?؟]{2,60}?(?:,\s(?:\p{Lu}\p{Ll}{1,5}|\p{Lu}\.\p{Lu})\.)?)?\s?(?:-\s?)?(?:[(（](?<agency>[^()（）]{2,40})[)）])?\s?(?:--|[–—]|-\s|\sـ\s|\/\s|:\s)\s?/u
/** What may follow the place: "بيروت – رويترز: …", "طرابلس - الوكالة الوطنية - …". */
const INLINE_SOURCE = /^(?<source>[^()–—:.،,!?؟]{2,40}?)\s?(?:[:：]|--|[–—]|\s-|\sـ)\s/u

function inlineDateline(page: Page, paragraph: Line): Dateline | null {
  const match = INLINE.exec(paragraph.text)
  const { place, agency } = (match?.groups ?? {}) as { place?: string; agency?: string }
  if (match === null || (place === undefined && agency === undefined)) return null
  const name = place === undefined ? null : withoutDay(place)
  // Capitals alone are an acronym as often as a town, but not with a region behind: "SPRINGFIELD, Ill. —".
  const isTown = name !== null && (isPlaceName(page, name) || /^[\p{Lu}\s.'’-]{3,},\s/u.test(name))
  const isKnown = isTown || (name !== null && agency === undefined && isNamedAgain(page, paragraph, name, match[0]))
  if (agency !== undefined && !isKnown && !canReport(agency, name)) return null
  if (!isKnown && agency === undefined) return inlineSource(page, place as string, match[0])
  const behind = agency === undefined ? INLINE_SOURCE.exec(paragraph.text.slice(match[0].length)) : null
  const written = agency ?? behind?.groups?.source
  const source = written === undefined || wordCount(written) > 4 ? null : (classify(page, [written])[0] as Part)
  // "اليمن: …" names what it is about; a place alone is a dateline before a dash only.
  if (source === null && /:\s?$/u.test(match[0])) return null
  const raw = (match[0] + (source === null ? '' : (behind?.[0] ?? ''))).trim()
  return { place: name, source: source?.text ?? null, sourcing: sourcingOfInline(source), raw }
}

/** "Kleinau – Wegen des Hochwassers …": one name or two before a dash and a sentence, which the text names again. */
function isNamedAgain(page: Page, paragraph: Line, name: string, opening: string): boolean {
  if (!/^\p{Lu}[\p{Ll}-]{2,20}(?:\s\p{Lu}[\p{Ll}-]{2,20})?$/u.test(name) || !/\s[-–—]\s$/u.test(opening)) return false
  const rest = paragraph.text.slice(opening.length)
  const text = [rest, ...page.lines.slice(paragraph.index + 1, paragraph.index + 12).map((line) => line.text)].join(' ')
  return /^[\p{Lu}"„“«]/u.test(rest) && new RegExp(`\\p{Ll}\\s${name}(?!\\p{L})`, 'u').test(text)
}

/** "The law (passed in May) --" is no dateline: who reports is written like a name, and places are short. */
function canReport(agency: string, place: string | null): boolean {
  // Without a place, "(See below) -" is no agency either.
  const isCommon = place === null ? /\p{Ll}/u.test(agency) : /^\p{Ll}/u.test(agency)
  const isNamed = AGENCY.test(foldedWords(agency)) || !isCommon
  return isNamed && wordCount(agency) <= 4 && wordCount(place ?? '') <= 4
}

/** "LISBON, March 3", "واشنطن 2 أكتوبر": the day is not part of the place. */
function withoutDay(place: string): string {
  return place.replace(/[,،]?\s+(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\s\p{L}+)$/u, '').trim()
}

/** What stands there without being a known agency is who reports all the same. */
function sourcingOfInline(source: Part | null): Dateline['sourcing'] {
  return source?.is === 'unknown' ? 'agency' : source === null ? null : sourcingOf(source)
}

/** "وكالات - …", "رويترز - …". */
function inlineSource(page: Page, text: string, raw: string): Dateline | null {
  const part = classify(page, [text.trim()])[0] as Part
  if (part.is === 'unknown' || part.is === 'place') return null
  return { place: null, source: part.text, sourcing: sourcingOf(part), raw: raw.trim() }
}
