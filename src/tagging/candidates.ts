import type { CandidateCue, CandidateWithMentions } from '../domain/candidate.ts'
import { withoutProclitics } from '../language/arabic.ts'
import { isCommonWord } from '../language/common-words.ts'
import { isGivenName } from '../language/given-names.ts'
import { bodyAt, type IsFree, isSpeech, nameAt, personBehindTitle } from './candidate-cues.ts'
import { isJoined, isLatin, type Span, wordAt, writtenText } from './joined.ts'
import type { Match } from './match.ts'
import type { TaggedText } from './text.ts'
import { isTitle } from './titles.ts'

type Found = { span: Span; because: string }
type Candidate = { words: string[]; kind: 'person' | 'organization'; cue: CandidateCue; found: Found[] }

/**
 * The people and bodies that the gazetteer does not know but a title, an office, a verb of speech or the kind of body
 * gives away. Precision before recall: a name in Arabic has no capitals, so it needs a known given name or a title.
 */
export function findCandidates(texts: readonly TaggedText[], matches: readonly Match[]): CandidateWithMentions[] {
  const taken = takenTokens(matches)
  const candidates = new Map<string, Candidate>()
  for (const text of texts) {
    const isFree: IsFree = (token) => token < text.tokens.length && !taken.get(text)?.has(token)
    for (let token = 0; token < text.tokens.length; token++) {
      const found = candidateAt(text, token, isFree)
      if (found === null) continue
      keep(candidates, found)
      token = Math.max(token, found.span.last)
    }
  }
  joinSurnames([...candidates.values()], texts, taken)
  return [...candidates.values()].map(describe).sort((one, other) => other.mentions.length - one.mentions.length)
}

type Taken = Map<TaggedText, Set<number>>

function takenTokens(matches: readonly Match[]): Taken {
  const taken: Taken = new Map()
  for (const { text, first, last } of matches) {
    const tokens = taken.get(text) ?? new Set<number>()
    taken.set(text, tokens)
    for (let token = first; token <= last; token++) tokens.add(token)
  }
  return taken
}

type Cued = Found & Pick<Candidate, 'kind' | 'cue'>

function candidateAt(text: TaggedText, token: number, isFree: IsFree): Cued | null {
  const word = wordAt(text, token)
  if (isTitle(word)) {
    const span = personBehindTitle(text, token, isFree)
    const cue = /^[وفبلك]{0,2}(?:ال|لل)/.test(word) || /^(?:mr|mrs|ms|dr|sir)$/.test(word) ? 'title' : 'office'
    if (span !== null)
      return { span, kind: 'person', cue, because: writtenText({ text, first: token, last: span.first - 1 }) }
  }
  if (isSpeech(word) && isJoined(text, token)) {
    const span = nameAt(text, token + 1, isFree)
    if (span !== null)
      return { span, kind: 'person', cue: 'verb', because: writtenText({ text, first: token, last: token }) }
  }
  const body = bodyAt(text, token, isFree)
  if (body !== null)
    return { span: body, kind: 'organization', cue: 'kind', because: writtenText({ text, first: token, last: token }) }
  return speakerBefore(text, token, isFree)
}

/** "John Doe said". */
function speakerBefore(text: TaggedText, token: number, isFree: IsFree): Cued | null {
  if (!isLatin(wordAt(text, token)) || !isFree(token)) return null
  const span = nameAt(text, token, isFree)
  if (span === null || !isJoined(text, span.last) || !isSpeech(wordAt(text, span.last + 1))) return null
  return {
    span,
    kind: 'person',
    cue: 'verb',
    because: writtenText({ text, first: span.last + 1, last: span.last + 1 }),
  }
}

function keep(candidates: Map<string, Candidate>, { span, because, kind, cue }: Cued): void {
  const words = wordsOf(span)
  const key = words.join(' ')
  const known = candidates.get(key)
  if (known === undefined) candidates.set(key, { words, kind, cue, found: [{ span, because }] })
  else known.found.push({ span, because })
}

/** The folded words, the first without the proclitics that stand before a kind of body. */
function wordsOf({ text, first, last }: Span): string[] {
  const words: string[] = []
  for (let token = first; token <= last; token++) words.push(wordAt(text, token))
  return words
}

/** A surname alone, in the texts behind the name, is the same person's; of two people with one surname it is nobody's. */
function joinSurnames(candidates: readonly Candidate[], texts: readonly TaggedText[], taken: Taken): void {
  const bySurname = new Map<string, Candidate | null>()
  for (const candidate of candidates) {
    const surname = candidate.words.at(-1) as string
    if (
      candidate.kind !== 'person' ||
      surname.length < 4 ||
      surname === 'الله' ||
      surname === 'الدين' ||
      isGivenName(surname) ||
      isCommonWord(surname)
    )
      continue
    bySurname.set(surname, bySurname.has(surname) ? null : candidate)
  }
  if (bySurname.size === 0) return
  const own = takenTokens(candidates.flatMap(({ found }) => found.map(({ span }) => span as Match)))
  const order = new Map(texts.map((text, index) => [text, index]))
  for (const [index, text] of texts.entries()) {
    for (let token = 0; token < text.tokens.length; token++) {
      if (taken.get(text)?.has(token) || own.get(text)?.has(token)) continue
      const word = wordAt(text, token)
      const surname = [word, ...withoutProclitics(word)].find((reading) => bySurname.has(reading))
      const candidate = surname === undefined ? null : bySurname.get(surname)
      if (candidate == null || (token > 0 && isGivenName(wordAt(text, token - 1)))) continue
      const { span } = candidate.found[0] as Found
      const at = order.get(span.text) as number
      if (index < at || (index === at && token < span.first)) continue
      if (isLatin(word) && !/^\p{Lu}/u.test(writtenText({ text, first: token, last: token }))) continue
      candidate.found.push({ span: { text, first: token, last: token }, because: writtenText(span) })
    }
  }
}

function describe({ kind, cue, found }: Candidate): CandidateWithMentions {
  const { span } = found[0] as Found
  const mentions = found.map(({ span: { text, first, last }, because }) => {
    const start = text.tokens[first]?.start as number
    const end = text.tokens[last]?.end as number
    return { ...text.place, start, end, text: text.text.slice(start, end), because }
  })
  return { name: writtenText(span), kind, cue, mentions }
}
