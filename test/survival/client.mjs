import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createContract } from '../helpers/contract.mjs'
import { TOKEN } from './processes.mjs'

/**
 * Asks a server and holds each answer against the server's own openapi.json.
 * @returns what counts the answers by status, and lists what is not as documented
 */
export async function createClient(origin) {
  const document = await (await fetch(`${origin}/openapi.json`)).json()
  const findFaults = createContract(document)
  const statuses = new Map()
  const faults = []
  return {
    origin,
    document,
    statuses,
    faults,
    async ask(path, { method = 'GET', ...init } = {}) {
      const response = await fetch(origin + path, { redirect: 'manual', method, ...init })
      const bytes = Buffer.from(await response.arrayBuffer())
      const answer = { status: response.status, headers: response.headers, bytes, text: bytes.toString() }
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      faults.push(...findFaults(method, path, answer))
      return answer
    },
    post(body, { query = '', type = 'text/plain', headers = {} } = {}) {
      const all = { authorization: `Bearer ${TOKEN}`, 'content-type': type, ...headers }
      return this.ask(`/v1/imports${query}`, { method: 'POST', body, headers: all })
    },
  }
}

/** Sends bytes as they are and reads until the server closes, at most so many milliseconds; `closed`: whether it did. */
export function exchange(port, bytes, milliseconds) {
  return new Promise((resolve) => {
    const chunks = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const end = (closed) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ closed, text: Buffer.concat(chunks).toString('latin1') })
    }
    const timer = setTimeout(() => end(false), milliseconds)
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {})
    socket.on('close', () => end(true))
  })
}

/**
 * Somebody else who reads the article that ships all the while, and must get it as it was.
 * @returns how to stop; that answers how often it was read, how often it was not as before, and the longest wait in ms
 */
export async function startBystander(origin, pause = 50) {
  const path = await pathOfShipped(origin)
  const first = await (await fetch(origin + path)).text()
  const seen = { reads: 0, wrong: 0, slowest: 0 }
  let goesOn = true
  const loop = (async () => {
    while (goesOn) {
      const start = performance.now()
      const text = await fetch(origin + path).then((response) => response.text(), String)
      seen.reads += 1
      if (text !== first) seen.wrong += 1
      seen.slowest = Math.max(seen.slowest, Math.round(performance.now() - start))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  })()
  return async () => {
    goesOn = false
    await loop
    return seen
  }
}

/** The article of the capture that ships. */
export async function pathOfShipped(origin) {
  const { data } = await (await fetch(`${origin}/v1/articles?to=2020-12-31&fields=id`)).json()
  return `/v1/articles/${data[0].id}`
}

/** Its capture. */
export function shippedBytes() {
  return readFileSync(new URL('../../data/captures/000_b21d5fbc0fe15a88.txt', import.meta.url))
}
