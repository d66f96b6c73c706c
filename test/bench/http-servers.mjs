/** Starts the processes of the benchmark, each on the core it belongs to, and tells what they take. */
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
/** As npm start and the container image run it. */
const FLAGS = ['--max-semi-space-size=2']
const SERVER_CORE = '0'
const LOAD_CORE = '1'
const TICKS_A_SECOND = 100

export const canPin = isThere('taskset')

/** @param log a file descriptor for what the server logs */
export async function startKhabar(env, log = 'inherit') {
  const start = performance.now()
  const child = run(SERVER_CORE, [...FLAGS, MAIN, 'serve'], { PORT: '0', LOG_LEVEL: 'warn', ...env }, [
    'ignore',
    'pipe',
    log,
  ])
  const origin = await new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(String(text))?.[0]
      if (address !== undefined) resolve(address)
    })
  })
  const answer = await fetch(`${origin}/v1/articles?limit=1`)
  if (!answer.ok) throw new Error(`the first answer is a ${answer.status}`)
  return { child, origin, startedIn: performance.now() - start }
}

/** The bare server: `copy` has it fetch what it is to send. */
export async function startBare() {
  const child = run(SERVER_CORE, [script('http-bare.mjs')], {}, ['ignore', 'inherit', 'inherit', 'ipc'])
  const origin = await message(child)
  return {
    child,
    origin,
    /** @returns the ETags of what is at these paths */
    async copy(from, paths, encoding = 'identity') {
      child.send({ origin: from, paths, encoding })
      return message(child)
    },
  }
}

export function startLoad() {
  const child = run(LOAD_CORE, [script('http-load.mjs')], {}, ['ignore', 'inherit', 'inherit', 'ipc'])
  return {
    child,
    async run(job) {
      child.send(job)
      return message(child)
    },
  }
}

/** Microseconds of CPU that FTS5 alone takes for a search, on the servers' core. */
export function ftsMicroseconds(archive, searches) {
  const [command, ...rest] = pinned(SERVER_CORE, [process.execPath, script('http-fts.mjs'), archive])
  return Number(execFileSync(command, rest, { input: JSON.stringify(searches) }))
}

/** Seconds of CPU that a process has taken with all its threads; Linux only. */
export function cpuOf({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** Megabytes that a process has in memory now, and at most had. */
export function memoryOf({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) * 1.024e-3)
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

function run(core, args, env, stdio) {
  const [command, ...rest] = pinned(core, [process.execPath, ...args])
  const child = spawn(command, rest, { env: { PATH: process.env.PATH, ...env }, stdio })
  child.on('exit', (code) => {
    if (code === 0 || child.killed) return
    console.error(`${args.join(' ')} ended with ${code}`)
    process.exit(1)
  })
  return child
}

function pinned(core, command) {
  return canPin ? ['taskset', '-c', core, ...command] : command
}

function script(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}

function message(child) {
  return new Promise((resolve) => child.once('message', resolve))
}

function isThere(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
