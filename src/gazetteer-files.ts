import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KhabarError } from './domain/error.ts'
import type { GazetteerFile } from './tagging/gazetteer-file.ts'

/**
 * The files of the gazetteer that ships, and behind them those of the user's folder, where there is one (null: none).
 * Only their bytes: a start that loads no gazetteer decodes none of them.
 * @throws KhabarError 'invalid_parameter' for what is no folder and for a file that cannot be read
 */
export function findGazetteerFiles(shipped: string, own: string | null): GazetteerFile[] {
  const files = filesOf(shipped).map((file) => ({ ...file, isChecked: true }))
  return [...files, ...(own === null ? [] : filesOf(own))]
}

function filesOf(folder: string): GazetteerFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new KhabarError('invalid_parameter', `KHABAR_GAZETTEER is "${folder}"; it takes a folder of JSON files.`)
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => ({ path: join(folder, name), text: readBytes(join(folder, name)) }))
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new KhabarError('invalid_parameter', `${path} cannot be read (${code}).`, { cause })
  }
}
