import { KhabarError } from '../../domain/error.ts'

/** Why a capture holds no article, and at which line that shows. */
export function refusal(code: string, reason: string, line: number, cause?: unknown): KhabarError {
  return new KhabarError('no_article', `${reason} (line ${line})`, {
    faults: [{ in: 'body', name: 'capture', code, detail: reason, line }],
    cause,
  })
}
