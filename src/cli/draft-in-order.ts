import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import type { Draft } from '../domain/store.ts'
import type { Found } from './captures.ts'

/** Captures that are read at once, and their bytes. */
const AHEAD = 64
const AHEAD_BYTES = 16 * 1024 * 1024

export type Drafted = { path: string; result: Draft | KhabarError }

/** Reads captures, several at once, and gives what they come to in the order of the captures. */
export async function* draftInOrder(
  captures: AsyncIterable<Found>,
  draft: (capture: Capture) => Promise<Draft | KhabarError>,
  onSkipped = () => {},
): AsyncGenerator<Drafted> {
  const queue: { path: string; size: number; result: Promise<Draft | KhabarError> }[] = []
  let bytes = 0
  const next = async () => {
    const { path, size, result } = queue.shift() as (typeof queue)[number]
    bytes -= size
    return { path, result: await result }
  }
  for await (const { path, capture } of captures) {
    if (capture === null) {
      onSkipped()
      continue
    }
    const isRefused = capture instanceof KhabarError
    const size = isRefused ? 0 : capture.bytes.length
    bytes += size
    queue.push({ path, size, result: isRefused ? Promise.resolve(capture) : draft(capture) })
    while (queue.length >= AHEAD || (bytes > AHEAD_BYTES && queue.length > 0)) yield await next()
  }
  while (queue.length > 0) yield await next()
}
