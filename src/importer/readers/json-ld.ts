import type { Metadata, Stated, StatedImage } from '../metadata.ts'
import { parseTolerant } from './tolerant-json.ts'

type Thing = Record<string, unknown>

/** Things of a page beyond which nothing more is read. */
const MOST_THINGS = 500
const ARTICLE = /(?:Article|BlogPosting|Report|Posting|NewsStory)$/

/** What the page's schema.org JSON-LD says of the article: of several articles the one that says most. */
export function readJsonLd(scripts: string[]): Partial<Metadata> {
  const things = scripts.flatMap((script) => thingsIn(parseTolerant(script))).slice(0, MOST_THINGS)
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])))
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)))
  const article = articles.sort((one, other) => weight(other) - weight(one))[0]
  return article === undefined ? brokenArticle(scripts) : describe(article, byId)
}

/** The things of a graph, and what they are mainly about, however nested. */
function thingsIn(data: unknown, depth = 0): Thing[] {
  if (depth > 6 || typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) return data.slice(0, MOST_THINGS).flatMap((item) => thingsIn(item, depth + 1))
  const thing = data as Thing
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'hasPart'].flatMap((name) =>
    thingsIn(thing[name], depth + 1),
  )
  return [thing, ...inner]
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).map(String)
}

function weight(thing: Thing): number {
  const isNews = typesOf(thing).some((type) => /NewsArticle|Report/.test(type)) ? 1 : 0
  const said = ['headline', 'datePublished', 'author', 'articleBody'].filter((name) => thing[name] !== undefined)
  return said.length * 2 + isNews
}

function describe(article: Thing, byId: Map<unknown, Thing>): Partial<Metadata> {
  const resolve = (value: unknown) => listOf(value).map((item) => byId.get((item as Thing)?.['@id']) ?? item)
  const names = (value: unknown) => resolve(value).flatMap((item) => textsOf(item, ['name']))
  return {
    headlines: stated(textsOf(article, ['headline', 'name']).slice(0, 1)),
    authors: stated([...names(article.author), ...(article.author === undefined ? names(article.creator) : [])]),
    published: stated(textsOf(article, ['datePublished', 'dateCreated', 'uploadDate'])),
    updated: stated(textsOf(article, ['dateModified'])),
    publishers: stated(names(article.publisher)),
    sections: stated(listOf(article.articleSection).flatMap((item) => textsOf(item, ['name']))),
    urls: stated([
      ...textsOf(article, ['url']),
      ...listOf(article.mainEntityOfPage).flatMap((item) => textsOf(item, ['@id'])),
    ]),
    languages: stated(listOf(article.inLanguage).flatMap((item) => textsOf(item, ['alternateName', 'name']))),
    images: resolve(article.image).flatMap(imageOf),
  }
}

function stated(values: string[]): Stated[] {
  return values.map((value) => ({ value, from: 'json-ld' }))
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** The texts of a thing by those names; a bare string is its own name. */
function textsOf(value: unknown, names: string[]): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return names
    .flatMap((name) => listOf((value as Thing)[name]))
    .filter((text): text is string => typeof text === 'string')
}

function imageOf(value: unknown): StatedImage[] {
  const [url] = textsOf(value, ['contentUrl', 'url', '@id'])
  if (url === undefined) return []
  const [caption = null] = typeof value === 'string' ? [] : textsOf(value, ['caption', 'description'])
  const [credit = null] = typeof value === 'string' ? [] : textsOf(value, ['creditText', 'copyrightNotice'])
  return [{ url, caption, credit }]
}

/** What single properties say where the whole cannot be read, e.g. for a quotation mark that was not escaped. */
function brokenArticle(scripts: string[]): Partial<Metadata> {
  const broken = scripts.find((script) => /"(?:\w+)?(?:Article|BlogPosting)"/.test(script)) ?? ''
  const property = (name: string) =>
    stated(
      [...broken.matchAll(new RegExp(`"${name}"\\s{0,9}:\\s{0,9}"([^"\\n]{1,300})"`, 'g'))]
        .map((match) => match[1] as string)
        .slice(0, 1),
    )
  return { headlines: property('headline'), published: property('datePublished'), updated: property('dateModified') }
}
