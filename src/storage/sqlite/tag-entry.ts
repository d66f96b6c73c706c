import type { GazetteerEntry } from '../../domain/gazetteer.ts'
import type { Tag, TagCore } from '../../domain/tag.ts'

export function coreOfTag({ in: _in, mentions: _mentions, evidence: _evidence, score: _score, ...core }: Tag): TagCore {
  return core
}

/** Every name that the entry goes by, whatever must stand beside it to count as a mention. */
export function namesOfEntry(entry: GazetteerEntry): string[] {
  const lists = [entry.names, entry.shortNames, entry.domesticNames, entry.demonyms].flatMap((names) =>
    Object.values(names).flatMap((list) => list ?? []),
  )
  return [entry.label.ar, entry.label.en, ...lists, ...entry.ambiguous.map(({ name }) => name)]
}
