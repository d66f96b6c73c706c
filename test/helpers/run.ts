import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

/** The command as it is built; `npm test` builds it first. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export type Run = { status: number | null; stdout: string; stderr: string }

/** A folder of its own for a test, gone when the test ends. */
export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-test-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the command with only these settings in its environment. */
export function startKhabar(args: string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH ?? '', ...env } })
}

/** Runs the command to its end. */
export async function khabar(
  args: string[],
  env: Record<string, string> = {},
  input: string | Uint8Array = '',
): Promise<Run> {
  const child = startKhabar(args, env)
  child.stdin.end(input)
  return ended(child)
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const run: Run = { status: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (run.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (run.stderr += text))
  run.status = await new Promise((resolve) => child.on('close', resolve))
  return run
}

/** Where a server that was started listens, as soon as it does. */
export function addressOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(String(text))?.[0]
      if (address !== undefined) resolve(address)
    })
    child.on('close', () => reject(new Error('the server ended before it listened')))
  })
}
