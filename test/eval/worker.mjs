import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../../dist/compose.js'
import { previewOf, tryDraft } from '../../dist/ingest.js'
import { readCapture, readJson } from './captures.mjs'
import { casesOf } from './measures.mjs'

/** Reads its share of the captures and posts the cases of each; what is wrong with a truth is posted as { error }. */
const reader = openReader({ gazetteer: null, captureLimit: 64 * 1024 * 1024 })
try {
  for (const capture of workerData) parentPort.postMessage({ cases: measure(capture) })
} catch (error) {
  parentPort.postMessage({ error: error.message })
}

function measure({ name, kind, path, truth, present }) {
  const draft = tryDraft(readCapture(path), reader)
  const article = draft instanceof Error ? null : previewOf(draft)
  const problem = draft instanceof Error ? draft.message : null
  const occurs = (field) => present?.[field] !== false
  const cases = casesOf({ article, problem, truth: readJson(truth), occurs })
  return cases.map((found) => ({ name, kind, ...found }))
}
