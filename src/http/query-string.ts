/** A query string as it was written, for a schema to judge. */
export type Query = { text: string }

/** One `name=value` of a query string; `value` is null where its bytes are not percent-encoded UTF-8. */
export type QueryEntry = { name: string; value: string | null }

/** What a request without a query string has: one object, so that the validator can tell by identity. */
export const NO_QUERY: Query = Object.freeze({ text: '' })

/** Only takes the text: the router calls it outside of any error handler, and most queries have been read before. */
export function takeQueryString(text: string): Query {
  return text === '' ? NO_QUERY : { text }
}

/** Reads a query string and judges nothing: never throws. */
export function readEntries({ text }: Query): QueryEntry[] {
  const pairs = text.split('&').filter((pair) => pair !== '')
  return pairs.map(readPair)
}

function readPair(pair: string): QueryEntry {
  const at = pair.indexOf('=')
  const name = at === -1 ? pair : pair.slice(0, at)
  return { name: decode(name) ?? name, value: decode(at === -1 ? '' : pair.slice(at + 1)) }
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return decoded.includes('\0') ? null : decoded
  } catch {
    return null
  }
}
