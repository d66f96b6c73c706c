import closeWithGrace from 'close-with-grace'
import { openArchive, startServer } from '../compose.ts'
import type { Config } from '../config.ts'
import type { Peers, ProcessMetrics } from '../domain/peers.ts'
import { keepIndexed } from './keep-indexed.ts'
import { createReload } from './reload.ts'
import { closingTime, type Log } from './serve.ts'
import type { ToSupervisor, ToWorker } from './worker-message.ts'

/**
 * Serves under a supervisor, which says when to stop and to reload: a terminal sends its signals to all processes, and
 * would end this one twice.
 */
export async function serveAsWorker(config: Config, log: Log): Promise<null> {
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  const { archive, server } = await startServing(config, log).catch((error) => {
    // What the supervisor could still say keeps the process from ending.
    process.channel?.unref()
    throw error
  })
  const indexing = keepIndexed(archive.store, log)
  const { close } = closeWithGrace(
    {
      delay: closingTime(config),
      logger: { error: (error) => log.error(error) },
      skip: ['SIGHUP', 'SIGINT', 'SIGTERM'],
    },
    async ({ err }) => {
      if (err) log.error(err, 'closing after an error')
      await server.close()
      await indexing.stop()
      await archive.close()
    },
  )
  let stopping = false
  const stop = () => {
    if (!stopping) close()
    stopping = true
  }
  const reloadGazetteer = createReload(archive, log)
  process.on('SIGTERM', stop)
  onMessage(({ about }) => {
    if (about === 'stop') stop()
    if (about !== 'reload') return
    server.rereadTokens()
    reloadGazetteer()
  })
  tell({ about: 'listening', address: server.address })
  return null
}

async function startServing(config: Config, log: Log) {
  const archive = await openArchive(config, 'requests')
  try {
    return { archive, server: await startServer(archive, config, log, createPeers()) }
  } catch (error) {
    await archive.close()
    throw error
  }
}

/** The metrics of the other workers, by way of the supervisor. */
function createPeers(): Peers {
  const waiting = new Map<number, (all: ProcessMetrics[]) => void>()
  let own = async (): Promise<ProcessMetrics> => []
  let last = 0
  onMessage(async (message) => {
    if (message.about === 'share') tell({ about: 'shared', id: message.id, metrics: await own() })
    if (message.about !== 'gathered') return
    waiting.get(message.id)?.(message.all)
    waiting.delete(message.id)
  })
  return {
    share(metrics) {
      own = metrics
    },
    gather: () =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        tell({ about: 'gather', id: last })
      }),
  }
}

function onMessage(listen: (message: ToWorker) => void): void {
  process.on('message', (message) => listen(message as ToWorker))
}

function tell(message: ToSupervisor): void {
  process.send?.(message)
}
