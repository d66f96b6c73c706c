import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acknowledgedBy, inspectArchive } from './archive.mjs'
import { writeCaptures } from './captures.mjs'
import { khabar } from './processes.mjs'

/** By which SQLite changes files, and what becomes of one: the process is killed as it makes it, or it fails from then on. */
const CALLS = ['pwrite64', 'fdatasync', 'ftruncate', 'unlink']
const INJECTIONS = ['signal=KILL', 'error=ENOSPC', 'error=EIO']
const TOLD = /^khabar: (The archive|No room to write) "[^"]+"[^\n]+\n/m

export const writes = {
  name: 'killed, out of room or out of disk at each system call that writes',
  short: 4,
  long: 10_000,
  async run({ count, random, folder, expect }) {
    if (!existsSync('/usr/bin/strace')) return { skipped: 'there is no strace' }
    const captures = writeCaptures(folder, 'captures', 3, random)
    const begun = join(folder, 'begun.db')
    await khabar(['import', writeCaptures(folder, 'before', 2, random).path], { KHABAR_DB: begun })
    const points = await pointsOf(folder, captures, begun)
    const wanted = count >= points.length ? points : Array.from({ length: count }, () => random.pick(points))
    const counts = { places: points.length, tried: 0, acknowledged: 0, lost: 0, faults: 0 }
    for (const [at, point] of wanted.entries()) {
      const kept = await tryPoint({ ...point, folder: join(folder, `${at}`), captures, begun, expect })
      counts.tried++
      for (const name of ['acknowledged', 'lost', 'faults']) counts[name] += kept[name]
    }
    return counts
  },
}

/** Every call that an undisturbed import into an archive makes that is begun, with everything that is tried at it. */
async function pointsOf(folder, captures, begun) {
  const made = await importUnder(join(folder, 'whole'), captures, begun, ['-e', `trace=${CALLS}`])
  const numbers = CALLS.flatMap((call) => {
    const times = made.trace.filter((line) => line.includes(`${call}(`)).length
    return Array.from({ length: times }, (_, at) => ({ call, when: at + 1 }))
  })
  return numbers.flatMap((one) => INJECTIONS.map((injection) => ({ ...one, injection })))
}

async function tryPoint({ call, when, injection, folder, captures, begun, expect }) {
  const what = `${injection} at ${call} ${when}`
  const from = injection.startsWith('error') ? '+' : ''
  const run = await importUnder(folder, captures, begun, ['-e', `inject=${call}:${injection}:when=${when}${from}`])
  const hit = run.trace.some((line) => /INJECTED|killed by SIGKILL/.test(line))
  expect(hit, `${what}: it came so far`, run.trace.slice(-3))
  if (injection.startsWith('error')) expect(run.status === 0 || TOLD.test(run.stderr), `${what}: a named error`, run)
  const acknowledged = new Map(acknowledgedBy(run.stdout, captures.files))
  const again = await khabar(['import', captures.path], { KHABAR_DB: run.file })
  expect(again.status === 0, `${what}: it can be run again`, again.stderr)
  const { lost, faults, captures: kept } = await inspectArchive(run.file, acknowledged)
  expect(lost.length + faults.length === 0, `${what}: nothing lost, no fault`, { lost, faults })
  expect(kept === captures.files.size + 2, `${what}: and all is there`, kept)
  return { acknowledged: acknowledged.size, lost: lost.length, faults: faults.length }
}

/** An import into a copy of the archive, under strace with these options, for the files of the archive alone. */
async function importUnder(folder, { path }, begun, options) {
  mkdirSync(folder)
  const file = join(folder, 'archive.db')
  copyFileSync(begun, file)
  const trace = join(folder, 'trace')
  const paths = ['', '-wal', '-shm', '-journal'].flatMap((end) => ['-P', file + end])
  const through = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', trace, ...paths, ...options]
  const run = await khabar(['import', '--json', path], { KHABAR_DB: file }, { through })
  return { ...run, file, trace: readFileSync(trace, 'utf8').split('\n') }
}
