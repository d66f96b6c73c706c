import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The program as it is built. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export const TOKEN = 'a-token-for-survival'

const SETTINGS = { PORT: '0', KHABAR_TOKEN: TOKEN, LOG_LEVEL: 'error', KHABAR_IMPORT_WORKERS: '1' }

const running = new Set()

/** Starts the program with only these settings in its environment. `through` goes before it on the command line, e.g. strace. */
export function startKhabar(args, env = {}, { through = [], ...options } = {}) {
  const [command, ...rest] = [...through, process.execPath, MAIN, ...args]
  const child = spawn(command, rest, { env: { PATH: process.env.PATH, ...SETTINGS, ...env }, ...options })
  const run = { stdout: '', stderr: '', status: null, signal: null, ended: undefined }
  // Hidden, so that a failure prints what the program said and not what Node knows of it.
  Object.defineProperty(run, 'child', { value: child })
  child.stdout.setEncoding('utf8').on('data', (text) => (run.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (run.stderr += text))
  running.add(child)
  run.ended = once(child, 'close').then(([status, signal]) => {
    running.delete(child)
    return Object.assign(run, { status, signal })
  })
  return run
}

/** Runs the program to its end. */
export function khabar(args, env, options) {
  const run = startKhabar(args, env, options)
  run.child.stdin.end()
  return run.ended
}

/** A server on a free port, listening. */
export async function serve(env, options) {
  const run = startKhabar(['serve'], env, options)
  const address = new Promise((resolve) => {
    run.child.stdout.on('data', () => {
      const found = /http:\/\/[\d.]+:\d+/.exec(run.stdout)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const origin = await Promise.race([address, run.ended.then(() => null)])
  if (origin === null) throw new Error(`the server ended before it listened: ${run.stderr}`)
  const end = (signal = 'SIGTERM') => {
    run.child.kill(signal)
    return run.ended
  }
  return Object.assign(run, { origin, port: Number(new URL(origin).port), end })
}

/** Megabytes of memory that a process holds now and has held at most. */
export function memoryOf({ child }) {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** Ends whatever a row left running. */
export async function endAll() {
  const ends = [...running].map((child) => once(child, 'close'))
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(ends)
}
