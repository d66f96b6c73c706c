import type { ProcessMetrics } from '../domain/peers.ts'

/** From the supervisor to a worker. `share`: the metrics of this one; `gathered`: those of all, asked for by this one. */
export type ToWorker =
  | { about: 'stop' | 'reload' }
  | { about: 'share'; id: number }
  | { about: 'gathered'; id: number; all: ProcessMetrics[] }

/** From a worker to the supervisor. */
export type ToSupervisor =
  | { about: 'listening'; address: string }
  | { about: 'gather'; id: number }
  | { about: 'shared'; id: number; metrics: ProcessMetrics }
