import { createHash } from 'node:crypto'
import type { Published } from '../../src/domain/article.ts'
import type { CandidateWithMentions } from '../../src/domain/candidate.ts'
import type { Draft } from '../../src/domain/store.ts'
import type { TagField, TagType, TagWithMentions } from '../../src/domain/tag.ts'
import { fold } from '../../src/language/fold.ts'

export type DraftLink = { title: string; url?: string }

export type DraftOptions = {
  headline?: string | null
  /** RFC 3339, a local time or a day; null for undated. */
  at?: string | null
  url?: string | null
  publisher?: string | null
  language?: string
  kicker?: string | null
  paragraphs?: string[]
  tags?: TagWithMentions[]
  candidates?: CandidateWithMentions[]
  links?: DraftLink[]
  /** What tells two captures of one article apart. */
  footer?: string
}

/** A draft as the importer and the tagger would make it; what is not said is short and plain. */
export function makeDraft(options: DraftOptions = {}): Draft {
  const { headline = 'عنوان', at = '2020-10-02T16:43:00+03:00', url = null, tags = [], links = [] } = options
  const { kicker = null, paragraphs = ['فقرة أولى'], publisher = null, language = 'ar', footer = '' } = options
  const lines = [kicker, headline, at, ...paragraphs, ...links.map(({ title }) => title), footer].filter(Boolean)
  const bytes = Buffer.from(lines.join('\n'))
  return {
    article: {
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      publisher,
      url,
      authors: [],
      kicker,
      headline,
      published: publishedAt(at),
      updated: null,
      dateline: null,
      images: [],
      lead: paragraphs[0] ?? null,
      sections: [
        {
          number: 1,
          heading: null,
          blocks: paragraphs.map((text) => ({ type: 'paragraph' as const, text, lines: [1, 1] as [number, number] })),
        },
      ],
      related: links.map((link, at) => ({
        number: at + 1,
        label: 'اقرأ أيضاً',
        title: link.title,
        url: link.url ?? null,
        article: null,
        section: 1,
      })),
      capture: {
        sha256: sha256(bytes),
        mediaType: 'text/plain',
        bytes: bytes.length,
        name: 'capture.txt',
        url,
        capturedAt: null,
        importedAt: '2026-01-01T00:00:00.000Z',
        importer: '1',
      },
      notes: [],
    },
    tags,
    candidates: options.candidates ?? [],
    tagger: 'stamp-1',
    ledger: [{ line: 1, role: 'headline', rule: 'first-line', text: headline ?? '' }],
    keys: { url: url && sha256(url), headline: sha256(`${fold(headline ?? paragraphs.join('\n'))}\n${at}`) },
    titleKey: headline && sha256(fold(headline)),
    links: links.map((link, at) => ({
      number: at + 1,
      url: link.url ? sha256(link.url) : null,
      title: sha256(fold(link.title)),
    })),
    bytes,
  }
}

/** A tag that occurs once in each of `fields`. */
export function makeTag(id: string, fields: TagField[] = ['body']): TagWithMentions {
  const [type, name = ''] = id.split(':') as [TagType, string]
  return {
    id,
    type,
    label: { ar: `${name} بالعربية`, en: name.replaceAll('-', ' ') },
    ...(type === 'country' ? { code: name.toUpperCase() } : { country: null }),
    ...(type === 'actor' ? { kind: 'person' as const } : {}),
    wikidata: null,
    in: fields,
    mentions: fields.map((field) => ({ field, start: 0, end: 4, text: name, evidence: 'name' as const })),
    evidence: { name: fields.length },
    score: 0.5,
  }
}

function publishedAt(at: string | null): Published | null {
  if (at === null) return null
  return { at, timeZone: null, zoneFrom: null, precision: at.includes('T') ? 'minute' : 'day', raw: at }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
