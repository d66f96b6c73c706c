/** What lets a client write. The name stands in the log, the secret nowhere. */
export type Token = { name: string; secret: string }

/** What an Authorization header can carry (RFC 6750). */
const SECRET = /^[\w.~+/-]+=*$/

export function isSecret(text: string): boolean {
  return SECRET.test(text)
}
