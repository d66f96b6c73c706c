import type { GazetteerEntry } from '../../domain/gazetteer.ts'
import type { Tag, TagEntry, TagType } from '../../domain/tag.ts'

/** A tag apart from any article, and from how many articles it has. */
export type TagCore = Omit<TagEntry, 'articles'>

export function coreOfTag({ in: _in, mentions: _mentions, score: _score, ...core }: Tag): TagCore {
  return core
}

export function coreOfEntry(entry: GazetteerEntry): TagCore {
  const { id, label, kind, country, wikidata } = entry
  const [type, rest] = id.split(':') as [TagType, string]
  return {
    id,
    type,
    label,
    ...(type === 'country' ? { code: rest.toUpperCase() } : { country }),
    ...(kind === undefined ? {} : { kind }),
    wikidata,
  }
}

/** Every name that the entry goes by, whatever must stand beside it to count as a mention. */
export function namesOfEntry(entry: GazetteerEntry): string[] {
  const lists = [entry.names, entry.shortNames, entry.domesticNames, entry.demonyms].flatMap((names) =>
    Object.values(names).flatMap((list) => list ?? []),
  )
  return [entry.label.ar, entry.label.en, ...lists, ...entry.ambiguous.map(({ name }) => name)]
}
