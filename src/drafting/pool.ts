import { Worker } from 'node:worker_threads'
import type { Capture } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'
import type { Draft } from '../domain/store.ts'
import { type Answer, fromAnswer, type WorkerSetup } from './message.ts'

export type PoolOptions = {
  /** Threads at most; they start as there is work for them. */
  size: number
  /** How long one capture may take. */
  seconds: number
  setup: WorkerSetup
  /** The thread's code; default: `worker.js`. */
  script?: URL
}

/** Drafts captures on other threads. A capture that takes too long or ends its thread is refused, and the others go on. */
export type Pool = { draft(capture: Capture): Promise<Draft | KhabarError>; close(): Promise<void> }

type Task = { capture: Capture; resolve: (result: Draft | KhabarError) => void }
type Thread = { worker: Worker; tasks: Task[]; isReady: boolean; timer: NodeJS.Timeout | undefined }

/** Captures that a thread is given ahead, so that it has work while the main thread is busy saving. */
const AHEAD = 32

/** Milliseconds after which a thread without work is ended. */
const IDLE = 30_000

/** MiB of a thread's heap: a capture that needs more ends its thread, not the process. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

export function createPool({
  size,
  seconds,
  setup,
  script = new URL('./worker.js', import.meta.url),
}: PoolOptions): Pool {
  const threads = new Set<Thread>()
  const waiting: Task[] = []

  function start(): Thread {
    const worker = new Worker(script, { workerData: setup, resourceLimits: HEAP })
    const thread: Thread = { worker, tasks: [], isReady: false, timer: undefined }
    worker.on('message', (answer: Answer) => onAnswer(thread, answer))
    worker.on('error', (cause) => onEnd(thread, cause))
    worker.on('exit', () => onEnd(thread, new Error('the thread ended')))
    threads.add(thread)
    return thread
  }

  function assign(): void {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const thread = pick()
      if (thread === null) {
        waiting.unshift(task)
        return
      }
      thread.tasks.push(task)
      thread.worker.ref()
      thread.worker.postMessage(task.capture)
      if (thread.tasks.length === 1) watch(thread)
    }
  }

  /** The thread with the least to do; a new one while there may be more of them. */
  function pick(): Thread | null {
    let least: Thread | null = null
    for (const thread of threads) if (least === null || thread.tasks.length < least.tasks.length) least = thread
    if (least?.tasks.length !== 0 && threads.size < size) return start()
    return least !== null && least.tasks.length < AHEAD ? least : null
  }

  function onAnswer(thread: Thread, answer: Answer): void {
    if (answer === 'ready') thread.isReady = true
    else {
      const { capture, resolve } = thread.tasks.shift() as Task
      resolve(fromAnswer(answer, capture.bytes))
    }
    watch(thread)
    assign()
  }

  /** Gives the first of a thread's captures its time; the time until the thread is ready is not its. */
  function watch(thread: Thread): void {
    clearTimeout(thread.timer)
    const [first] = thread.tasks
    if (first === undefined) {
      thread.worker.unref()
      thread.timer = setTimeout(() => end(thread), IDLE).unref()
    } else if (thread.isReady) thread.timer = setTimeout(() => setImmediate(expire, thread, first), seconds * 1000)
  }

  /** An answer may have been waiting behind other work of this thread. */
  function expire(thread: Thread, task: Task): void {
    if (thread.tasks[0] === task) give(thread, refusal('too_slow', `The capture took more than ${seconds} seconds.`))
  }

  function onEnd(thread: Thread, cause: Error): void {
    if (!threads.has(thread)) return
    // A thread that never came up would not the next time either.
    if (!thread.isReady)
      for (const { resolve } of thread.tasks.splice(1)) resolve(refusal('crashed', cause.message, cause))
    give(thread, refusal('crashed', `The importer ended on the capture (${cause.message}); please report it.`, cause))
  }

  /** Ends a thread with the capture it has in hand refused; its other captures go to other threads. */
  function give(thread: Thread, error: KhabarError): void {
    const [task, ...others] = thread.tasks
    end(thread)
    task?.resolve(error)
    waiting.unshift(...others)
    assign()
  }

  async function end(thread: Thread): Promise<void> {
    threads.delete(thread)
    clearTimeout(thread.timer)
    await thread.worker.terminate()
  }

  return {
    draft: (capture) =>
      new Promise((resolve) => {
        waiting.push({ capture, resolve })
        assign()
      }),
    async close() {
      await Promise.all([...threads].map(end))
    },
  }
}

function refusal(code: string, detail: string, cause?: Error): KhabarError {
  return new KhabarError('no_article', detail, { faults: [{ in: 'body', name: 'capture', code, detail }], cause })
}
