import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What is wrong with what the user gave. */
export class BadInput extends Error {}

const CAPTURE = /\.(?:txt|html?)(?:\.gz)?$/

/**
 * The captures below a folder that have a truth beside them: { id, name, path, kind, truth, present }. `index.json` in the
 * folder may say by id which facts of a truth stand in which text capture at all, and which texts are not usable.
 */
export function findCaptures(folder) {
  if (!existsSync(folder)) throw new BadInput(`There is no folder "${folder}".`)
  const index = new Map(readIndex(join(folder, 'index.json')).map((item) => [item.id, item]))
  const captures = foldersBelow(folder)
    .filter((path) => existsSync(join(path, 'truth.json')))
    .flatMap((path) => capturesIn(path, relative(folder, path).split(sep).join('/') || basename(path), index))
  if (captures.length === 0) throw new BadInput(`No folder below "${folder}" has captures and a truth.json.`)
  return captures
}

function capturesIn(path, id, index) {
  const item = index.get(id) ?? {}
  return readdirSync(path)
    .filter((file) => CAPTURE.test(file) && !(item.text_usable === false && !file.endsWith('.gz')))
    .sort()
    .map((file) => ({
      ...{ name: `${id}/${file}`, path: join(path, file), truth: join(path, 'truth.json') },
      kind: file.replace(CAPTURE, ''),
      present: isPage(file) || file === 'text.txt' ? null : (item.present?.[file] ?? null),
    }))
}

function foldersBelow(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...below.flatMap((entry) => foldersBelow(join(folder, entry.name)))]
}

function readIndex(path) {
  const index = existsSync(path) ? readJson(path) : []
  if (!Array.isArray(index)) throw new BadInput(`${path} is no list of captures.`)
  return index
}

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${error.message}`)
  }
}

/** The file as Khabar takes it. */
export function readCapture(path) {
  const bytes = readFileSync(path)
  return {
    bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    mediaType: isPage(path) ? 'text/html' : 'text/plain',
    ...{ charset: null, name: basename(path).replace(/\.gz$/, ''), url: null, capturedAt: null },
  }
}

function isPage(path) {
  return /\.html?(?:\.gz)?$/.test(path)
}
