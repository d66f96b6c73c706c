import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { acknowledgedBy, inspectArchive } from './archive.mjs'
import { makeText, writeCaptures } from './captures.mjs'
import { khabar, serve, startKhabar, TOKEN } from './processes.mjs'

/** Captures of one import: two batches. */
const CAPTURES = 250
/** Rounds until a new archive, so that looking into it takes as long in the last as in the first. */
const ROUNDS = 10

export const kill = {
  name: 'kill -9 at random moments of an import',
  short: 4,
  long: 10_000,
  async run({ count, random, folder, expect }) {
    const counts = { kills: 0, acknowledged: 0, lost: 0, faults: 0 }
    const length = await lengthOfImport(folder, random)
    let archive
    for (let round = 0; round < count; round++) {
      if (round % ROUNDS === 0) archive = { file: join(folder, `${round}.db`), kept: new Map() }
      const killed = round % 3 === 0 ? killImport : killServer
      for (const [id, bytes] of await killed({ ...archive, folder, name: `r${round}`, length, random, expect })) {
        archive.kept.set(id, bytes)
        counts.acknowledged++
      }
      counts.kills++
      const found = await inspectArchive(archive.file, archive.kept).catch(emptyIfNew(archive.kept))
      expect(found.lost.length === 0, `round ${round}: all that was acknowledged is there`, found.lost)
      expect(found.faults.length === 0, `round ${round}: the archive is sound`, found.faults)
      counts.lost += found.lost.length
      counts.faults += found.faults.length
    }
    return counts
  },
}

/** Killed before there was an archive at all. */
function emptyIfNew(kept) {
  return (error) => {
    if (kept.size > 0 || error.code !== 'storage_unavailable') throw error
    return { lost: [], faults: [] }
  }
}

/** Milliseconds that an import takes that nobody kills. */
async function lengthOfImport(folder, random) {
  const { path } = writeCaptures(folder, 'whole', CAPTURES, random)
  const start = performance.now()
  await khabar(['import', path], { KHABAR_DB: join(folder, 'whole.db') })
  return performance.now() - start
}

async function killImport({ file, folder, name, length, random, expect }) {
  const { path, files } = writeCaptures(folder, name, CAPTURES, random)
  const run = startKhabar(['import', '--json', path], { KHABAR_DB: file })
  await sleep(length * (0.25 + 0.75 * random.next()))
  run.child.kill('SIGKILL')
  const { stdout, stderr } = await run.ended
  expect(!/khabar:|Error/.test(stderr), `${name}: nothing failed before`, stderr)
  return acknowledgedBy(stdout, files)
}

async function killServer({ file, name, length, random, expect }) {
  const server = await serve({ KHABAR_DB: file })
  const acknowledged = []
  const killed = sleep(random.next() * length * 0.5).then(() => server.end('SIGKILL'))
  const clients = ['a', 'b', 'c', 'd'].map(async (client) => {
    for (let at = 0; ; at++) {
      const bytes = Buffer.from(makeText(`${name}-${client}-${at}`, random))
      const answer = await importOver(server.origin, bytes).catch(() => null)
      if (answer === null) return
      expect(answer.status === 201, `${name}: a new article`, answer)
      acknowledged.push([answer.id, bytes])
    }
  })
  await Promise.all([killed, ...clients])
  return acknowledged
}

/** @throws where the server is gone before it has answered in full */
async function importOver(origin, body) {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain' }
  const response = await fetch(`${origin}/v1/imports`, { method: 'POST', body, headers })
  const { data, detail } = await response.json()
  return { status: response.status, id: data?.article.id, detail }
}
