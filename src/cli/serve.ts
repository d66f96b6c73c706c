import closeWithGrace from 'close-with-grace'
import { createLog, openArchive, shippedCaptures, startServer } from '../compose.ts'
import { readConfig } from '../config.ts'
import { findCaptures } from './captures.ts'
import { onHangup } from './hangup.ts'
import { importCaptures } from './import.ts'
import { findInputs } from './inputs.ts'
import { createReload } from './reload.ts'

/** A server that has not closed by then is ended. */
const CLOSE_WITHIN = 10_000

type Environment = Record<string, string | undefined>

export async function runServe(env: Environment): Promise<null> {
  const config = readConfig(env)
  const log = await createLog(config)
  const archive = await openArchive(config, 'requests')
  const before = await archive.store.countArchive()
  if (before.captures === 0) {
    const options = { url: null, format: null, limit: config.captureLimit }
    const summary = await importCaptures(findCaptures(findInputs([shippedCaptures()]), options), archive.ingest, {})
    log.info(summary, 'imported the captures that ship with Khabar')
  }
  const server = await startServer(archive, config, log).catch(async (error) => {
    await archive.close()
    throw error
  })
  const { articles } = await archive.store.countArchive()
  process.stdout.write(
    `Khabar listens on ${server.address} with ${articles} ${articles === 1 ? 'article' : 'articles'}.\n`,
  )
  process.stdout.write(`Try: curl '${server.address}/v1/articles?country=am&fields=id,headline'\n`)
  const delay = CLOSE_WITHIN + config.drainSeconds * 1000
  const { close } = closeWithGrace(
    { delay, logger: { error: (error) => log.error(error) }, skip: ['SIGHUP'] },
    async ({ signal, err }) => {
      if (err) log.error(err, 'closing after an error')
      else log.info({ signal }, 'closing')
      await server.close()
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
