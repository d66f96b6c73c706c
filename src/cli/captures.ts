import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Capture, MediaType } from '../domain/capture.ts'
import { KhabarError } from '../domain/error.ts'

/** A capture as named on the command line, or below a folder that was: its path, "-" for standard input. */
export type Input = { path: string; read: () => Promise<Capture> }

/** In folders, files with these endings are captures; a file named itself is one whatever its ending. */
const ENDINGS = /\.(?:txt|html?)(?:\.gz)?$/i

/**
 * Finds the captures of a command line, folders recursively, in the order of their names.
 * @throws KhabarError 'not_found' for a path that is not there
 */
export async function* findInputs(
  paths: readonly string[],
  options: { url: string | null; limit: number },
): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-')
      yield {
        path,
        read: async () => capture(await readAll(process.stdin, options.limit), 'text/plain', null, options.url),
      }
    else if ((await statOf(path)).isDirectory()) yield* inputsBelow(path, options)
    else yield fileInput(path, options)
  }
}

async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    throw new KhabarError('not_found', `There is no file or folder "${path}".`, { cause })
  }
}

async function* inputsBelow(folder: string, options: { url: string | null; limit: number }): AsyncGenerator<Input> {
  const entries = await entriesOf(folder)
  if (entries instanceof Error) {
    // Refused like a capture, so that the others go on.
    yield { path: folder, read: () => Promise.reject(entries) }
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const isCapture = ENDINGS.test(entry.name)
    if (entry.isDirectory()) yield* inputsBelow(path, options)
    else if (isCapture && (entry.isFile() || entry.isSymbolicLink())) yield fileInput(path, options)
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

function fileInput(path: string, { url, limit }: { url: string | null; limit: number }): Input {
  return {
    path,
    read: async () => {
      const file = createReadStream(path)
      const bytes = await readAll(path.endsWith('.gz') ? unpacked(file) : file, limit)
      const name = basename(path).replace(/\.gz$/, '')
      return capture(bytes, mediaTypeOf(name), name, url)
    },
  }
}

/** Told by the name's ending; whatever is not called HTML is text. */
function mediaTypeOf(name: string): MediaType {
  return /\.html?$/i.test(name) ? 'text/html' : 'text/plain'
}

function capture(bytes: Uint8Array, mediaType: MediaType, name: string | null, url: string | null): Capture {
  return { bytes, mediaType, charset: null, name, url, capturedAt: null }
}

/** What fails in either stream fails in the one that is read. */
function unpacked(file: Readable): Readable {
  return pipeline(file, createGunzip(), () => {})
}

/** All bytes of a stream, or the first `limit` + 1 of them: enough for the importer to say that there are too many. */
async function readAll(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    size += chunk.length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}

/** The capture, or why its file cannot be read. */
export async function readInput(input: Input): Promise<Capture | KhabarError> {
  try {
    return await input.read()
  } catch (cause) {
    return new KhabarError('no_article', `The file cannot be read: ${(cause as Error).message}`, { cause })
  }
}
