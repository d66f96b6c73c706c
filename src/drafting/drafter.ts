import type { Capture } from '../domain/capture.ts'
import type { KhabarError } from '../domain/error.ts'
import type { Draft } from '../domain/store.ts'
import { type Reader, tryDraft } from '../ingest.ts'
import { createPool, type PoolOptions } from './pool.ts'

export type DrafterOptions = PoolOptions & {
  /** Captures that are read on this thread before others are started: a few are read sooner than a thread comes up. */
  few: number
  /** Bytes from which on a capture is never read on this thread. */
  large: number
}

/** Reads and tags captures, here or on other threads, whichever suits. Never throws: a refused capture is its error. */
export type Drafter = { draft(capture: Capture): Promise<Draft | KhabarError>; close(): Promise<void> }

export function createDrafter(reader: Reader, { few, large, ...options }: DrafterOptions): Drafter {
  const pool = createPool(options)
  let here = 0
  return {
    async draft(capture) {
      const { length } = capture.bytes
      // A capture over the limit is refused at once, wherever.
      const isHere = length > reader.captureLimit || (length < large && here < few)
      if (!isHere) {
        // The threads have a gazetteer each: where no more are read here, this one would only take memory.
        if (here >= few) reader.unload()
        return pool.draft(capture)
      }
      here++
      return tryDraft(capture, reader)
    },
    close: pool.close,
  }
}
