import type { GazetteerEntry } from '../../domain/gazetteer.ts'
import type { Alias, Tag, TagCore } from '../../domain/tag.ts'

export function coreOfTag({ in: _in, mentions: _mentions, evidence: _evidence, score: _score, ...core }: Tag): TagCore {
  return core
}

/** The names that mean the entry wherever they stand, or wherever nothing beside them says otherwise. */
export function certainNamesOf({ label, names, ambiguous }: GazetteerEntry): string[] {
  const ruled = new Set(ambiguous.filter(asksForMore).map(({ name }) => name))
  const free = ambiguous.filter((rule) => !asksForMore(rule)).map(({ name }) => name)
  return [label.ar, label.en, ...Object.values(names).flatMap((list) => list ?? []), ...free].filter(
    (name) => !ruled.has(name),
  )
}

function asksForMore({ before, after, near }: GazetteerEntry['ambiguous'][number]): boolean {
  return before !== undefined || after !== undefined || near !== undefined
}

/** Every name that the entry goes by, whatever must stand beside it to count as a mention. */
export function namesOfEntry(entry: GazetteerEntry): string[] {
  const lists = [entry.names, entry.shortNames, entry.domesticNames, entry.demonyms].flatMap((names) =>
    Object.values(names).flatMap((list) => list ?? []),
  )
  return [entry.label.ar, entry.label.en, ...lists, ...entry.ambiguous.map(({ name }) => name)]
}

/** What the entry is called beside its labels, each name once in a language. */
export function aliasesOf(entry: GazetteerEntry): Alias[] {
  const { label, names, shortNames, domesticNames, demonyms, ambiguous } = entry
  const lists = Object.entries({
    name: names,
    'short-name': shortNames,
    'domestic-name': domesticNames,
    demonym: demonyms,
  })
  const listed = lists.flatMap(([kind, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, list]) =>
      (list ?? []).map((name) => ({ name, language, kind: kind as Alias['kind'] })),
    ),
  )
  const ruled = ambiguous.map(({ name }) => ({ name, language: null, kind: 'ambiguous' as const }))
  const known = new Set([`ar ${label.ar}`, `en ${label.en}`])
  return [...listed, ...ruled].filter(({ name, language }) => {
    const key = `${language} ${name}`
    return !known.has(key) && known.add(key)
  })
}
