import type { Article } from '../domain/article.ts'
import type { Mention } from '../domain/tag.ts'
import { type Token, tokenise } from '../language/tokenise.ts'

/** Where a text stands in the article, as a mention tells it. */
export type Place = Pick<Mention, 'field' | 'section' | 'block' | 'related' | 'image'>

/** One served text of the article with its words. */
export type TaggedText = {
  place: Place
  text: string
  tokens: Token[]
  /** The tokens at which each word stands, with and without proclitics; made when a rule first asks. */
  positions?: Map<string, number[]>
}

/** What of an article is searched for names. */
export type Readable = Pick<Article, 'headline' | 'kicker' | 'dateline' | 'lead' | 'images' | 'sections' | 'related'>

/** All texts of an article that names are looked for in, in reading order. */
export function textsOf(article: Readable): TaggedText[] {
  const texts: TaggedText[] = []
  const add = (text: string | null, place: Place) => {
    if (text !== null) texts.push({ place, text, tokens: tokenise(text) })
  }
  add(article.kicker, { field: 'kicker' })
  add(article.headline, { field: 'headline' })
  add(article.dateline?.raw ?? null, { field: 'dateline' })
  for (const [index, { caption }] of article.images.entries()) add(caption, { field: 'caption', image: index + 1 })
  let hasLead = false
  for (const { number, heading, blocks } of article.sections) {
    add(heading, { field: 'heading', section: number })
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'related') continue
      add(block.text, { field: hasLead ? 'body' : 'lead', section: number, block: index + 1 })
      if (!hasLead) skipDateline(texts.at(-1) as TaggedText, article.dateline?.raw ?? null)
      hasLead = true
    }
  }
  for (const { number, title } of article.related) add(title, { field: 'related', related: number })
  return texts
}

/** The first paragraph may open with the dateline, which is a field of its own: "LONDON (Reuters) - …". */
function skipDateline(lead: TaggedText, dateline: string | null): void {
  if (dateline === null || !lead.text.startsWith(dateline)) return
  lead.tokens = lead.tokens.filter((token) => token.start >= dateline.length)
}
