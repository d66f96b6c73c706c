import { parentPort, workerData } from 'node:worker_threads'
import { tryDraft } from '../ingest.ts'
import { loadGazetteer } from '../tagging/gazetteer.ts'
import { createLexicon } from '../tagging/lexicon.ts'
import { stampOf } from '../tagging/stamp.ts'
import { type Answer, type Question, toAnswer, type WorkerSetup } from './message.ts'

/** A thread that reads and tags captures, one after another, with a gazetteer of its own. */
const { files, captureLimit } = workerData as WorkerSetup
const gazetteer = loadGazetteer(files)
const reader = {
  gazetteer,
  lexicon: createLexicon(gazetteer),
  tagger: stampOf(files),
  now: () => new Date(),
  captureLimit,
}

const answer = (message: Answer) => parentPort?.postMessage(message)
parentPort?.on('message', (capture: Question) => answer(toAnswer(tryDraft(capture, reader))))
answer('ready')
