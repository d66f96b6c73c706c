/** One `name=value` of a query string; `value` is null where its bytes are not percent-encoded UTF-8. */
export type QueryEntry = { name: string; value: string | null }

/** A query string as it was written, for a schema to judge. */
export type Query = { entries: readonly QueryEntry[] }

/** What a request without a query string has: one object, so that the validator can tell by identity. */
export const NO_QUERY: Query = Object.freeze({ entries: [] })

/** Reads a query string and judges nothing: never throws, since the router calls it outside of any error handler. */
export function parseQueryString(text: string): Query {
  if (text === '') return NO_QUERY
  const pairs = text.split('&').filter((pair) => pair !== '')
  return { entries: pairs.map(parsePair) }
}

function parsePair(pair: string): QueryEntry {
  const at = pair.indexOf('=')
  const name = at === -1 ? pair : pair.slice(0, at)
  return { name: decode(name) ?? name, value: decode(at === -1 ? '' : pair.slice(at + 1)) }
}

/** Node gives each raw byte above 127 as one character, e.g. of `curl '…?q=إسطنبول'`; they are read as UTF-8 too. */
function decode(text: string): string | null {
  const escaped = text
    .replaceAll('+', ' ')
    .replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
  try {
    const decoded = decodeURIComponent(escaped)
    return decoded.includes('\0') ? null : decoded
  } catch {
    return null
  }
}
