import type { Mention, Spot, TagCore } from './tag.ts'

/** The words about a spot in its text, cut short. */
export type Surroundings = { before: string; after: string }

/** A mention and what it adds to its tag's score. */
export type ExplainedMention = Mention & Surroundings & { weight: number }

/** A name of the tag that stands in the article and does not count, or not for this tag. */
export type RuledOut = Spot & Surroundings & { reason: string }

/** Why a tag is on an article, or is not. */
export type Explanation = {
  tag: TagCore
  /** 1 − Π (1 − weight); 0 without mentions. */
  score: number
  /** Whether a filter by the tag finds the article. */
  matches: boolean
  mentions: ExplainedMention[]
  ruledOut: RuledOut[]
}

/** An entry's files are those that define it and that add names to it; none for what is made by rule. */
export type TagOrigin = readonly string[]
