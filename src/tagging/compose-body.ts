import type { GazetteerEntry } from '../domain/gazetteer.ts'
import type { Gender } from '../language/arabic.ts'
import { type Body, entryOf, type Phrase } from './institutions.ts'
import { isJoined, type Span, wordAt } from './joined.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import type { TaggedText } from './text.ts'

/** A body with its country: the entry, the tokens of the whole, and those that name the country (null for "في بلاده"). */
export type Composed = { span: Span; entry: GazetteerEntry; country: { span: Span; name: Name } | null }

/** Adjectives that may stand between a body and its nationality: "الجيش الوطني الليبي", "المحكمة الاتحادية العليا العراقية". */
const BETWEEN = new Set([
  ...[
    'الوطني',
    'الوطنيه',
    'الاتحادي',
    'الاتحاديه',
    'الفيدرالي',
    'الفيدراليه',
    'المركزي',
    'المركزيه',
    'العام',
    'العامه',
  ],
  ...[
    'الحالي',
    'الحاليه',
    'الجديد',
    'الجديده',
    'الانتقالي',
    'الانتقاليه',
    'الملكي',
    'الملكيه',
    'الاعلي',
    'العليا',
    'الاول',
  ],
])
/** What, behind the nationality, makes another body of it: "الجيش السوري الحر", "الحكومة السورية المؤقتة". */
const OTHERS = new Set([
  'الحر',
  'الحره',
  'الموقت',
  'الموقته',
  'الموازي',
  'الموازيه',
  'المعارض',
  'المعارضه',
  'الالكتروني',
])
/** Words that say that a body is of the country named last: "وزارة الدفاع في بلاده". */
const HIS_COUNTRY = new Set(['بلاده', 'بلادها', 'بلادهم', 'البلاد'])

/** The bodies that begin with phrases which end at a token; more than one for "القوات الأرمينية والأذربيجانية". */
export function composeArabic(
  phrases: readonly Phrase[],
  span: Span,
  tree: NameNode,
  lastCountry: () => string | null,
): Composed[] {
  for (const { body, form } of phrases) {
    const composed =
      form === 'construct'
        ? withCountryBehind(body, span, tree)
        : form === 'definite' || (form === 'short' && standsAlone(span, tree))
          ? (withNationality(body, span, tree, form === 'short' ? 'f' : body.gender) ??
            withPlace(body, span, tree, lastCountry))
          : null
    if (composed !== null) return [composed, ...furtherNationalities(body, composed, tree)]
  }
  return []
}

/** "الخارجية التركية" is the ministry, but no "السياسة الخارجية التركية" and no "وزيرة الخارجية الألمانية". */
export function standsAlone({ text, first }: Span, tree: NameNode): boolean {
  if (first === 0 || !isJoined(text, first - 1)) return true
  const before = wordAt(text, first - 1)
  // "الخارجية التركية والدفاع الروسية": a nationality ends what comes before.
  if (wordAt(text, first).startsWith('و') && tree.next?.get(before)?.names?.some(({ form }) => form?.definite))
    return true
  return !/^(?:[وفبك]?ال|[وف]?لل|[وفبل]?(?:وزير|وزراء|وزيره|شوون|سياس)|\p{L}+(?:ها|هم)$)/u.test(before)
}

/** Whether the word is a definite demonym. */
export function isNationality(word: string, tree: NameNode): boolean {
  return tree.next?.get(word)?.names?.some(({ form }) => form?.definite) ?? false
}

function withNationality(body: Body, span: Span, tree: NameNode, gender: Gender): Composed | null {
  for (const skip of BETWEEN.has(wordAt(span.text, span.last + 1)) ? [0, 1] : [0]) {
    const found = nationalityAt(span.text, span.last + skip, tree, gender)
    if (found === null) continue
    const entry = entryOf(body, codeOf(found.name))
    const last = endOfTail(span.text, found.span.last, body.tail)
    if (entry === undefined || last === null || OTHERS.has(wordAt(span.text, last + 1))) return null
    return { span: { ...span, last }, entry, country: found }
  }
  return null
}

/** A definite demonym of the gender, joined to a token before it. */
function nationalityAt(text: TaggedText, before: number, tree: NameNode, gender: Gender): Composed['country'] {
  return longestBehind(text, before, tree, ({ form }) => form?.definite === true && form.gender === gender)
}

/** The name of a country, joined to a token before it. */
function countryAt(text: TaggedText, before: number, tree: NameNode): Composed['country'] {
  return longestBehind(
    text,
    before,
    tree,
    ({ entry, evidence }) => evidence === 'name' && entry.id.startsWith('country:'),
  )
}

