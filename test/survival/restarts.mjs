import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspectArchive } from './archive.mjs'
import { makeText } from './captures.mjs'
import { pathOfShipped } from './client.mjs'
import { serve, TOKEN } from './processes.mjs'

const CLIENTS = 8

export const restarts = {
  name: 'SIGTERM under load: rolling restarts of two servers',
  short: 2,
  long: 100,
  async run({ count, random, folder, expect }) {
    const env = { KHABAR_DB: join(folder, 'archive.db'), KHABAR_DRAIN_SECONDS: '5' }
    const servers = [await serve(env), await serve(env)]
    const balancer = createBalancer(servers)
    const counts = { restarts: 0, requests: 0, failed: 0, 'ms at most': 0, lost: 0 }
    const kept = new Map()
    const load = Array.from({ length: CLIENTS }, (_, client) =>
      sendOn({ balancer, client, random, counts, kept, expect }),
    )
    for (let round = 0; round < count; round++) {
      await sleep(300)
      const { status } = await servers[round % 2].end()
      expect(status === 0, 'a server ends well', status)
      servers[round % 2] = await serve(env)
      counts.restarts++
    }
    await balancer.stop()
    await Promise.all(load)
    for (const server of servers) await server.end()
    const found = await inspectArchive(env.KHABAR_DB, kept)
    expect(found.lost.length + found.faults.length === 0, 'nothing lost, no fault', found)
    return { ...counts, lost: found.lost.length }
  },
}

/** What a proxy does: asks each server again and again whether it is ready, and gives requests to those that are. */
function createBalancer(servers) {
  let at = 0
  let goesOn = true
  const looking = servers.map(async (_, place) => {
    for (; goesOn; await sleep(100)) {
      const server = servers[place]
      const signal = AbortSignal.timeout(1000)
      server.isReady = (await fetch(`${server.origin}/readyz`, { signal }).then(statusOf, () => 0)) === 200
    }
  })
  return {
    isOn: () => goesOn,
    async choose() {
      for (;;) {
        const ready = servers.filter(({ isReady }) => isReady)
        if (ready.length > 0) return ready[at++ % ready.length].origin
        await sleep(20)
      }
    },
    stop() {
      goesOn = false
      return Promise.all(looking)
    },
  }
}

async function statusOf(response) {
  await response.arrayBuffer()
  return response.status
}

/** Reads, and writes now and then, until the balancer stops. */
async function sendOn({ balancer, client, random, counts, kept, expect }) {
  const path = await pathOfShipped(await balancer.choose())
  for (let at = 0; balancer.isOn(); at++) {
    await sleep(5)
    const origin = await balancer.choose()
    counts.requests++
    const start = performance.now()
    const request = at % 20 === 0 ? post(origin, `${client}-${at}`, random, kept) : fetch(origin + path).then(statusOf)
    const outcome = await request.catch((error) => String(error.cause ?? error))
    counts['ms at most'] = Math.max(counts['ms at most'], Math.round(performance.now() - start))
    if (outcome === 200 || outcome === 201) continue
    counts.failed++
    expect(false, 'no request fails', { outcome, after: performance.now() - start })
  }
}

async function post(origin, name, random, kept) {
  const body = Buffer.from(makeText(name, random))
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain' }
  const response = await fetch(`${origin}/v1/imports`, { method: 'POST', body, headers })
  const { data } = await response.json()
  if (response.status === 201) kept.set(data.article.id, body)
  return response.status
}
