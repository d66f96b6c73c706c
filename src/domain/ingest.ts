import type { ParsedArticle } from './article.ts'
import type { Capture } from './capture.ts'
import type { KhabarError } from './error.ts'
import type { Draft, SaveResult } from './store.ts'

/**
 * What happens to a capture that reaches Khabar: it is read, tagged and kept. A capture with no article in it is
 * refused with KhabarError `no_article` and a fault that says why (`empty`, `binary`, `not_utf8` or `furniture_only`)
 * and at which line; one over the limit with `too_large`.
 */
export interface Ingest {
  /** The article as it would be kept if it were new: its own id, revision 1, no related link resolved. Keeps nothing. */
  preview(capture: Capture): Promise<ParsedArticle>
  /** @throws KhabarError as above */
  importCapture(capture: Capture): Promise<SaveResult>
  /** Reads captures, several at once; those that the archive has are not read again, and refused ones are their error. */
  prepareCaptures(captures: readonly (Capture | KhabarError)[]): Promise<Prepared[]>
  /** Keeps in one transaction, in their order, all that were prepared and hold an article. */
  keepCaptures(prepared: readonly Prepared[]): Promise<(SaveResult | KhabarError)[]>
}

/** A capture that was read; or what the archive already has of it; or why it holds no article. */
export type Prepared = Draft | SaveResult | KhabarError
