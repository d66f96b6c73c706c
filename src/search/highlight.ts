import type { Article } from '../domain/article.ts'
import { type Highlight, MAX_HIGHLIGHTED_TEXT, MAX_HIGHLIGHTS, type SearchedField } from '../domain/highlight.ts'
import type { TagWithMentions } from '../domain/tag.ts'
import { type Token, tokenise } from '../language/tokenise.ts'
import { createHitFinder, type Hit } from './hits.ts'
import { isNameMention } from './named.ts'
import { highlightOf, type Passage, passageOf } from './passage.ts'
import { type SearchedText, searchedTexts } from './texts.ts'
import type { Wanted } from './wanted.ts'

/** Which passages readers want first; what only surrounds the article is shown for what is found nowhere else. */
const RANKS: Record<SearchedField, number> = {
  headline: 4,
  lead: 3,
  heading: 2,
  body: 1,
  kicker: 0,
  caption: 0,
  dateline: 0,
}

/**
 * The passages that best show what a search found in an article: the headline where it has a hit, then those that show
 * most of what was asked for and is not shown yet, at most MAX_HIGHLIGHTS. None where all hits are beyond
 * MAX_HIGHLIGHTED_TEXT, or in words that run from one paragraph into the next.
 */
export function createHighlighter(wanted: readonly Wanted[]) {
  const findHits = createHitFinder(wanted)
  const tags = new Map<string, number[]>()
  for (const [index, one] of wanted.entries())
    for (const tag of one.tags) tags.set(tag, [...(tags.get(tag) ?? []), index])

  /** @param readMentions the article's tags with their mentions; asked for only where the search has a name */
  return (article: Article, readMentions: () => readonly TagWithMentions[]): Highlight[] => {
    const named = tags.size === 0 ? [] : readMentions()
    const hitsOfNames = (text: SearchedText) =>
      named.flatMap((tag) => (tags.get(tag.id) ?? []).flatMap((wanted) => mentionsIn(text, tag, wanted)))
    const found = withinReach(searchedTexts(article)).map(({ text, reach }) => ({
      ...text,
      hits: inOrder([...findHits(wordsWithin(text.text, reach), article.language), ...hitsOfNames(text)]),
    }))
    return choose(found.filter(({ hits }) => hits.length > 0).map(passageOf)).map(highlightOf)
  }
}

/** The texts of which some is among the first MAX_HIGHLIGHTED_TEXT units of the article, each with how much. */
function withinReach(texts: SearchedText[]): { text: SearchedText; reach: number }[] {
  let left = MAX_HIGHLIGHTED_TEXT
  return texts.flatMap((text) => {
    const reach = Math.min(left, text.text.length)
    left -= reach
    return reach > 0 ? [{ text, reach }] : []
  })
}

function wordsWithin(text: string, reach: number): Token[] {
  if (reach === text.length) return tokenise(text)
  return tokenise(text.slice(0, reach)).filter(({ end }) => end < reach) // the last may be half a word
}

function mentionsIn(text: SearchedText, { mentions }: TagWithMentions, wanted: number): Hit[] {
  return mentions
    .filter((mention) => isNameMention(mention) && isThere(text, mention))
    .map(({ start, end }) => ({ start, end, wanted, exact: false }))
}

function isThere(text: SearchedText, mention: TagWithMentions['mentions'][number]): boolean {
  return (
    mention.field === text.field &&
    mention.section === text.section &&
    mention.block === text.block &&
    mention.image === text.image &&
    text.text.slice(mention.start, mention.end) === mention.text
  )
}

/** In order of their starts. */
function inOrder(hits: Hit[]): Hit[] {
  return hits.sort((one, other) => one.start - other.start || one.end - other.end)
}

function choose(passages: Passage[]): Passage[] {
  const shown = new Map<number, number>()
  const chosen: Passage[] = []
  const left = new Set(passages)
  while (chosen.length < MAX_HIGHLIGHTS && left.size > 0) {
    const best = bestOf([...left], shown)
    if (best === null) break
    left.delete(best)
    chosen.push(best)
    for (const [wanted, value] of valuesOf(best)) shown.set(wanted, Math.max(value, shown.get(wanted) ?? 0))
  }
  return chosen
}

function bestOf(passages: Passage[], shown: ReadonlyMap<number, number>): Passage | null {
  let best: { passage: Passage; marks: number[] } | null = null
  for (const passage of passages) {
    const { field } = passage.text
    const news = newsOf(passage, shown)
    if (RANKS[field] === 0 && news === 0) continue
    const marks = [Number(field === 'headline'), news, RANKS[field], valuesOf(passage).size, passage.hits.length]
    if (best === null || isGreater(marks, best.marks)) best = { passage, marks }
  }
  return best?.passage ?? null
}

/** What the passage shows beyond what is shown already: 1 for each thing asked for, half for another form of it. */
function newsOf(passage: Passage, shown: ReadonlyMap<number, number>): number {
  let news = 0
  for (const [wanted, value] of valuesOf(passage)) news += Math.max(0, value - (shown.get(wanted) ?? 0))
  return news
}

function valuesOf({ hits }: Passage): Map<number, number> {
  const values = new Map<number, number>()
  for (const { wanted, exact } of hits) values.set(wanted, Math.max(exact ? 1 : 0.5, values.get(wanted) ?? 0))
  return values
}

function isGreater(marks: readonly number[], others: readonly number[]): boolean {
  const at = marks.findIndex((mark, index) => mark !== others[index])
  return at >= 0 && (marks[at] as number) > (others[at] as number)
}
