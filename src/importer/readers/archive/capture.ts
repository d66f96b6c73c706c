import type { Capture, MediaType } from '../../../domain/capture.ts'
import { KhabarError } from '../../../domain/error.ts'
import { formatOfBytes, MEDIA_TYPE_OF } from '../../../domain/format.ts'
import { readHttpMessage } from './http-message.ts'
import type { RawRecord } from './records.ts'
import { recordRefusal } from './refusal.ts'

/** Records that may hold a page; all others (requests, metadata, revisits, the archive's own) are about them. */
const PAGE_RECORDS = ['response', 'resource', 'conversion']

const MEDIA_TYPES: Record<string, MediaType> = {
  'text/plain': 'text/plain',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
}

type Payload = { contentType: string | null; body: Uint8Array }
type Options = { name: string; limit: number }

/**
 * The capture that a record holds; null for a record that by its type holds none.
 * @throws KhabarError 'no_article' or 'too_large' for a page that cannot be one of an article
 */
export async function captureOf({ record, block }: RawRecord, { name, limit }: Options): Promise<Capture | null> {
  const { statusline, headers } = record.warcHeaders
  if (!/^WARC\/[01]\.\d+$/.test(statusline))
    throw recordRefusal('version', 'The record is of a version that is not known.')
  const type = record.warcType ?? ''
  const target = record.warcTargetURI ?? null
  if (block instanceof KhabarError && block.code !== 'too_large') throw block
  if (!PAGE_RECORDS.includes(type)) return null
  const url = urlOf(target)
  if (block instanceof KhabarError) throw block
  const isHttp = type === 'response' && /^https?:/i.test(target ?? '')
  const payload = isHttp
    ? await answerOf(block, limit)
    : { contentType: headers.get('Content-Type') ?? null, body: block }
  const mediaType = mediaTypeOf(payload)
  if (payload.body.length > limit) {
    throw new KhabarError('too_large', `The record has ${payload.body.length} bytes; at most ${limit} are read.`)
  }
  const capturedAt = dateOf(record.warcDate ?? null)
  return { bytes: payload.body, mediaType, charset: charsetOf(payload.contentType), name, url, capturedAt }
}

async function answerOf(block: Uint8Array, limit: number): Promise<Payload> {
  const { status, ...payload } = await readHttpMessage(block, limit)
  if (status !== 200 && status !== 203)
    throw recordRefusal(`http_${status}`, `The server answered with status ${status}.`)
  return payload
}

/** As declared, else by the first bytes. */
function mediaTypeOf({ contentType, body }: Payload): MediaType {
  const declared = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (declared === '') {
    const format = formatOfBytes(body)
    return format === 'warc' ? 'text/plain' : MEDIA_TYPE_OF[format]
  }
  const known = MEDIA_TYPES[declared]
  if (known === undefined)
    throw recordRefusal('media_type', `The record is ${declared.slice(0, 80)}, no text and no page.`)
  return known
}

/** The label as it stands; what it means, the reader of text knows. */
function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:+-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null
}

/** null for a file's address; anything else that is no page's address is refused, e.g. "dns:", "urn:", "/robots.txt". */
function urlOf(target: string | null): string | null {
  if (target === null || /^file:/i.test(target)) return null
  if (!/^https?:/i.test(target)) throw recordRefusal('no_page', 'The record is about something that is no page.')
  const url = URL.canParse(target) ? new URL(target) : null
  if (url?.pathname === '/robots.txt') throw recordRefusal('robots', 'The record is what crawlers are told.')
  return url === null || target.length > 2048 || /[\s\p{Cc}]/u.test(target) ? null : target
}

function dateOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
