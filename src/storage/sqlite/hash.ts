import { createHash } from 'node:crypto'

/** SHA-256 of all parts together. */
export function sha256(encoding: 'hex' | 'base64url', ...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest(encoding)
}
