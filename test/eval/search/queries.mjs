import { existsSync, readFileSync } from 'node:fs'
import { BadInput } from '../captures.mjs'

/** The judged queries of a file: { q, relevant }, with names of captures; one that no capture is called is a fault. */
export function readQueries(path, captures) {
  if (!existsSync(path)) throw new BadInput(`There is no ${path}.`)
  const names = new Set(captures.map(({ name }) => name))
  const lines = readFileSync(path, 'utf8').split('\n')
  const queries = lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [readQuery(line, `${path}, line ${at + 1}`, names)],
  )
  if (queries.length === 0) throw new BadInput(`${path} has no query.`)
  return queries
}

function readQuery(line, where, names) {
  const { q, relevant } = parse(line, where)
  if (typeof q !== 'string' || !Array.isArray(relevant)) throw new BadInput(`${where} has no "q" or no "relevant".`)
  const unknown = relevant.find((name) => !names.has(name))
  if (unknown !== undefined) throw new BadInput(`${where} names "${unknown}", which no capture is called.`)
  return { q, relevant }
}

function parse(line, where) {
  try {
    return JSON.parse(line)
  } catch {
    throw new BadInput(`${where} is not JSON.`)
  }
}
