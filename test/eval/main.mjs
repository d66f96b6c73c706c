import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { readArguments } from './arguments.mjs'
import { BadInput, findCaptures, readJson } from './captures.mjs'
import { comparison, table, worst } from './report.mjs'

const USAGE = `npm run eval -- DIR [options]

Scores what Khabar makes of the captures below DIR against the truth.json beside each.

  --field NAME    only measures that begin so: headline, day, body, captions …
  --kind NAME     only one kind of capture, named as its file: text.main, page
  --worst N       how many of the worst cases of each measure to print (5)
  --json          print the means and all cases as JSON, which --compare takes
  --compare FILE  what got better and worse since an earlier --json`

const OPTIONS = {
  field: { type: 'string', default: '' },
  kind: { type: 'string' },
  worst: { type: 'string', default: '5' },
  json: { type: 'boolean', default: false },
  compare: { type: 'string' },
}

try {
  const { folder, field, kind, count, json, compare } = readArguments({
    usage: USAGE,
    options: OPTIONS,
    counter: 'worst',
  })
  const earlier = compare === undefined ? null : casesIn(compare)
  const captures = findCaptures(folder).filter((capture) => kind === undefined || capture.kind === kind)
  const cases = (await measureAll(captures)).filter(({ measure }) => measure.startsWith(field))
  if (cases.length === 0) throw new BadInput('No truth says anything of that field in captures of that kind.')
  if (json) console.log(JSON.stringify({ cases }))
  else
    console.log([table(cases), earlier === null ? worst(cases, count) : `\n${comparison(cases, earlier)}`].join('\n'))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  console.error(error.message)
  process.exitCode = 2
}

function casesIn(path) {
  const { cases } = readJson(path)
  if (!Array.isArray(cases)) throw new BadInput(`${path} is no output of --json.`)
  return cases
}

/** Shares the captures among the cores; the cases come back in the order of the captures. */
async function measureAll(captures) {
  const shares = Math.max(1, Math.min(availableParallelism(), captures.length))
  const parts = Array.from({ length: shares }, (_, share) => captures.filter((_, at) => at % shares === share))
  const found = await Promise.all(parts.map(measureInWorker))
  return captures.flatMap((_, at) => found[at % shares][Math.floor(at / shares)])
}

function measureInWorker(captures) {
  return new Promise((resolve, reject) => {
    const found = []
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: captures })
    worker.on('message', ({ cases, error }) => (error === undefined ? found.push(cases) : reject(new BadInput(error))))
    worker.on('error', reject)
    worker.on('exit', () => resolve(found))
  })
}
