import type { Explanation, Surroundings, TagOrigin } from '../domain/explanation.ts'
import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { coreOfEntry, isAbout, type Spot, type TagWithMentions } from '../domain/tag.ts'
import type { Gazetteer } from './gazetteer.ts'
import { findRuledOut } from './ruled-out.ts'
import { scoreOf, weightOf } from './score.ts'
import { type Readable, type TaggedText, textsOf } from './text.ts'

/** What a curator asks of the gazetteer. */
export type Curator = {
  /** The entry, and the files that it comes from; null where there is none. */
  find(id: string): { entry: GazetteerEntry; origin: TagOrigin } | null
  /** Why a tag of the article is on it; for one that is not, `tag` is its id. Null for an id that nobody knows. */
  explain(article: Readable, tag: TagWithMentions | string): Explanation | null
}

export function createCurator(gazetteer: Gazetteer): Curator {
  const find: Curator['find'] = (id) => {
    const entry = gazetteer.entries.get(id)
    return entry === undefined ? null : { entry, origin: gazetteer.origins.get(id) ?? [] }
  }
  return {
    find,
    explain(article, tag) {
      if (typeof tag !== 'string') return explainTag(article, tag, gazetteer)
      const found = find(tag)
      if (found === null) return null
      const none = { ...coreOfEntry(found.entry), in: [], mentions: [], score: 0 }
      return explainTag(article, none, gazetteer)
    },
  }
}

function explainTag(
  article: Readable,
  { in: fields, mentions, score: _score, evidence: _evidence, ...tag }: TagWithMentions,
  gazetteer: Gazetteer,
): Explanation {
  const texts = textsOf(article)
  const ruledOut = findRuledOut(texts, tag.id, gazetteer)
    .map(({ span: { text, first, last }, reason }) => {
      const [start, end] = [text.tokens[first]?.start as number, text.tokens[last]?.end as number]
      const spot = { ...text.place, start, end, text: text.text.slice(start, end) }
      return { ...spot, ...about(spot, texts), reason }
    })
    .filter((spot) => !mentions.some((mention) => isSamePlace(mention, spot) && mention.start === spot.start))
  return {
    tag,
    score: scoreOf(mentions),
    matches: isAbout({ in: fields }),
    mentions: mentions.map((mention) => ({ ...mention, ...about(mention, texts), weight: weightOf(mention) })),
    ruledOut,
  }
}

/** UTF-16 units shown on each side. */
const SHOWN = 40

function about(spot: Spot, texts: readonly TaggedText[]): Surroundings {
  const text = texts.find(({ place }) => isSamePlace(place, spot))?.text ?? ''
  const before = text.slice(Math.max(0, spot.start - SHOWN), spot.start)
  const after = text.slice(spot.end, spot.end + SHOWN)
  return {
    // A word that is cut in two is left out.
    before: spot.start > SHOWN ? `…${before.replace(/^\S{0,39}\s/, ' ')}` : before,
    after: spot.end + SHOWN < text.length ? `${after.replace(/\s\S{0,39}$/, ' ')}…` : after,
  }
}

type Place = Pick<Spot, 'field' | 'section' | 'block' | 'related' | 'image'>

function isSamePlace(one: Place, other: Place): boolean {
  return (['field', 'section', 'block', 'related', 'image'] as const).every((key) => one[key] === other[key])
}
