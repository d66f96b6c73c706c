import type { ArticleDraft } from '../domain/article.ts'
import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { coreOfEntry, type Mention, type TagWithMentions, tagFieldSchema } from '../domain/tag.ts'
import type { Gazetteer } from './gazetteer.ts'
import { findMatches, type Match } from './match.ts'
import type { Evidence } from './names.ts'
import { resolveShortNames, resolveUndecided } from './resolve.ts'
import { scoreOf } from './score.ts'
import { textsOf } from './text.ts'

/** The tags of an article with every mention, highest score first. */
export function tagArticle(article: ArticleDraft, gazetteer: Gazetteer): TagWithMentions[] {
  const found = textsOf(article).flatMap((text) => findMatches(text, gazetteer.names))
  const matches = resolveShortNames(resolveUndecided(found))
  const mentions = new Map<string, Mention[]>()
  const add = (id: string, match: Match, evidence: Evidence) => {
    const mention = describeMention(match, evidence)
    const known = mentions.get(id)
    if (known === undefined) mentions.set(id, [mention])
    else known.push(mention)
  }
  for (const match of matches) {
    const { entry, evidence } = match.name
    add(entry.id, match, evidence)
    // A capital named is also a sign of its country: "بحثت باريس وموسكو".
    if (entry.capital) add(`country:${entry.country}`, match, 'capital')
  }
  const tags = [...mentions].map(([id, found]) => describeTag(gazetteer.entries.get(id) as GazetteerEntry, found))
  return tags.sort(
    (one, other) =>
      other.score - one.score || other.mentions.length - one.mentions.length || (one.id < other.id ? -1 : 1),
  )
}

function describeMention({ text, first, last }: Match, evidence: Evidence): Mention {
  const start = text.tokens[first]?.start as number
  const end = text.tokens[last]?.end as number
  return { ...text.place, start, end, text: text.text.slice(start, end), evidence }
}

function describeTag(entry: GazetteerEntry, mentions: Mention[]): TagWithMentions {
  const fields = new Set(mentions.map(({ field }) => field))
  return {
    ...coreOfEntry(entry),
    in: tagFieldSchema.options.filter((field) => fields.has(field)),
    mentions,
    score: scoreOf(mentions),
  }
}
