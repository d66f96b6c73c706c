import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { KhabarError } from '../domain/error.ts'
import { formatOfName } from '../domain/format.ts'

/** A file as named on the command line or found below a folder that was; "-" is standard input. */
export type Input = { path: string; open: () => AsyncIterable<Uint8Array> }

/** Bytes of a file that are read at a time. */
const CHUNK = 256 * 1024

/**
 * Finds the files of a command line, folders recursively, in the order of their names. In folders the endings say what is
 * a capture; a file named itself is one whatever its ending.
 * @throws KhabarError 'not_found' for a path that is not there
 */
export async function* findInputs(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield { path, open: () => process.stdin }
    else if ((await statOf(path)).isDirectory()) yield* inputsBelow(path)
    else yield fileInput(path)
  }
}

async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    throw new KhabarError('not_found', `There is no file or folder "${path}".`, { cause })
  }
}

async function* inputsBelow(folder: string): AsyncGenerator<Input> {
  const entries = await entriesOf(folder)
  if (entries instanceof Error) {
    // Refused like a capture, so that the others go on.
    yield { path: folder, open: () => fail(entries) }
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* inputsBelow(path)
    else if (formatOfName(entry.name) !== null && (entry.isFile() || entry.isSymbolicLink())) yield fileInput(path)
  }
}

/** What is in a folder by name, without hidden entries; or why that cannot be read. */
async function entriesOf(folder: string): Promise<Dirent[] | Error> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const shown = entries.filter(({ name }) => !name.startsWith('.'))
    return shown.sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    return error as Error
  }
}

function fileInput(path: string): Input {
  return { path, open: () => createReadStream(path, { highWaterMark: CHUNK }) }
}

function fail(error: Error): never {
  throw error
}
