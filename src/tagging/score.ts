import type { Evidence, Mention, TagField } from '../domain/tag.ts'

/** How much one mention says that the article is about its tag, by where it stands. */
const FIELD_WEIGHT: Record<TagField, number> = {
  headline: 0.4,
  lead: 0.25,
  heading: 0.2,
  body: 0.12,
  kicker: 0.1,
  caption: 0.05,
  dateline: 0.05,
  related: 0.03,
}

/** And by what it rests on. */
const EVIDENCE_WEIGHT: Record<Evidence, number> = {
  name: 1,
  'domestic-name': 1,
  title: 0.9,
  'short-name': 0.9,
  demonym: 0.6,
  seat: 0.5,
  capital: 0.4,
  place: 0.2,
}

/** What one mention adds: the weight of its field times that of its evidence. */
export function weightOf({ field, evidence }: Pick<Mention, 'field' | 'evidence'>): number {
  return FIELD_WEIGHT[field] * EVIDENCE_WEIGHT[evidence]
}

/**
 * 1 − Π (1 − field × evidence) over the mentions, to two places: one mention in the headline by name is 0.4, and each
 * further one brings the score nearer to 1.
 */
export function scoreOf(mentions: readonly Mention[]): number {
  const doubt = mentions.reduce((left, mention) => left * (1 - weightOf(mention)), 1)
  return Math.round((1 - doubt) * 100) / 100
}
