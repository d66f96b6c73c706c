/**
 * Shows what the program survives: `npm run test:survival`, and with arguments behind `--`
 *   --long         as often as before a release, which takes hours
 *   --only WORD    only the rows that have the word in their name; storage or network: those of one kind
 *   --count N      each of them so often
 *   --seed N       the random choices of an earlier run
 *   --json         a line of JSON for each row, instead of the table
 * Ends with status 1 where something was not survived.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endAll } from './processes.mjs'
import { createRandom } from './random.mjs'
import { ROWS } from './rows.mjs'

const { values: given } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    count: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
})
const print = given.json ? (result) => console.log(JSON.stringify(result)) : printRow
if (!given.json) console.log(`seed ${given.seed}`)

const wanted = Object.entries(ROWS).flatMap(([kind, rows]) =>
  rows.filter(({ name }) => kind === given.only || name.includes(given.only)),
)
if (wanted.length === 0) throw new Error(`No row has "${given.only}" in its name.`)
for (const row of wanted) {
  const result = await survive(row)
  if (result.failures.length > 0) process.exitCode = 1
  print(result)
}

/** Runs one row in a folder of its own. A row is `{ name, short, long, run }`; `run` answers what it counted. */
async function survive({ name, short, long, run }) {
  const count = Number(given.count ?? (given.long ? long : short))
  const folder = mkdtempSync(join(tmpdir(), 'khabar-survival-'))
  const failures = []
  const expect = (holds, what, details) => holds || failures.push(`${what}: ${JSON.stringify(details)?.slice(0, 600)}`)
  const start = performance.now()
  let counts = {}
  try {
    counts = await run({ count, random: createRandom(Number(given.seed)), folder, expect })
  } catch (error) {
    failures.push(String(error.stack))
  }
  await endAll()
  rmSync(folder, { recursive: true, force: true })
  const seconds = Math.round((performance.now() - start) / 1000)
  return { name, seed: Number(given.seed), counts, failures, seconds }
}

function printRow({ name, counts, failures, seconds }) {
  const told = Object.entries(counts).map(([what, number]) => `${what} ${number}`)
  const verdict = failures.length === 0 ? 'ok  ' : 'FAIL'
  console.log(`${verdict}  ${name}: ${told.join(', ')} (${seconds} s)`)
  for (const failure of failures.slice(0, 10)) console.log(`        ${failure}`)
}
