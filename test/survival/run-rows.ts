import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url))

type Result = { name: string; seed: number; counts: Record<string, number | string>; failures: string[] }

/** Runs the short form of all rows of one kind, in a process of its own; each is an assertion. */
export async function runRows(t: Test, kind: 'storage' | 'network'): Promise<void> {
  const child = spawn(process.execPath, [MAIN, '--json', '--only', kind], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const { name, seed, counts, failures }: Result = JSON.parse(line)
    const told = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
    t.comment(`${name}: ${told.join(', ')}`)
    t.strictSame(failures, [], `${name} (seed ${seed})`)
  }
  t.equal(await ended, 0)
}
