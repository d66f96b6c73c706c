import type { Capture } from '../domain/capture.ts'
import { type ErrorCode, type Fault, KhabarError } from '../domain/error.ts'
import type { Draft } from '../domain/store.ts'
import type { GazetteerFile } from '../tagging/gazetteer-file.ts'

/** What a worker is started with: the gazetteer's files with their content, so that it reads no file itself. */
export type WorkerSetup = { files: readonly GazetteerFile[]; captureLimit: number }

/** To a worker: a capture. From it: first 'ready', then for each capture in turn what it came to, without its bytes. */
export type Question = Capture
export type Answer =
  | 'ready'
  | { draft: Omit<Draft, 'bytes'> }
  | { refusal: { code: ErrorCode; message: string; faults: Fault[]; cause: string } }

export function toAnswer(result: Draft | KhabarError): Answer {
  if (!(result instanceof KhabarError)) {
    const { bytes: _, ...draft } = result
    return { draft }
  }
  const { code, message, faults, cause } = result
  return { refusal: { code, message, faults, cause: String(cause instanceof Error ? cause.stack : cause) } }
}

export function fromAnswer(answer: Exclude<Answer, 'ready'>, bytes: Uint8Array): Draft | KhabarError {
  if ('draft' in answer) return { ...answer.draft, bytes }
  const { code, message, faults, cause } = answer.refusal
  return new KhabarError(code, message, { faults, cause })
}
