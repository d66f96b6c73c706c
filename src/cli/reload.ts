import type { Archive, createLog } from '../compose.ts'

type Log = Awaited<ReturnType<typeof createLog>>

/**
 * What reads the gazetteer anew, once at a time, and tells the log what came of it. A gazetteer with a fault is refused
 * whole, and the one before stays in use.
 */
export function createReload({ reloadGazetteer }: Pick<Archive, 'reloadGazetteer'>, log: Log): () => void {
  let last = Promise.resolve()
  const reload = async () => {
    try {
      const entries = await reloadGazetteer()
      log.info({ entries }, 'read the gazetteer anew; khabar retag applies it to the articles that are there')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ reason }, 'the gazetteer is refused; the one before stays in use')
    }
  }
  return () => {
    last = last.then(reload)
  }
}
