import { parentPort, workerData } from 'node:worker_threads'
import { createReader, tryDraft } from '../ingest.ts'
import { type Answer, type Question, toAnswer, type WorkerSetup } from './message.ts'

/** A thread that reads and tags captures, one after another, with a gazetteer of its own. */
const { files, captureLimit } = workerData as WorkerSetup
const reader = createReader(files, { now: () => new Date(), captureLimit })
// Before the first capture, whose time it is not to take.
reader.gazetteer

const answer = (message: Answer) => parentPort?.postMessage(message)
parentPort?.on('message', (capture: Question) => answer(toAnswer(tryDraft(capture, reader))))
answer('ready')
