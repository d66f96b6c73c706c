import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { createGathering, send } from './gather-metrics.ts'
import { onHangup } from './hangup.ts'
import { announce, closingTime, type Log } from './serve.ts'
import type { ToSupervisor } from './worker-message.ts'

/** Milliseconds: between a worker's end and the next one's start, doubled as long as none lives `steady`. */
const RESTART = { first: 100, longest: 30_000, steady: 10_000 }

/** Milliseconds that workers have beyond their own time to close. */
const GRACE = 1000

/**
 * Keeps so many processes serving one address. This one hands them connections, starts one anew that ends, and passes on
 * what it is told to do; it has no archive open itself.
 * @returns the exit status where not even the first worker comes up, as after a wrong setting
 */
export async function superviseWorkers(
  { workers, articles }: { workers: number; articles: number },
  config: Config,
  log: Log,
): Promise<number | null> {
  cluster.setupPrimary({ args: ['serve'] })
  const fork = await createFork(config)
  const listening = new Set<Worker>()
  const gather = createGathering(listening)
  cluster.on('message', (worker, message: ToSupervisor) => {
    if (message.about === 'listening') listening.add(worker)
    gather(worker, message)
  })
  const address = await firstAddress(fork())
  if (typeof address === 'number') return address
  const stop = keepAlive(workers, fork, listening, log)
  const { close } = closeWithGrace(
    { delay: closingTime(config) + GRACE, logger: { error: (error) => log.error(error) }, skip: ['SIGHUP'] },
    async ({ signal, err }) => {
      if (err) log.error(err, 'closing after an error')
      else log.info({ signal }, 'closing')
      await stop()
    },
  )
  const reload = () => {
    for (const worker of listening) send(worker, { about: 'reload' })
  }
  onHangup({ reload, end: close })
  while (listening.size < workers) await once(cluster, 'message')
  announce(address, articles, workers)
  return null
}

/** Port 0 is settled here, once: a worker that is started later is to have the same port, also when it is the only one. */
async function createFork({ host, port }: Config): Promise<() => Worker> {
  if (port !== 0) return () => cluster.fork()
  const server = createServer().listen(0, host)
  const listens = await once(server, 'listening').then(
    () => true,
    () => false, // the worker will say why
  )
  if (!listens) return () => cluster.fork()
  const free = (server.address() as AddressInfo).port
  server.close()
  await once(server, 'close')
  return () => cluster.fork({ PORT: free })
}

/** Where the worker listens; or its exit status where it does not. */
function firstAddress(worker: Worker): Promise<string | number> {
  return new Promise((resolve) => {
    worker.on('message', (message: ToSupervisor) => {
      if (message.about === 'listening') resolve(message.address)
    })
    worker.once('exit', (code) => resolve(code || 1))
  })
}

/** Starts the workers that are missing now and whenever one ends. @returns what ends them all, requests under way answered */
function keepAlive(workers: number, fork: () => Worker, listening: Set<Worker>, log: Log): () => Promise<void> {
  let stopping = false
  let delay = RESTART.first
  const watch = (worker: Worker) => {
    const startedAt = Date.now()
    worker.once('exit', (code, signal) => {
      listening.delete(worker)
      if (stopping) return
      delay = Date.now() - startedAt > RESTART.steady ? RESTART.first : Math.min(delay * 2, RESTART.longest)
      log.error({ worker: worker.process.pid, code, signal, delay }, 'a worker ended; another one is started')
      setTimeout(() => {
        if (!stopping) watch(fork())
      }, delay)
    })
  }
  for (const worker of running()) watch(worker)
  while (running().length < workers) watch(fork())
  return async () => {
    stopping = true
    const ends = running().map((worker) => once(worker, 'exit'))
    for (const worker of running()) {
      if (listening.has(worker)) send(worker, { about: 'stop' })
      else worker.process.kill('SIGTERM') // it comes up and does not listen to messages yet
    }
    await Promise.all(ends)
  }
}

function running(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
}
