import type { Article } from '../domain/article.ts'
import type { SearchedField } from '../domain/highlight.ts'

/** A served text, and where it stands in its article. */
export type SearchedText = { field: SearchedField; section?: number; block?: number; image?: number; text: string }

/**
 * Every text of an article that a search looks through: what the article itself says, not the titles that it links to.
 * The headline, kicker, lead and headings come first, then what says less about what it is about.
 */
export function searchedTexts(article: Article): SearchedText[] {
  const { headline, kicker, dateline, images, sections } = article
  const [lead, ...body] = paragraphsOf(sections)
  const headings = sections.map(({ number, heading }) => textOf({ field: 'heading', section: number }, heading))
  const captions = images.map(({ caption }, at) => textOf({ field: 'caption', image: at + 1 }, caption))
  return [
    textOf({ field: 'headline' }, headline),
    textOf({ field: 'kicker' }, kicker),
    lead === undefined ? null : { ...lead, field: 'lead' as const },
    ...headings,
    textOf({ field: 'dateline' }, dateline?.raw),
    ...captions,
    ...body,
  ].filter((text) => text !== null)
}

function paragraphsOf(sections: Article['sections']): SearchedText[] {
  return sections.flatMap(({ number, blocks }) =>
    blocks.flatMap((block, at) =>
      'text' in block ? [{ field: 'body' as const, section: number, block: at + 1, text: block.text }] : [],
    ),
  )
}

function textOf(place: Omit<SearchedText, 'text'>, text: string | null | undefined): SearchedText | null {
  return text ? { ...place, text } : null
}
