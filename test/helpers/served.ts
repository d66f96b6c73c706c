import type { ArticleDraft } from '../../src/domain/article.ts'

/** Every text of an article that a reader sees, without addresses and what is computed. */
export function servedTexts(article: ArticleDraft): string[] {
  const { kicker, headline, authors, published, updated, dateline, images, lead, sections, related } = article
  const texts = [
    ...[kicker, headline, lead, ...authors.map(({ name }) => name)],
    ...[published?.raw, updated?.raw, dateline?.raw, dateline?.place, dateline?.source],
    ...images.flatMap(({ fileName, caption, credit }) => [fileName, caption, credit]),
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.map((block) => (block.type === 'related' ? null : block.text)),
    ]),
    ...related.flatMap(({ label, title }) => [label, title]),
  ]
  return texts.filter((text) => text !== null && text !== undefined)
}
