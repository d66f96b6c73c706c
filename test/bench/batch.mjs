/**
 * A batch of made-up captures as a folder and as a web archive: imported, ended by SIGINT and by SIGKILL on the way and
 * run again; then retagged with one entry more. Prints time and peak memory, and fails where anything is lost or double.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { makeCapture } from './captures.mjs'
import { randomFrom } from './random.mjs'

const USAGE = `node test/bench/batch.mjs N [SEED]

Imports N made-up captures of 5 KB, once as a folder and once as a web archive, each interrupted twice. Linux; needs
\`npm run build\`, and 30 KB of disk a capture in the temporary folder.`

const [count, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
if (!/^[1-9]\d*$/.test(count ?? '') || !/^\d+$/.test(seed)) {
  console.error(USAGE)
  process.exit(2)
}
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'khabar-batch-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const random = randomFrom(Number(seed))

console.log(`${count} captures with seed ${seed}`)
await importAll('folder', writeFolder(Number(count)))
const db = await importAll('archive', writeArchive(Number(count)))
await retagAll(db)

/** A thousand files to a folder. */
function writeFolder(count) {
  const root = join(folder, 'captures')
  for (let number = 0; number < count; number++) {
    const below = join(root, String(Math.floor(number / 1000)).padStart(6, '0'))
    if (number % 1000 === 0) mkdirSync(below, { recursive: true })
    writeFileSync(join(below, `${String(number).padStart(8, '0')}.txt`), makeCapture(Number(seed) + number))
  }
  return root
}

/** A gzip member a record, as crawlers write them. */
function writeArchive(count) {
  const path = join(folder, 'captures.warc.gz')
  const file = openSync(path, 'w')
  for (let number = 0; number < count; number++) writeSync(file, gzipSync(recordOf(number), { level: 1 }))
  return path
}

function recordOf(number) {
  const body = Buffer.from(makeCapture(Number(seed) + number))
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}>`,
    'WARC-Date: 2020-10-02T12:00:00Z',
    `WARC-Target-URI: https://news.example/${number}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length + body.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n${http}`), body, Buffer.from('\r\n\r\n')])
}

/** Ended twice at moments that the seed decides, then left to its end, then once more: nothing may be new by then. */
async function importAll(name, path) {
  const db = join(folder, `${name}.db`)
  for (const signal of ['SIGINT', 'SIGKILL']) {
    const goal = pointBehind(captures(db))
    const until = () => captures(db) > goal
    const { seconds, output } = await run(['import', path], db, { signal, until })
    console.log(`${name}: ${signal} after ${seconds.toFixed(1)} s at ${captures(db)} captures. ${output.trim()}`)
  }
  const { seconds, peak, output } = await run(['import', path], db)
  const [added, , unchanged] = countsOf(output)
  console.log(`${name}: ${added} new and ${unchanged} known in ${seconds.toFixed(0)} s, peak memory ${peak} MiB`)
  const again = await run(['import', path], db)
  console.log(`${name}: again in ${again.seconds.toFixed(0)} s, peak memory ${again.peak} MiB; ${again.output.trim()}`)
  const checked = await run(['check'], db)
  console.log(`${name}: ${checked.output.trim()}`)
  expect(added + unchanged === Number(count), `${added} new and ${unchanged} known are not ${count}`)
  expect(countsOf(again.output).join() === [0, 0, Number(count), 0].join(), again.output)
  expect(checked.output.includes(`${count} articles, ${count} captures, no fault`), checked.output)
  return db
}

/** One entry more, which half of the captures name; ended once on the way. */
async function retagAll(db) {
  const own = join(folder, 'gazetteer')
  mkdirSync(own)
  const entry = { id: 'place:kremlin-square', label: { ar: 'مسؤول محلي', en: 'Kremlin Square' } }
  writeFileSync(join(own, 'own.json'), JSON.stringify({ entries: [entry] }))
  const env = { KHABAR_GAZETTEER: own }
  const goal = pointBehind(0) / 10
  const killed = await run(['retag'], db, { signal: 'SIGKILL', until: () => revised(db) > goal, env })
  console.log(`retag: SIGKILL after ${killed.seconds.toFixed(1)} s at ${revised(db)} articles changed`)
  const { seconds, peak, output } = await run(['retag'], db, { env })
  console.log(`retag: ${seconds.toFixed(0)} s, peak memory ${peak} MiB; ${output.trim()}`)
  const again = await run(['retag'], db, { env })
  console.log(`retag: again in ${again.seconds.toFixed(1)} s; ${again.output.trim()}`)
  expect(/^0 articles changed, 0 did not, 0 could not/.test(again.output), again.output)
  execFileSync(process.execPath, [MAIN, 'check'], { env: { ...process.env, KHABAR_DB: db }, stdio: 'ignore' })
}

/** Somewhere on what is left of the way, as the seed decides; not quite at its end. */
function pointBehind(done) {
  return done + random() * 0.8 * (Number(count) - done)
}

/** How many captures the archive has by now; 0 before there is one. */
function captures(db) {
  return ask(db, 'SELECT captures FROM archive')
}

function revised(db) {
  return ask(db, 'SELECT count(*) FROM articles WHERE revision > 1')
}

function ask(db, sql) {
  try {
    const connection = new Sqlite(db, { readonly: true, fileMustExist: true })
    try {
      return connection.prepare(sql).pluck().get()
    } finally {
      connection.close()
    }
  } catch {
    return 0
  }
}

/** New, revised, unchanged, refused. */
function countsOf(output) {
  const found = /(\d+) new, (\d+) revised, (\d+) unchanged, (\d+) refused/.exec(output)
  expect(found !== null, output)
  return found.slice(1).map(Number)
}

/** Runs a command to its end, or sends it the signal once `until` holds. */
function run(args, db, { signal, until, env = {} } = {}) {
  const start = performance.now()
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, KHABAR_DB: db, ...env } })
  let [output, peak, isSent] = ['', 0, false]
  child.stderr.on('data', (text) => {
    output += text
  })
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
    if (!isSent && until?.()) isSent = child.kill(signal)
  }, 200)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(look)
      resolve({ seconds: (performance.now() - start) / 1000, peak, output })
    })
  })
}

/** Mebibytes. */
function peakOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

function expect(holds, what) {
  if (holds) return
  console.error(`FAILED: ${what}`)
  process.exit(1)
}
