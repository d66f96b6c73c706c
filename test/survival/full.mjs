import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspectArchive } from './archive.mjs'
import { makeText, writeCaptures } from './captures.mjs'
import { createClient, pathOfShipped } from './client.mjs'
import { khabar, serve } from './processes.mjs'

/** Bytes; the write-ahead log grows by some ten thousand with each capture here. */
const SOME_ROOM = 400_000
const LIMITED = ['prlimit', '--fsize=65536']

export const full = {
  name: 'a full disk, and room again',
  short: 1,
  long: 20,
  async run({ count, random, folder, expect }) {
    const counts = { 201: 0, 507: 0, lost: 0, faults: 0 }
    const captures = writeCaptures(folder, 'captures', 3, random).path
    await refusedUnderLimit(folder, captures, expect)
    for (let round = 0; round < count; round++) {
      const disk = join(folder, `disk-${round}`)
      if (!mountSmall(disk)) return { ...counts, skipped: 'no small disk can be mounted here' }
      try {
        const { kept, statuses } = await fillAndFree({ disk, captures, random, expect })
        const found = await inspectArchive(join(disk, 'archive.db'), kept)
        expect(found.lost.length + found.faults.length === 0, 'nothing lost, no fault', found)
        counts['201'] += statuses.get(201)
        counts['507'] += statuses.get(507)
        counts.lost += found.lost.length
        counts.faults += found.faults.length
      } finally {
        execFileSync('umount', [disk])
      }
    }
    return counts
  },
}

/** Without any privilege: no file of the process may grow beyond a limit. */
async function refusedUnderLimit(folder, captures, expect) {
  const run = await khabar(['import', captures], { KHABAR_DB: join(folder, 'limited.db') }, { through: LIMITED })
  const told = /^khabar: The archive "[^"]+" could not be read or written [^\n]+; check the disk\n$/.test(run.stderr)
  expect(run.status === 1 && told, 'a file that may not grow: a named error', run)
}

function mountSmall(disk) {
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'none', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function fillAndFree({ disk, captures, random, expect }) {
  const file = join(disk, 'archive.db')
  await (await serve({ KHABAR_DB: file })).end()
  const server = await serve({ KHABAR_DB: file })
  const client = await createClient(server.origin)
  const kept = new Map()
  const post = async (name) => {
    const bytes = Buffer.from(makeText(name, random, 40))
    const answer = await client.post(bytes)
    if (answer.status === 201) kept.set(JSON.parse(answer.text).data.article.id, bytes)
    return answer.status
  }
  const fill = fillerOf(disk)

  fill(0)
  expect((await client.ask('/readyz')).status === 507, 'a server on a full disk says that it is not ready')
  expect((await post('full')) === 507, 'a write is refused with 507')
  expect((await client.ask(await pathOfShipped(server.origin))).status === 200, 'reads go on')
  const run = await khabar(['import', captures], { KHABAR_DB: file })
  const told = /^khabar: No room to write "[^"]+"; free some disk space\n$/.test(run.stderr)
  expect(run.status === 1 && told, 'an import names what is wrong', run)

  fill(SOME_ROOM)
  await sleep(1100) // readiness is looked at once in a second
  expect((await client.ask('/readyz')).status === 200, 'it is ready once there is room, without a restart')
  let status = 201
  for (let at = 0; at < 500 && status === 201; at++) status = await post(`slow-${at}`)
  expect(status === 507 && kept.size > 0, 'and keeps what there is room for', { status, kept: kept.size })
  fill(10 * SOME_ROOM)
  for (let at = 0; at < 10; at++) expect((await post(`after-${at}`)) === 201, 'and so again')
  expect(client.faults.length === 0, 'every answer is as documented', client.faults)
  await server.end()
  return { kept, statuses: client.statuses }
}

/** Leaves so many bytes of the disk free, whatever was free before. */
function fillerOf(disk) {
  const ballast = join(disk, 'ballast')
  return (free) => {
    rmSync(ballast, { force: true })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)))
  }
}
