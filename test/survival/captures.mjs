import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS =
  'the harbour council said on Monday that repairs of old bridges would begin before winter and cost less than first feared after months of talks between both towns'.split(
    ' ',
  )

/** A short article as a text capture; `name` makes it one of its own, and its second headline is what the next one links to. */
export function makeText(name, random, paragraphs = 2) {
  const sentence = (length) => Array.from({ length }, () => random.pick(WORDS)).join(' ')
  const body = Array.from({ length: paragraphs }, () => `The ${sentence(24)}, and ${sentence(6)}.`)
  return [headlineOf(name), '12 March 2021, 10:20', ...body, `Read also: ${headlineOf(`${name}'`)}`].join('\n\n')
}

export function headlineOf(name) {
  return `Repairs of bridge ${name} begin before winter comes`
}

/** Writes as many captures to a new folder. @returns the folder, and the bytes of each file by its path */
export function writeCaptures(folder, name, count, random) {
  const path = join(folder, name)
  mkdirSync(path)
  const files = new Map()
  for (let at = 0; at < count; at++) {
    const file = join(path, `${String(at).padStart(5, '0')}.txt`)
    const bytes = Buffer.from(makeText(`${name}-${at}`, random))
    writeFileSync(file, bytes)
    files.set(file, bytes)
  }
  return { path, files }
}
