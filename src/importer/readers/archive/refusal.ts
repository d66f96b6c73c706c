import { KhabarError } from '../../../domain/error.ts'

/** Why a record gives no article; `code` is what such refusals are counted under. */
export function recordRefusal(code: string, reason: string, cause?: unknown): KhabarError {
  return new KhabarError('no_article', reason, {
    faults: [{ in: 'body', name: 'capture', code, detail: reason }],
    cause,
  })
}
