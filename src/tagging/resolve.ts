import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { isCommonWord } from '../language/common-words.ts'
import { isGivenName } from '../language/given-names.ts'
import { isSpeech } from './candidate-cues.ts'
import { isNationality, standsAlone } from './compose-body.ts'
import { withoutEnglishNamesakes } from './english-namesakes.ts'
import { entryOf, type Phrase } from './institutions.ts'
import { isJoined, type Span, wordAt, writtenText } from './joined.ts'
import { belongsToLonger } from './longer-name.ts'
import { type BareBody, findMatches, type Match } from './match.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import { isSupported } from './rules.ts'
import type { TaggedText } from './text.ts'
import { titleBefore } from './titles.ts'

/** What counts of all that is found in an article, in reading order. */
export function resolve(texts: readonly TaggedText[], tree: NameNode): Match[] {
  const all = texts.flatMap((text) => findMatches(text, tree))
  const found = withoutEnglishNamesakes(all, texts)
  const decided = new Set<Name>()
  for (const match of found) if ('name' in match && match.undecided === undefined) decided.add(match.name)
  const whole = found.flatMap((match): (Match | BareBody)[] => {
    if (!('name' in match)) return [match]
    const known = match.undecided === undefined ? match : decideLike(match, match.undecided, decided, texts)
    return known === null || belongsToLonger(known, tree) ? [] : [known]
  })
  return resolveShortNames(namesakesOf(whole), tree)
}

/**
 * A word has one sense in an article: what nothing decides here is what the same name was decided to be elsewhere. Names
 * of several words are rarely two people's: the words that one asks for may stand anywhere in the article.
 */
function decideLike(
  match: Match,
  names: readonly Name[],
  decided: ReadonlySet<Name>,
  texts: readonly TaggedText[],
): Match | null {
  const mayBe = match.first < match.last ? names.filter((one) => isSupported(one, texts)) : []
  const name = names.find((one) => decided.has(one)) ?? (mayBe.length === 1 ? mayBe[0] : undefined)
  return name === undefined ? null : { ...match, name }
}

/**
 * A surname that is a nationality, too: in an article that names "محمد شياع السوداني" it is he of whom "قال السوداني",
 * "حكومة السوداني" and a sentence that begins with the word speak, while "الجيش السوداني" is Sudan's.
 */
function namesakesOf(found: readonly (Match | BareBody)[]): (Match | BareBody)[] {
  const surnames = new Map<string, Name>()
  for (const match of found) {
    if ('name' in match && match.name.entry.kind === 'person' && match.first < match.last)
      surnames.set(wordAt(match.text, match.last), match.name)
  }
  return found.map((match) => {
    if (!('name' in match) || match.name.form?.gender !== 'm' || !match.name.form.definite || match.first < match.last)
      return match
    const surname = surnames.get(wordAt(match.text, match.first))
    if (surname === undefined || mayAgree(match)) return match
    return { ...match, name: { ...surname, evidence: 'short-name', generated: true } }
  })
}

/**
 * Whether the word before is one that an adjective with its article may belong to: definite, or with a pronoun, which
 * only the written word tells from an ending ("نظيره", "حكومة").
 */
function mayAgree({ text, first }: Match): boolean {
  if (!isJoined(text, first - 1)) return false
  const before = wordAt(text, first - 1)
  return (
    !isSpeech(before) &&
    (/^[وفبك]?(?:ال|لل)/.test(before) ||
      /ه[ام]?$/.test(writtenText({ text, first: first - 1, last: first - 1 })) ||
      isGivenName(before))
  )
}

type Known = {
  /** Whose full name stands anywhere in the article. */
  named: ReadonlySet<string>
  /** When each was last named before, by order in the article. */
  lastNamed: Map<string, number>
  /** The code of the country that the article names most often; null where none is, or two are as often. */
  country: string | null
}

/**
 * Keeps the short names that something in the article supports: the full name anywhere in it, or a title before the
 * short one. e.g. "بوش" is a surname of many, "عباس" a common first name. Of several people with one short name it is
 * the one who was named last before; where no one was, it stays unlinked. What a body is called without its country
 * counts once exactly one such body was named.
 */
