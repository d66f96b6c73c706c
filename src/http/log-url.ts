/** Parameters that have no business in an address, but are put there: `?token=…`, `?api_key=…`. */
const SECRET_PARAMETER = /([?&][^=&]*(?:token|key|secret|passw|auth|signature)[^=&]*=)[^&]*/gi

/** An address as the log may have it: what looks like a secret is masked. */
export function withoutSecrets(url: string): string {
  return url.includes('?') ? url.replace(SECRET_PARAMETER, '$1***') : url
}

/** The address without its query, which may hold what someone searched for. */
export function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}
