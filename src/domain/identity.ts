import type { Published } from './article.ts'

/**
 * By what two captures are known to be of one article: the source URL or, where a capture has none, the folded
 * headline with the publication instant. Both are SHA-256 in hex.
 */
export type ArticleKeys = { url: string | null; headline: string }

/** By what a related link finds its target: the URL, else the folded title. Both are SHA-256 in hex. */
export type LinkKeys = { number: number; url: string | null; title: string }

/**
 * A new article's id: its day of publication and the first digits of its key, e.g. "2020-10-02-7f3a9c1e".
 * The archive asks for more `digits` where eight are taken by another article.
 */
export function articleId(published: Published | null, keys: ArticleKeys, digits = 8): string {
  const day = published === null ? 'undated' : published.at.slice(0, 10)
  return `${day}-${(keys.url ?? keys.headline).slice(0, digits)}`
}
