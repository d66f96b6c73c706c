import { createHash } from 'node:crypto'
import type { GazetteerFile } from './gazetteer-file.ts'

/** Of the tagger's rules: to be raised with each change of a rule that changes tags, so that `khabar retag` applies it. */
export const TAGGER_VERSION = 4

/** Tells what articles are tagged with: 16 hexadecimal digits that change with the gazetteer's files and the rules. */
export function stampOf(files: readonly GazetteerFile[]): string {
  const hash = createHash('sha256').update(`${TAGGER_VERSION}`)
  for (const { text } of files) hash.update('\0').update(text)
  return hash.digest('hex').slice(0, 16)
}
