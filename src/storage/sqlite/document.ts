import { type Article, articleSchema, LONG_FIELDS } from '../../domain/article.ts'
import { type CandidateWithMentions, countCandidate } from '../../domain/candidate.ts'
import type { Draft } from '../../domain/store.ts'
import { countMentions, type TagWithMentions } from '../../domain/tag.ts'
import { sha256 } from './hash.ts'

/** What the archive alone knows of an article; `targets` are the linked articles by number of the link. */
export type Known = { id: string; revision: number; now: Date; targets: ReadonlyMap<number, string> }

/** An article as it is kept: all that is ever sent of it, serialised once. */
export type Serialised = {
  etag: string
  hash: string
  body: Buffer
  item: string
  mentions: string
  candidates: string
}

/** What was found in an article, each with its mentions. */
export type Names = { tags: readonly TagWithMentions[]; candidates: readonly CandidateWithMentions[] }

/** The whole article, keys in the order of the schema. Throws a ZodError for a draft that breaks it: nothing that `check` would refuse gets in. */
export function composeArticle(draft: Draft, { id, revision, now, targets }: Known): Article {
  return articleSchema.parse({
    ...draft.article,
    id,
    ...countNames(draft),
    related: resolveRelated(draft.article.related, targets),
    revision,
    updatedAt: now.toISOString(),
  })
}

export function resolveRelated(related: Article['related'], targets: Known['targets']): Article['related'] {
  return related.map((link) => ({ ...link, article: targets.get(link.number) ?? null }))
}

/** As the article lists them. */
export function countNames({ tags, candidates }: Names): Pick<Article, 'tags' | 'candidates'> {
  return { tags: tags.map(countMentions), candidates: candidates.map(countCandidate) }
}

export function serialise(article: Article, names: Names): Serialised {
  const body = Buffer.from(`{"data":${JSON.stringify(article)}}`)
  const item = serialiseItem(article)
  const [mentions, candidates] = [JSON.stringify(names.tags), JSON.stringify(names.candidates)]
  return { etag: etagOf(body), hash: hashOf(item, mentions, candidates), body, item, mentions, candidates }
}

export function serialiseItem(article: Article): string {
  const long = new Set<string>(LONG_FIELDS)
  return JSON.stringify(Object.fromEntries(Object.entries(article).filter(([key]) => !long.has(key))))
}

export function parseBody(body: Uint8Array): Article {
  return (JSON.parse(Buffer.from(body).toString()) as { data: Article }).data
}

export function etagOf(body: Uint8Array): string {
  return `"${sha256('base64url', body)}"`
}

/** Without candidates it is the hash of documents of before there were any. */
export function hashOf(item: string, mentions: string, candidates: string): string {
  return sha256('hex', item, '\0', mentions, ...(candidates === '[]' ? [] : ['\0', candidates]))
}
