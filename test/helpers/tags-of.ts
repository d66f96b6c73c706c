import type { TagWithMentions } from '../../src/domain/tag.ts'
import { draftOf } from '../../src/ingest.ts'
import { tagArticle } from '../../src/tagging/tag-article.ts'
import { shippedCapture } from './captures.ts'
import { reader } from './reader.ts'

/** The tags of an article with these paragraphs, the first its lead. */
export function tagsOf(paragraphs: string[], headline: string | null = null): TagWithMentions[] {
  const { article } = draftOf(shippedCapture(), reader)
  const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text, lines: [1, 1] as [number, number] }))
  const bare = { kicker: null, dateline: null, images: [], related: [], headline, lead: paragraphs[0] ?? null }
  return tagArticle({ ...article, ...bare, sections: [{ number: 1, heading: null, blocks }] }, reader.gazetteer).tags
}

/** The ids of the tags of a paragraph that begin so, sorted. */
export function idsOf(text: string, type = ''): string[] {
  return tagsOf([text])
    .map(({ id }) => id)
    .filter((id) => id.startsWith(type))
    .sort()
}