/** The longest of such names that is joined to a token before it; null without one. */
function longestBehind(
  text: TaggedText,
  before: number,
  tree: NameNode,
  isIt: (name: Name) => boolean,
): Composed['country'] {
  let node = tree
  let found: Composed['country'] = null
  for (let last = before + 1; isJoined(text, last - 1); last++) {
    const next = node.next?.get(wordAt(text, last))
    if (next === undefined) break
    node = next
    const name = node.names?.find(isIt)
    if (name !== undefined) found = { span: { text, first: before + 1, last }, name }
  }
  return found
}

/** "القوات الأرمينية والأذربيجانية": a further nationality is a further body, which is named by that word alone. */
function furtherNationalities(body: Body, { country, span }: Composed, tree: NameNode): Composed[] {
  if (country === null || body.tail.length > 0 || country.name.form === null || !isJoined(span.text, span.last))
    return []
  const word = wordAt(span.text, span.last + 1)
  const name = word.startsWith('وال')
    ? tree.next
        ?.get(word.slice(1))
        ?.names?.find(({ form }) => form?.definite && form.gender === country.name.form?.gender)
    : undefined
  const entry = name && entryOf(body, codeOf(name))
  if (name === undefined || entry === undefined) return []
  const further = { text: span.text, first: span.last + 1, last: span.last + 1 }
  return [{ span: further, entry, country: { span: further, name } }]
}

function endOfTail(text: TaggedText, last: number, tail: readonly string[]): number | null {
  return tail.every((word, index) => wordAt(text, last + 1 + index) === word) ? last + tail.length : null
}

/** "جيش لبنان", "سفارة روسيا". */
function withCountryBehind(body: Body, span: Span, tree: NameNode): Composed | null {
  const country = countryAt(span.text, span.last, tree)
  const entry = country && entryOf(body, codeOf(country.name))
  return entry ? { span: { ...span, last: country.span.last }, entry, country } : null
}

/** "وزارة الدفاع في أرمينيا", "مجلس الأمن في بلاده". */
function withPlace(body: Body, span: Span, tree: NameNode, lastCountry: () => string | null): Composed | null {
  const { text, last } = span
  if (wordAt(text, last + 1) !== 'في' || !isJoined(text, last) || !isJoined(text, last + 1)) return null
  if (HIS_COUNTRY.has(wordAt(text, last + 2))) {
    const entry = entryOf(body, lastCountry() ?? '')
    return entry ? { span: { ...span, last: last + 2 }, entry, country: null } : null
  }
  const country = countryAt(text, last + 1, tree)
  const entry = country && entryOf(body, codeOf(country.name))
  return entry ? { span: { ...span, last: country.span.last }, entry, country } : null
}

/** "Turkish Foreign Ministry", "Turkey's army": from the country, whose tokens are given. */
export function composeEnglish(country: { span: Span; name: Name }, tree: NameNode): Composed | null {
  const { text, first, last } = country.span
  let at = last
  if (wordAt(text, at + 1) === 's' && isJoined(text, at)) at++
  let node = tree
  let found: Composed | null = null
  for (let token = at + 1; isJoined(text, token - 1); token++) {
    const next = node.next?.get(wordAt(text, token))
    if (next === undefined) break
    node = next
    const code = codeOf(country.name)
    const phrase = node.phrases?.find(({ body, form }) => form === 'english' && entryOf(body, code) !== undefined)
    if (phrase === undefined) continue
    found = { span: { text, first, last: token }, entry: entryOf(phrase.body, code) as GazetteerEntry, country }
  }
  return found
}

/** "Ministry of Foreign Affairs of Turkey", "army of the Republic of Armenia". */
export function composeEnglishOf(phrases: readonly Phrase[], span: Span, tree: NameNode): Composed | null {
  const { text, last } = span
  if (wordAt(text, last + 1) !== 'of' || !isJoined(text, last)) return null
  let before = last + 1
  if (wordAt(text, before + 1) === 'the') before++
  if (wordAt(text, before + 1) === 'republic' && wordAt(text, before + 2) === 'of') before += 2
  const country = countryAt(text, before, tree)
  if (country === null) return null
  for (const { body, form } of phrases) {
    const entry = form === 'english' ? entryOf(body, codeOf(country.name)) : undefined
    if (entry !== undefined) return { span: { ...span, last: country.span.last }, entry, country }
  }
  return null
}

function codeOf({ entry }: Name): string {
  return entry.id.slice('country:'.length)
}
