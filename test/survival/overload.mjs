import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { writeCaptures } from './captures.mjs'
import { startBystander } from './client.mjs'
import { khabar, memoryOf, serve } from './processes.mjs'

/** Requests that the server takes at once, and ten times as many connections that ask without pause. */
const TAKES = 20
const CONNECTIONS = 10 * TAKES
const MILLISECONDS = 4000
/** Megabytes that a server may have held at most. */
const MEMORY = 450

const PATHS = [
  '/v1/articles?limit=20&include=sections&q=bridges',
  '/v1/articles?limit=20&q=council%20-winter',
  '/v1/tags?limit=20&q=bridges',
]

export const overload = {
  name: 'ten times the load it can take',
  short: 1,
  long: 100,
  async run({ count, random, folder, expect }) {
    const env = { KHABAR_DB: join(folder, 'archive.db'), KHABAR_MAX_IN_FLIGHT: String(TAKES) }
    const server = await serve(env)
    await khabar(['import', writeCaptures(folder, 'captures', 40, random).path], env)
    const counts = { served: 0, shed: 0, other: 0, 'health checks': 0, 'MB at most': 0 }
    const end = performance.now() + MILLISECONDS * count
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    const load = Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) tally(await ask(server.origin, random.pick(PATHS), agent), counts, expect)
    })
    const health = (async () => {
      while (performance.now() < end) {
        const { status } = await fetch(`${server.origin}/healthz`)
        expect(status === 200, 'health is answered all the while', status)
        counts['health checks']++
      }
    })()
    await Promise.all([...load, health])
    agent.destroy()
    counts['MB at most'] = memoryOf(server).most
    expect(counts['MB at most'] < MEMORY, `at most ${MEMORY} MB`, counts)
    expect(counts.served > 0 && counts.shed > 0, 'some are served, some are told to come again', counts)
    const bystander = await (await startBystander(server.origin))()
    expect(bystander.wrong === 0, 'and afterwards all is as before', bystander)
    await server.end()
    return counts
  },
}

function tally({ status, headers, error }, counts, expect) {
  if (status === 200) counts.served++
  else if (status === 503 && Number(headers['retry-after']) > 0) counts.shed++
  else {
    counts.other++
    expect(false, 'only 200, or 503 with Retry-After', { status, headers, error: String(error) })
  }
}

function ask(origin, path, agent) {
  return new Promise((resolve) => {
    get(origin + path, { agent }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }))
    }).on('error', (error) => resolve({ status: 0, error }))
  })
}
