import type { CandidateWithMentions } from '../domain/candidate.ts'
import type { GazetteerEntry } from '../domain/gazetteer.ts'
import {
  coreOfEntry,
  type Evidence,
  type EvidenceCounts,
  type Mention,
  type TagWithMentions,
  tagFieldSchema,
} from '../domain/tag.ts'
import { findCandidates } from './candidates.ts'
import { signsOfCountries } from './countries-of.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Match } from './match.ts'
import { resolve } from './resolve.ts'
import { scoreOf } from './score.ts'
import { type Readable, textsOf } from './text.ts'

/** Who and what an article names: its tags, highest score first, and the names that the gazetteer does not know. */
export type NamesOfArticle = { tags: TagWithMentions[]; candidates: CandidateWithMentions[] }

export function tagArticle(article: Readable, gazetteer: Gazetteer): NamesOfArticle {
  const texts = textsOf(article)
  const matches = resolve(texts, gazetteer.names)
  const mentions = new Map<GazetteerEntry, Mention[]>()
  const add = (entry: GazetteerEntry, match: Match, evidence: Evidence) => {
    const mention = describeMention(match, evidence)
    const known = mentions.get(entry)
    if (known === undefined) mentions.set(entry, [mention])
    else known.push(mention)
  }
  const signs = signsOfCountries(matches, gazetteer.names)
  for (const match of matches) {
    add(match.name.entry, match, match.name.evidence)
    const sign = signs.get(match)
    if (sign) add(gazetteer.listed.get(`country:${sign.country}`) as GazetteerEntry, match, sign.evidence)
  }
  const tags = [...mentions].map(([entry, found]) => describeTag(entry, found))
  tags.sort(
    (one, other) =>
      other.score - one.score || other.mentions.length - one.mentions.length || (one.id < other.id ? -1 : 1),
  )
  return { tags, candidates: findCandidates(texts, matches) }
}

/** Key by key: spreading the place and what may be absent takes ten times as long as all else of a mention. */
function describeMention({ text, first, last, because }: Match, evidence: Evidence): Mention {
  const { field, section, block, related, image } = text.place
  const mention = { field } as Mention
  if (section !== undefined) mention.section = section
  if (block !== undefined) mention.block = block
  if (related !== undefined) mention.related = related
  if (image !== undefined) mention.image = image
  mention.start = text.tokens[first]?.start as number
  mention.end = text.tokens[last]?.end as number
  mention.text = text.text.slice(mention.start, mention.end)
  mention.evidence = evidence
  if (because !== undefined) mention.because = because
  return mention
}

const FIELDS = tagFieldSchema.options

function describeTag(entry: GazetteerEntry, mentions: Mention[]): TagWithMentions {
  const tag = coreOfEntry(entry) as TagWithMentions
  tag.in = FIELDS.filter((field) => mentions.some((mention) => mention.field === field))
  tag.mentions = mentions
  tag.evidence = countEvidence(mentions)
  tag.score = scoreOf(mentions)
  return tag
}

function countEvidence(mentions: readonly Mention[]): EvidenceCounts {
  const counts: EvidenceCounts = {}
  for (const { field, evidence } of mentions) {
    const kind = field === 'dateline' || field === 'caption' || field === 'related' ? field : evidence
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
