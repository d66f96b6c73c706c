import type { MediaType } from './capture.ts'

/** What a file of captures holds: a text, a page, or a web archive with many of either. */
export const FORMATS = ['text', 'html', 'warc'] as const
export type Format = (typeof FORMATS)[number]

/** By a file's ending, behind which ".gz" may stand. */
const ENDINGS: Record<string, Format> = {
  txt: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  warc: 'warc',
  wet: 'warc',
}

/** How a page begins, behind a byte order mark, white space, an XML declaration and comments. */
const HTML_START =
  /^\uFEFF?\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,1000}|<!--[^>]{0,1000}-->\s{0,1000}){0,3}<(?:!doctype\s+html|html|head|body|meta|title)\b/i

/** e.g. "story.HTML.gz" → 'html'; null for an ending that says nothing. */
export function formatOfName(name: string): Format | null {
  const ending = /\.([a-z]{1,5})(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? null : (ENDINGS[ending] ?? null)
}

/** By the first bytes, unpacked: a web archive and a page say what they are, all else is text. */
export function formatOfBytes(start: Uint8Array): Format {
  const text = new TextDecoder('latin1').decode(start.subarray(0, 4096)).replace(/^ï»¿/, '')
  if (/^WARC\/\d/.test(text)) return 'warc'
  return HTML_START.test(text) ? 'html' : 'text'
}

export const MEDIA_TYPE_OF = { text: 'text/plain', html: 'text/html' } satisfies Record<
  Exclude<Format, 'warc'>,
  MediaType
>
