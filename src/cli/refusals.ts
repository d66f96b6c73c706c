import type { KhabarError } from '../domain/error.ts'

/** Refused captures of one kind that are told one by one; of more, as an archive has thousands of images, only their number. */
const TOLD = 10

/** What was refused, by reason, in as much memory as there are reasons. */
export type Refusals = { add(path: string, error: KhabarError): void; print(): void }

export function createRefusals(): Refusals {
  const kinds = new Map<string, { count: number; told: string[] }>()
  return {
    add(path, error) {
      const code = error.faults[0]?.code ?? error.code
      const kind = kinds.get(code) ?? { count: 0, told: [] }
      kinds.set(code, kind)
      kind.count++
      if (kind.told.length < TOLD) kind.told.push(`${path}: ${error.message}`)
    },
    print() {
      for (const [code, { count, told }] of kinds) {
        for (const line of told) process.stderr.write(`${line}\n`)
        if (count > told.length) process.stderr.write(`… and ${count - told.length} more refused for "${code}".\n`)
      }
    },
  }
}
