import { type Metadata, NO_METADATA, type Stated } from '../metadata.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { readJsonLd } from './json-ld.ts'

type Field = Exclude<keyof Metadata, 'images'>

/** Names of meta elements, by name, property or itemprop, in lower case; the most trusted first. */
const META: Record<Field, string[]> = {
  headlines: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'headline'],
  authors:
    'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl article.author creator cxenseparse:author'.split(
      ' ',
    ),
  published:
    'article:published_time datepublished og:published_time article.published article:published pubdate publishdate publish-date publish_date publication_date publicationdate parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date dcterms.created dcterms.date dc.date.created originalpublicationdate cxenseparse:recs:publishtime cxenseparse:publishtime date date.published datecreated'.split(
      ' ',
    ),
  updated:
    'article:modified_time datemodified og:updated_time article.updated article:modified lastmod last-modified dcterms.modified dc.date.modified date.modified'.split(
      ' ',
    ),
  publishers: [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'dcterms.publisher',
    'apple-mobile-web-app-title',
    'publisher',
  ],
  sections: ['article:section', 'parsely-section', 'sailthru.section', 'section', 'cxenseparse:section'],
  urls: ['og:url', 'twitter:url'],
  languages: ['og:locale', 'content-language', 'language', 'dc.language', 'inlanguage'],
}
const FIELDS = new Map(
  Object.entries(META).flatMap(([field, names]) => names.map((name, rank) => [name, { field: field as Field, rank }])),
)

/** All that the page says of itself: JSON-LD first, then meta elements, microdata, and what its head has besides. */
export function readMetadata(document: DomDocument, jsonLd: string[], lang: string | null): Metadata {
  const found = [readJsonLd(jsonLd), readMeta(document), readMicrodata(document), readHead(document, lang)]
  const metadata = { ...NO_METADATA }
  for (const field of Object.keys(NO_METADATA) as (keyof Metadata)[]) {
    metadata[field] = found.flatMap((part) => (part[field] ?? []) as never[])
  }
  return metadata
}

function readMeta(document: DomDocument): Partial<Metadata> {
  const found: Partial<Record<Field, (Stated & { rank: number })[]>> = {}
  const images: Metadata['images'] = []
  for (const meta of document.querySelectorAll('meta')) {
    const value = meta.getAttribute('content')?.trim() ?? ''
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    if (value === '' || value.length > 1000) continue
    if (name === 'og:image' || name === 'twitter:image') images.push({ url: value, caption: null, credit: null })
    const known = FIELDS.get(name)
    if (known === undefined) continue
    found[known.field] ??= []
    found[known.field]?.push({ value, from: name, rank: known.rank })
  }
  for (const list of Object.values(found)) list.sort((one, other) => one.rank - other.rank)
  return { ...found, images }
}

/** Items of schema.org in attributes, those of the first article only: its teasers are articles too. */
function readMicrodata(document: DomDocument): Partial<Metadata> {
  const article = document.querySelector('[itemtype*="Article"], [itemtype*="BlogPosting"]')
  if (article === null) return {}
  const values = (name: string, limit = 1) =>
    [...article.querySelectorAll(`[itemprop~="${name}"]`)]
      .slice(0, limit)
      .flatMap((element) => stateOf(element, 'microdata'))
  return {
    headlines: values('headline'),
    authors: values('author', 5),
    published: values('datePublished'),
    updated: values('dateModified'),
  }
}

function stateOf(element: DomElement, from: string): Stated[] {
  const named = element.querySelector('[itemprop~="name"]') ?? element
  const value = named.getAttribute('content') ?? named.getAttribute('datetime') ?? named.textContent
  return value.trim() === '' || value.length > 300 ? [] : [{ value: value.trim(), from }]
}

function readHead(document: DomDocument, lang: string | null): Partial<Metadata> {
  const title = document.querySelector('title')?.textContent.trim() ?? ''
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  return {
    headlines: title === '' ? [] : [{ value: title, from: 'title' }],
    urls: canonical === '' ? [] : [{ value: canonical, from: 'canonical' }],
    languages: lang === null ? [] : [{ value: lang, from: 'lang' }],
  }
}
