import type { IncomingMessage } from 'node:http'

/** Bytes of a refused body that are read all the same. */
export const MOST_DISCARDED = 64 * 1_048_576

/**
 * Goes on reading a body that was refused, and keeps nothing of it: most clients look for an answer only once they have
 * sent all, and one whose connection is cut before gets a reset in place of a 413. A longer body ends the connection;
 * one that comes too slowly runs into the time limit of requests.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return
  let left = MOST_DISCARDED
  request.on('data', ({ length }: Buffer) => {
    left -= length
    if (left < 0) request.socket.destroy()
  })
}
