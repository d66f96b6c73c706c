import { type Highlight, MAX_HIGHLIGHT_LENGTH } from '../domain/highlight.ts'
import type { Hit } from './hits.ts'
import type { SearchedText } from './texts.ts'

/** A text with its hits in order of their starts, at least one. */
export type FoundText = SearchedText & { hits: Hit[] }

/** What of a text is shown, and the hits in it. */
export type Passage = { text: FoundText; start: number; end: number; hits: Hit[] }

/** The part of the text that shows most of what was asked for, with what stands around it; a headline whole. */
export function passageOf(text: FoundText): Passage {
  const whole = text.field === 'headline' || text.text.length <= MAX_HIGHLIGHT_LENGTH
  const { start, end } = whole ? { start: 0, end: text.text.length } : around(text.text, densest(text.hits))
  return { text, start, end, hits: text.hits.filter((hit) => hit.start < end && hit.end > start) }
}

/** The first and the last hit of those that fit into a passage and are of most things asked for. */
function densest(hits: readonly Hit[]): { first: Hit; last: Hit } {
  const counts = new Map<number, number>()
  let best = { first: hits[0] as Hit, last: hits[0] as Hit, things: 0 }
  let from = 0
  for (const last of hits) {
    counts.set(last.wanted, (counts.get(last.wanted) ?? 0) + 1)
    for (; last.end - (hits[from] as Hit).start > MAX_HIGHLIGHT_LENGTH && hits[from] !== last; from++) {
      const left = (counts.get((hits[from] as Hit).wanted) ?? 1) - 1
      if (left === 0) counts.delete((hits[from] as Hit).wanted)
      else counts.set((hits[from] as Hit).wanted, left)
    }
    if (counts.size > best.things) best = { first: hits[from] as Hit, last, things: counts.size }
  }
  return best
}

/** A third of the room that the hits leave goes before them, the rest behind, cut between words. */
function around(text: string, { first, last }: { first: Hit; last: Hit }): { start: number; end: number } {
  const room = Math.max(0, MAX_HIGHLIGHT_LENGTH - (last.end - first.start))
  const wished = Math.min(first.start - Math.floor(room / 3), text.length - MAX_HIGHLIGHT_LENGTH)
  const start = wished <= 0 ? 0 : wordStart(text, wished, first.start)
  const limit = Math.min(text.length, start + MAX_HIGHLIGHT_LENGTH)
  return { start, end: limit === text.length ? limit : wordEnd(text, limit, Math.min(last.end, limit)) }
}

/** As far as a cut moves to come between words; a script without spaces is cut anywhere. */
const LONGEST_WORD = 40

/** Where the first word behind `at` begins, but no later than `latest`. */
function wordStart(text: string, at: number, latest: number): number {
  for (let start = at; start <= Math.min(latest, at + LONGEST_WORD); start++) if (isSpace(text, start - 1)) return start
  let start = at
  while (start < latest && isInside(text, start)) start++
  return start
}

/** Where the last word before `at` ends, but no earlier than `earliest`. */
function wordEnd(text: string, at: number, earliest: number): number {
  for (let end = at; end >= Math.max(earliest, at - LONGEST_WORD); end--) if (isSpace(text, end)) return end
  let end = at
  while (end > 1 && isInside(text, end)) end--
  return end
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}

/** Whether a cut there would part a surrogate pair, or a letter from its mark. */
function isInside(text: string, at: number): boolean {
  return /[\p{M}\udc00-\udfff]/u.test(text.charAt(at))
}

/** Served texts have no HTML, and neither has this: the passage in pieces, of which some are hits. */
export function highlightOf({ text: { hits: _hits, text, ...place }, start, end, hits }: Passage): Highlight {
  const parts: Highlight['parts'] = []
  let at = start
  for (const span of merged(hits)) {
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)]
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (end > at) parts.push({ text: text.slice(at, end) })
  return { ...place, start, end, length: text.length, parts }
}

/** Hits that overlap, as a word and the name that it is part of, are one. */
function merged(hits: readonly Hit[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of hits) {
    const last = spans.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}
