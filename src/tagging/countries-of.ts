import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { type Evidence, MATCHING_FIELDS } from '../domain/tag.ts'
import type { Match } from './match.ts'
import type { NameNode } from './name-tree.ts'
import { isSeat } from './seats.ts'

/** A mention of a country by something that is not its name. */
export type Sign = { country: string; match: Match; evidence: Evidence }

/**
 * What else speaks of countries than their names and demonyms.
 *
 * A capital that stands for its government and a body of government with a name of its own ("الكرملين") are signs by
 * themselves. A capital as a place is one where the country is named otherwise; what lies in a country makes an article
 * about it only where nothing names the country, two mentions of its places stand in the text, and one of them in the
 * headline or the lead. Beside the text, in captions and datelines, capitals are told but never decide.
 */
export function signsOfCountries(matches: readonly Match[], tree: NameNode): Map<Match, Sign> {
  const signs = new Map<Match, Sign>()
  const weak: Sign[] = []
  const named = new Set<string>()
  for (const match of matches) {
    const { entry } = match.name
    const country = countryBehind(match, tree)
    if (country !== null) signs.set(match, { country, match, evidence: 'seat' })
    else if (entry.id.startsWith('place:') && entry.country !== null)
      weak.push({ country: entry.country, match, evidence: entry.capital ? 'capital' : 'place' })
    if (!isAbout(match.text)) continue
    if (country !== null) named.add(country)
    if (isCountry(entry)) named.add(entry.id.slice('country:'.length))
  }
  const decided = countriesOfPlaces(weak.filter(({ country }) => !named.has(country)))
  for (const sign of weak) if (counts(sign, named, decided)) signs.set(sign.match, sign)
  return signs
}

function counts({ country, match, evidence }: Sign, named: ReadonlySet<string>, decided: ReadonlySet<string>): boolean {
  if (decided.has(country)) return true
  return evidence === 'capital' && (named.has(country) || !isAbout(match.text))
}

/** The countries that nothing but places speaks of, twice, once of them at the top. */
function countriesOfPlaces(signs: readonly Sign[]): Set<string> {
  const inText = signs.filter(({ match }) => isAbout(match.text))
  const times = new Map<string, number>()
  for (const { country } of inText) times.set(country, (times.get(country) ?? 0) + 1)
  const atTop = inText.filter(({ match: { text } }) => text.place.field === 'headline' || text.place.field === 'lead')
  return new Set(atTop.map(({ country }) => country).filter((country) => (times.get(country) as number) >= 2))
}

/** The country whose government the name stands for without naming the country; null where it does not. */
function countryBehind(match: Match, tree: NameNode): string | null {
  const { entry, evidence } = match.name
  if (entry.capital) return isSeat(match, tree) ? entry.country : null
  if (entry.kind !== 'government' || entry.country === null || evidence === 'short-name') return null
  return match.countryInside ? null : entry.country
}

function isAbout({ place }: Match['text']): boolean {
  return MATCHING_FIELDS.has(place.field)
}

function isCountry({ id }: GazetteerEntry): boolean {
  return id.startsWith('country:')
}
