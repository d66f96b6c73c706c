import type { ArticleDraft, Note, RelatedLink, Section } from '../domain/article.ts'
import type { Capture, LedgerLine } from '../domain/capture.ts'
import type { Lexicon } from '../domain/lexicon.ts'
import { detectLanguage } from '../language/detect.ts'
import { findAuthors } from './finders/authors.ts'
import { findBody } from './finders/body.ts'
import { findDateline, findSource, isDateline } from './finders/dateline.ts'
import { claimFurniture } from './finders/furniture.ts'
import { findHeadline } from './finders/headline.ts'
import { findImages } from './finders/images.ts'
import { findKicker } from './finders/kicker.ts'
import { findDateLine } from './finders/published-at.ts'
import { type FoundLink, findRelated } from './finders/related.ts'
import { buildSections, claimStandfirst, leadOf, widenBody } from './finders/sections.ts'
import { hashOf } from './identity.ts'
import { mergeAuthors } from './markup/authors.ts'
import { claimMarkedFurniture, claimMarkedText, findMarkedBody } from './markup/body.ts'
import { mergeDates } from './markup/dates.ts'
import { findMarkedHeadline } from './markup/headline.ts'
import { findMarkedImages } from './markup/images.ts'
import { languageOf, publisherOf, sectionOf, urlOf } from './markup/stated.ts'
import { type Metadata, NO_METADATA } from './metadata.ts'
import { claim, createPage, freeLines, ledgerOf, type Page, type RawLine, type Region } from './page.ts'
import { readHtml } from './readers/html.ts'
import { refusal } from './readers/refusal.ts'
import { readText } from './readers/text.ts'
import { readDump } from './refiners/dump-marks.ts'
import { joinWrapped } from './refiners/join-wrapped.ts'

/** The version of the rules; kept with each article, so that a later one can be compared line by line. */
export const IMPORTER_VERSION = '5'

export type Imported = { article: ArticleDraft; ledger: LedgerLine[] }

/**
 * Reads a capture: its article, and what became of each line. Nothing is read, fetched or asked but the arguments.
 * @throws KhabarError 'no_article' where the bytes are no text or no line of it reads as an article's
 */
export function readCapture(capture: Capture, context: { lexicon: Lexicon; now: Date }): Imported {
  const { groups, metadata, notes } = readLines(capture)
  const page = createPage(groups, context.lexicon)
  page.notes.push(...notes)
  const parts = findParts(page, capture, metadata)
  const info = describeCapture(capture, context.now)
  return { article: { ...parts, capture: info, notes: page.notes }, ledger: ledgerOf(page) }
}

/** The lines of a capture by its reader, and what a page states of itself. */
function readLines(capture: Capture): { groups: RawLine[][]; metadata: Metadata; notes: Note[] } {
  if (capture.mediaType === 'text/html') {
    const { lines, ...rest } = readHtml(capture)
    return { groups: lines.map((line) => [line]), ...rest }
  }
  const { lines, notes } = readText(capture)
  return { groups: readDump(joinWrapped(lines)), metadata: NO_METADATA, notes }
}

/** The finders in their order; each claims its lines, and what is claimed is no longer looked at. */
function findParts(
  page: Page,
  { url, capturedAt }: Pick<Capture, 'url' | 'capturedAt'>,
  metadata: Metadata,
): Omit<ArticleDraft, 'capture' | 'notes'> {
  // Known by their words alone, wherever they stand; so they come before anything that is told by its neighbours.
  claimMarkedFurniture(page)
  claimFurniture(page)
  const links = findRelated(page)
  const isMarked = page.lines.some(({ hint }) => hint?.isContent)
  // All else is placed relative to the body.
  const body = findMarkedBody(page) ?? findBody(page)
  // The date before the headline, which stands near it; both before the short lines around them.
  const {
    published,
    updated,
    line: dateLine,
  } = mergeDates(page, body, findDateLine(page, body, url ?? urlOf(metadata), capturedAt), metadata)
  // Captions look like headlines, but a file name, an alternative text or a credit gives them away.
  const marked = findMarkedHeadline(page, body, metadata)
  const images = isMarked
    ? findMarkedImages(page, body, metadata)
    : findImages(page, body, (line) => isDateline(page, line))
  const headline = marked === null ? findHeadline(page, body, dateLine) : marked.line
  const kicker = findKicker(page, headline)
  const authors = mergeAuthors(page, body, findAuthors(page, body, headline, dateLine), metadata)
  const top = Math.max(headline?.index ?? 0, dateLine !== null && dateLine.index < body.start ? dateLine.index : 0) + 1
  if (!isMarked) widenBody(page, body, top)
  const { dateline: opening, author } = findDateline(page, body, headline, dateLine)
  const dateline = findSource(page, body, opening)
  // What is left between headline and body in whole sentences is text of the article.
  claimStandfirst(page, headline === null ? body.start : headline.index + 1, body)
  claimMarkedText(page, body)
  const sections = buildSections(page, body, links)
  const lead = leadOf(sections)
  if (lead === null) noteNoText(page, published !== null && (marked ?? headline) !== null)
  claimRest(page, body)
  return {
    ...languageOf(detectLanguage(bodyText(sections)), metadata),
    publisher: publisherOf(metadata),
    url: url ?? urlOf(metadata),
    authors: author === null || authors.length > 0 ? authors : [{ name: author }],
    kicker: kicker ?? sectionOf(metadata),
    headline: marked?.text ?? headline?.text ?? null,
    published,
    updated,
    dateline,
    images,
    lead,
    sections,
    related: numberLinks(links, sections),
  }
}

/** A page behind a wall, or empty without its scripts, may still say what the article is called and when it appeared. */
function noteNoText(page: Page, isKnown: boolean): void {
  const reason = 'the capture has no text of the article'
  if (!isKnown) throw refusal('no_text', `No headline with a date, and ${reason}.`, 1)
  page.notes.push({ rule: 'no-text', line: null, reason })
}

/** What no rule knew stands outside the article. */
function claimRest(page: Page, body: Region): void {
  for (const line of freeLines(page))
    claim(page, line, 'furniture', line.index < body.start ? 'above-body' : 'below-body')
}

function numberLinks(links: FoundLink[], sections: Section[]): RelatedLink[] {
  const places = new Map<number, number>()
  for (const { number, blocks } of sections) {
    for (const block of blocks) if (block.type === 'related') places.set(block.related, number)
  }
  return links.map(({ label, title, url }, index) => {
    const number = index + 1
    return { number, label, title, url, article: null, section: places.get(number) ?? null }
  })
}

function bodyText(sections: Section[]): string {
  return sections
    .flatMap(({ blocks }) => blocks.map((block) => (block.type === 'related' ? '' : block.text)))
    .join('\n')
}

function describeCapture(capture: Capture, now: Date): ArticleDraft['capture'] {
  return {
    sha256: hashOf(capture.bytes),
    mediaType: capture.mediaType,
    ...(capture.charset === null ? {} : { charset: capture.charset }),
    bytes: capture.bytes.length,
    name: capture.name,
    url: capture.url,
    capturedAt: capture.capturedAt,
    importedAt: now.toISOString(),
    importer: IMPORTER_VERSION,
  }
}