function resolveShortNames(found: readonly (Match | BareBody)[], tree: NameNode): Match[] {
  const full = found.filter((match): match is Match => 'name' in match && match.name.evidence !== 'short-name')
  const bodies = new Map(full.map(({ name: { entry } }) => [entry.id, entry]))
  const known: Known = { named: new Set(bodies.keys()), lastNamed: new Map(), country: mainCountry(full) }
  return found.flatMap((match, order) => {
    const resolved =
      'bare' in match
        ? resolveBare(match, bodies, known, tree)
        : match.name.evidence === 'short-name'
          ? resolveShortName(match, known, tree)
          : match
    if (resolved === null) return []
    known.lastNamed.set(resolved.name.entry.id, order)
    return [resolved]
  })
}

function resolveBare(
  { bare, text, first, last }: BareBody,
  bodies: ReadonlyMap<string, GazetteerEntry>,
  { lastNamed, country }: Known,
  tree: NameNode,
): Match | null {
  // "the army", but no "Salvation Army".
  if (/^\p{Script=Latin}/u.test(wordAt(text, first)) && wordAt(text, first - 1) !== 'the') return null
  const span = { text, first, last }
  if (/(?:الخارجيه|الداخليه|البحريه)$/.test(wordAt(text, first)) && !standsAlone(span, tree)) return null
  // "بطولة الشرطة العربية", "رئيس الحكومة العراقية" in an article on the Lebanese one.
  if (isJoined(text, last) && isNationality(wordAt(text, last + 1), tree)) return null
  const owners = [...bodies.values()].filter(
    (entry) => entry.country !== null && bare.some(({ body }) => entryOf(body, entry.country as string) === entry),
  )
  const [entry, ...others] = owners
  if (entry === undefined) return domestic(bare, country, span)
  if (others.length > 0 || !lastNamed.has(entry.id)) return null
  return { ...span, name: bareName(entry, 'short-name'), because: entry.id }
}

/** "حزب المحافظين" in an article that is above all about Britain; only of organisations, which few countries share. */
function domestic(bare: readonly Phrase[], country: string | null, span: Span): Match | null {
  const owns = bare.map(({ own, body }) => (own && country !== null ? body.entries.get(country) : undefined))
  const entry = owns.find((one) => one?.kind === 'organization')
  return entry === undefined ? null : { ...span, name: bareName(entry, 'domestic-name'), because: `country:${country}` }
}

function bareName(entry: GazetteerEntry, evidence: Name['evidence']): Name {
  return { text: '', entry, evidence, rule: null, generated: true, form: null }
}

function mainCountry(found: readonly Match[]): string | null {
  const times = new Map<string, number>()
  for (const { name } of found)
    if (name.entry.id.startsWith('country:')) times.set(name.entry.id, (times.get(name.entry.id) ?? 0) + 1)
  const [first, second] = [...times].sort(([, one], [, other]) => other - one)
  return first === undefined || first[1] === second?.[1] ? null : first[0].slice('country:'.length)
}

function resolveShortName(match: Match, { named, lastNamed }: Known, tree: NameNode): Match | null {
  const title = titleBefore(match.text, match.first, tree)
  const fits = ({ entry }: Name) => title === null || title.country === null || title.country === entry.country
  const owners = (match.owners ?? [match.name]).filter(fits)
  // "وسوف" is a singer behind a title, and "and will" anywhere else.
  const known = isCommon(match) ? [] : owners.filter(({ entry }) => named.has(entry.id))
  if (known.length === 0) return byTitle(match, owners, title)
  const order = ({ entry }: Name) => lastNamed.get(entry.id) ?? -1
  const last = known.reduce((latest, next) => (order(next) > order(latest) ? next : latest))
  if (known.length > 1 && order(last) < 0) return null
  return { ...match, name: last, because: last.entry.id }
}

function isCommon({ text, first, last }: Match): boolean {
  return first === last && isCommonWord(wordAt(text, first))
}

/** A listed short name counts behind any title; one made by rule behind a title of the person's own country. */
function byTitle(match: Match, owners: readonly Name[], title: ReturnType<typeof titleBefore>): Match | null {
  if (title === null) return null
  const able = owners.filter(({ generated }) => !generated || title.country !== null)
  const [name, ...others] = able
  if (name === undefined || others.length > 0) return null
  return { ...match, name: { ...name, evidence: 'title' }, because: title.words }
}
