import { z } from 'zod'
import { spotSchema } from './tag.ts'

/** What gives an unknown name away: a title or an office before it, a verb of speech, or the kind of body that it is. */
export const candidateCueSchema = z.enum(['title', 'office', 'verb', 'kind']).meta({ id: 'CandidateCue' })
export type CandidateCue = z.infer<typeof candidateCueSchema>

/** A person or body that the gazetteer does not know; never a tag. A curator makes it one by adding an entry. */
export const candidateSchema = z
  .object({
    name: z.string().meta({ description: 'The longest form in the article, as written there, without proclitics' }),
    kind: z.enum(['person', 'organization']),
    cue: candidateCueSchema,
    mentions: z.int().min(1).meta({ description: 'How often it is mentioned' }),
  })
  .meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof candidateSchema>

const candidateMentionSchema = spotSchema
  .extend({
    because: z.string().meta({ description: 'The words that gave it away, or the name that it is short for' }),
  })
  .meta({ id: 'CandidateMention' })
export type CandidateMention = z.infer<typeof candidateMentionSchema>

export const candidateWithMentionsSchema = candidateSchema
  .extend({ mentions: z.array(candidateMentionSchema) })
  .meta({ id: 'CandidateWithMentions' })
export type CandidateWithMentions = z.infer<typeof candidateWithMentionsSchema>

/** The candidate as it is counted over an archive. */
export function countCandidate(candidate: CandidateWithMentions): Candidate {
  return { ...candidate, mentions: candidate.mentions.length }
}
