import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { type Archive, createLog, openArchive, shippedCaptures, startServer } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import { findCaptures } from './captures.ts'
import { counted } from './counted.ts'
import { onHangup } from './hangup.ts'
import { importCaptures } from './import.ts'
import { findInputs } from './inputs.ts'
import { keepIndexed } from './keep-indexed.ts'
import { createReload } from './reload.ts'

/** Milliseconds. A server that has not closed by then is ended. */
export const CLOSE_WITHIN = 10_000

export type ServeOptions = { workers: number }
export type Log = Awaited<ReturnType<typeof createLog>>
type Environment = Record<string, string | undefined>

export async function runServe({ workers }: ServeOptions, env: Environment): Promise<number | null> {
  const config = readConfig(env)
  const log = await createLog(config)
  if (cluster.isWorker) return (await import('./serve-worker.ts')).serveAsWorker(config, log)
  if (workers === 1) return serveAlone(config, log)
  const articles = await prepareArchive(config, log)
  return (await import('./supervise.ts')).superviseWorkers({ workers, articles }, config, log)
}

async function serveAlone(config: Config, log: Log): Promise<null> {
  const archive = await openArchive(config, 'requests')
  await fillEmpty(archive, config, log)
  const server = await startServer(archive, config, log).catch(async (error) => {
    await archive.close()
    throw error
  })
  const indexing = keepIndexed(archive.store, log)
  const { articles } = await archive.store.countArchive()
  announce(server.address, articles, 1)
  const { close } = closeWithGrace(
    { delay: closingTime(config), logger: { error: (error) => log.error(error) }, skip: ['SIGHUP'] },
    async ({ signal, err }) => {
      if (err) log.error(err, 'closing after an error')
      else log.info({ signal }, 'closing')
      await server.close()
      await indexing.stop()
      await archive.close()
    },
  )
  const reloadGazetteer = createReload(archive, log)
  const reload = () => {
    server.rereadTokens()
    reloadGazetteer()
  }
  onHangup({ reload, end: close })
  return null
}

/** What is done once for all workers. Answers the number of articles. */
async function prepareArchive(config: Config, log: Log): Promise<number> {
  const archive = await openArchive(config)
  try {
    await fillEmpty(archive, config, log)
    return (await archive.store.countArchive()).articles
  } finally {
    await archive.close()
  }
}

async function fillEmpty({ store, ingest }: Archive, config: Config, log: Log): Promise<void> {
  if ((await store.countArchive()).captures > 0) return
  const options = { url: null, format: null, limit: config.captureLimit }
  const summary = await importCaptures(findCaptures(findInputs([shippedCaptures()]), options), ingest, {})
  log.info(summary, 'imported the captures that ship with Khabar')
}

export function announce(address: string, articles: number, workers: number): void {
  const by = workers === 1 ? '' : `, by ${workers} workers`
  process.stdout.write(`Khabar listens on ${address} with ${counted(articles, 'article')}${by}.\n`)
  process.stdout.write(`Try: curl '${address}/v1/articles?country=am&fields=id,headline'\n`)
}

export function closingTime({ drainSeconds }: Config): number {
  return CLOSE_WITHIN + drainSeconds * 1000
}
