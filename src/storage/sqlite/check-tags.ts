import type { Database } from 'better-sqlite3'
import type { ArchiveFault } from '../../domain/store.ts'
import { aliasSchema, tagEntrySchema } from '../../domain/tag.ts'
import { foldedWords } from '../../language/tokenise.ts'
import { hashOfNames } from './tags.ts'

const keptTag = tagEntrySchema.extend({ aliases: aliasSchema.array().optional() }).strict()

type Faults = Generator<Omit<ArchiveFault, 'what'>>

/** Tags and names that are not as they were kept: those of the gazetteer by their hash, others by what they must be. */
export function* faultsOfTags(db: Database): Faults {
  const kept = db.prepare<[], string | null>('SELECT names_hash FROM archive').pluck().get()
  const hash = kept?.split(' ')[1]
  if (hash !== undefined && hash !== hashOfNames(db)) {
    yield { id: 'gazetteer', reason: 'its tags or names do not have their hash; khabar reindex and a start mend it' }
  }
  const selectUnlisted = db.prepare<[], { number: number; id: string; type: string; entry: string | null }>(
    'SELECT number, id, type, entry FROM terms WHERE listed = 0',
  )
  const hasName = db.prepare<[number, string]>('SELECT 1 FROM names WHERE term = ? AND name = ?')
  for (const { number, id, type, entry } of selectUnlisted.all()) {
    if (type !== id.split(':')[0]) yield { id, reason: 'its type is not that of its id' }
    if (entry !== null && !isTag(entry, id, (name) => hasName.get(number, name) !== undefined))
      yield { id, reason: 'its entry is not that of a tag with these names' }
  }
}

function isTag(entry: string, id: string, hasName: (name: string) => boolean): boolean {
  try {
    const tag = keptTag.parse({ articles: 0, ...JSON.parse(entry) })
    return (
      tag.id === id &&
      tag.type === id.split(':')[0] &&
      Object.values(tag.label).every((label) => hasName(` ${foldedWords(label)}`))
    )
  } catch {
    return false
  }
}
