/** A path with its parameters sorted by name and written in one way; undefined ones are left out. */
export function urlOf(path: string, parameters: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(parameters)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${escapeValue(value)}`)
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** Leaves `:`, `,` and `/` readable, which a query may hold as they are (RFC 3986, 3.4). */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|2C|2F)/g, decodeURIComponent)
}

export type PageLinks = { self: string; next: string | null; prev: string | null }

/** The links of a page whose query is `parameters`, of which only the cursor changes; `self` is its address. */
export function pageLinks(
  path: string,
  self: string,
  parameters: Record<string, string | undefined>,
  page: { next: string | null; prev: string | null },
): PageLinks {
  const at = (cursor: string | null) => (cursor === null ? null : urlOf(path, { ...parameters, cursor }))
  return { self, next: at(page.next), prev: at(page.prev) }
}

/** The same as a `Link` header (RFC 8288); the addresses are ASCII and hold no `>`. */
export function linkHeader(links: PageLinks): string {
  return Object.entries(links)
    .filter(([, url]) => url !== null)
    .map(([rel, url]) => `<${url}>; rel="${rel}"`)
    .join(', ')
}
