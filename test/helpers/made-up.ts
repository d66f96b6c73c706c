import type { Draft } from '../../src/domain/store.ts'
import { draftOf } from '../../src/ingest.ts'
import { textCapture } from './captures.ts'
import { reader } from './reader.ts'

/** A headline and two different paragraphs, for captures of which only one line matters. */
export const HEADLINE = 'A headline that says what has happened in town'
export const BODY =
  'The first paragraph is long enough to be read as running text, for it goes on and on until it has well over a hundred letters.'
export const MORE =
  'A second paragraph follows it, and it too is long enough to be counted as text, since it ends only after this clause.'

/** What the importer and the tagger make of a text capture. */
export function readText(text: string, url: string | null = null): Draft {
  return draftOf(textCapture(text, null, url), reader)
}
