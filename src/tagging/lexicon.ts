import type { GazetteerEntry } from '../domain/gazetteer.ts'
import type { Lexicon } from '../domain/lexicon.ts'
import { foldedWords } from '../language/tokenise.ts'
import type { Gazetteer } from './gazetteer.ts'
import { eachName } from './names.ts'

/** What the importer asks of the gazetteer: which names are places, and which of these tell the time zone of a date line. */
export function createLexicon({ listed: entries }: Gazetteer): Lexicon {
  const places = new Set<string>()
  const zones = new Map<string, string>()
  const addNames = (entry: GazetteerEntry, timeZone: string | undefined) => {
    eachName(entry, (name) => {
      const key = foldedWords(name)
      places.add(key)
      if (timeZone !== undefined && !zones.has(key)) zones.set(key, timeZone)
    })
  }
  const located = [...entries.values()].filter(({ id }) => !id.startsWith('actor:'))
  for (const entry of located) addNames(entry, entry.timeZone)
  // "18:30 الجزائر", "بتوقيت السعودية": a country's clock is that of its capital.
  for (const { capital, country, timeZone } of located) {
    if (capital) addNames(entries.get(`country:${country}`) as GazetteerEntry, timeZone)
  }
  return {
    timeZoneOf: (name) => zones.get(name) ?? null,
    isPlace: (name) => places.has(name),
  }
}
