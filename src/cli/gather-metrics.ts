import type { Worker } from 'node:cluster'
import type { ProcessMetrics } from '../domain/peers.ts'
import type { ToSupervisor, ToWorker } from './worker-message.ts'

/** Milliseconds that all workers have to answer; one that is busy for longer is left out. */
const WITHIN = 2000

type Gathering = { missing: Set<number>; all: ProcessMetrics[]; finish(): void }

/** Lets workers ask for the metrics of all that listen. Answers what to do with a message that is about that. */
export function createGathering(listening: ReadonlySet<Worker>): (worker: Worker, message: ToSupervisor) => void {
  const gatherings = new Map<number, Gathering>()
  let last = 0

  function begin(asking: Worker, asked: number): void {
    last += 1
    const id = last
    const workers = [...listening].filter((worker) => worker.isConnected())
    const finish = () => {
      clearTimeout(timer)
      gatherings.delete(id)
      send(asking, { about: 'gathered', id: asked, all })
    }
    const all: ProcessMetrics[] = []
    const timer = setTimeout(finish, WITHIN)
    gatherings.set(id, { missing: new Set(workers.map((worker) => worker.id)), all, finish })
    for (const worker of workers) send(worker, { about: 'share', id })
  }

  function add(from: Worker, id: number, metrics: ProcessMetrics): void {
    const gathering = gatherings.get(id)
    if (gathering === undefined || !gathering.missing.delete(from.id)) return
    gathering.all.push(metrics)
    if (gathering.missing.size === 0) gathering.finish()
  }

  return (worker, message) => {
    if (message.about === 'gather') begin(worker, message.id)
    if (message.about === 'shared') add(worker, message.id, message.metrics)
  }
}

/** A worker that is just ending gets nothing any more. */
export function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => {})
}
