/** The first interrupt lets the batch under way be kept; a second one ends the process as usual. */
export function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  process.once('SIGTERM', () => controller.abort())
  return controller.signal
}
