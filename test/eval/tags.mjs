import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openReader } from '../../dist/compose.js'
import { readArguments } from './arguments.mjs'
import { BadInput } from './captures.mjs'
import { measureCorpus } from './tags/corpus.mjs'
import { measureDocuments } from './tags/documents.mjs'
import { errors, table } from './tags/report.mjs'

const USAGE = `npm run eval:tags -- DIR [options]

Scores the tagger on what lies in DIR:
  *.jsonl  labels of whole articles, one JSON object a line: { "name": "file.txt", "countries": ["az"], "optional": ["ge"],
           "actors": [{ "names": ["أردوغان"], "kind": "person" }] }; the captures themselves lie beside it
  *.txt    that no label names: a corpus of one token and its tag a line (BIO over PERS, LOC, ORG, MISC), blank line
           between sentences

  --errors N  how many errors of each kind to print, most frequent first (15)
  --json      print the measures and all errors as JSON`

const OPTIONS = { errors: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } }

try {
  const { folder, count, json } = readArguments({ usage: USAGE, options: OPTIONS, counter: 'errors' })
  const measures = measureFolder(folder)
  if (json) console.log(JSON.stringify({ measures }))
  else console.log([table(measures), errors(measures, count)].filter(Boolean).join('\n'))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  console.error(error.message)
  process.exitCode = 2
}

function measureFolder(folder) {
  if (!existsSync(folder)) throw new BadInput(`There is no folder "${folder}".`)
  const reader = openReader({ gazetteer: null, captureLimit: 64 * 1024 * 1024 })
  const files = readdirSync(folder).sort()
  const labels = files.filter((file) => file.endsWith('.jsonl')).map((file) => join(folder, file))
  const { measures, named } = measureDocuments(labels, folder, reader)
  const corpora = files.filter((file) => file.endsWith('.txt') && !named.has(file))
  const all = [...measures, ...corpora.flatMap((file) => measureCorpus(join(folder, file), reader))]
  if (all.length === 0) throw new BadInput(`"${folder}" has neither labels (*.jsonl) nor a tagged corpus (*.txt).`)
  return all
}
