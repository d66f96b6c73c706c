import { createHash } from 'node:crypto'
import type { ArticleDraft, Published } from '../domain/article.ts'
import type { ArticleKeys, LinkKeys } from '../domain/identity.ts'
import { foldedWords } from '../language/tokenise.ts'

/** Parameters that tell how a reader came to a page, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)$/

/**
 * By what the article is known again, and what its title is compared with by other articles' links:
 * by words alone, as quotation marks and dashes differ between a headline and the link that quotes it.
 */
export function keysOf(article: ArticleDraft): { keys: ArticleKeys; titleKey: string | null; links: LinkKeys[] } {
  const title = article.headline === null ? null : foldedWords(article.headline)
  const text = title ?? foldedWords(article.lead ?? '')
  return {
    keys: {
      url: article.url === null ? null : hashOf(canonicalUrl(article.url)),
      headline: hashOf(`${text}\n${instantOf(article.published)}`),
    },
    titleKey: title === null ? null : hashOf(title),
    links: article.related.map((link) => ({
      number: link.number,
      url: link.url === null ? null : hashOf(canonicalUrl(link.url)),
      title: hashOf(foldedWords(link.title)),
    })),
  }
}

/** The URL without what does not tell pages apart: scheme, "www.", fragment, tracking parameters, trailing slash. */
export function canonicalUrl(text: string): string {
  const url = new URL(text)
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  return url.host.replace(/^www\./, '') + samePath(url.pathname) + url.search
}

/** Percent-encoding is written in either case, and Arabic paths with it or without. */
function samePath(path: string): string {
  try {
    return encodeURI(decodeURI(path)).replace(/\/+$/, '')
  } catch {
    return path
  }
}

/** One text for one instant, whatever the offset that it is written with. */
function instantOf(published: Published | null): string {
  if (published === null) return ''
  return /[+-]\d\d:\d\d$/.test(published.at) && published.precision !== 'day'
    ? new Date(published.at).toISOString()
    : published.at
}

/** SHA-256 in hex. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
