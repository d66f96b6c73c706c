/**
 * The load generator, as a child process: keeps a number of connections busy with one request at a time each and reads no
 * more of an answer than its head. autocannon takes more CPU for a request than a bare node:http server does, so that it
 * would measure itself.
 */
import { connect } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')
const LENGTH = 'content-length: '

let turn = 0

process.on('message', async (job) => process.send(await load(job)))
process.on('disconnect', () => process.exit())

/** @returns how many requests in how many seconds, the 99th percentile in milliseconds, and this process' CPU in seconds */
async function load({ origin, requests, connections, seconds, status }) {
  const { hostname, port } = new URL(origin)
  const messages = requests.map(({ path, headers }) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`))
  const next = () => messages[turn++ % messages.length]
  const latencies = []
  const cpu = process.cpuUsage()
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, () => keepBusy({ hostname, port }, next, end, status, latencies)),
  )
  const elapsed = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  latencies.sort((one, other) => one - other)
  return {
    count: latencies.length,
    seconds: elapsed,
    p99: latencies[Math.floor(latencies.length * 0.99)],
    loadCpu: (user + system) / 1e6,
  }
}

/** One request after the other until `end`; rejects on an answer with another status than this. */
function keepBusy(address, next, end, status, latencies) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.hostname, port: address.port, noDelay: true })
    const reader = createReader(status)
    let sentAt = 0
    const send = () => {
      sentAt = performance.now()
      socket.write(next())
    }
    socket.on('connect', send).on('error', reject)
    socket.on('close', () => reject(new Error('the server closed a connection')))
    socket.on('data', (chunk) => {
      const outcome = reader(chunk)
      if (outcome === 'more') return
      if (outcome !== 'done') return reject(new Error(outcome))
      const now = performance.now()
      latencies.push(now - sentAt)
      if (now < end) return send()
      resolve()
      socket.removeAllListeners('close').destroy()
    })
  })
}

/** Tells for each chunk whether the answer is complete, or what is wrong with it. */
function createReader(status) {
  let head = null
  let missing = 0
  return (chunk) => {
    if (missing > 0) {
      missing -= chunk.length
      return missing === 0 ? 'done' : 'more'
    }
    head = head === null ? chunk : Buffer.concat([head, chunk])
    const at = head.indexOf(HEAD_END)
    if (at === -1) return 'more'
    const text = head.latin1Slice(0, at + 2)
    missing = at + 4 + bodyLength(text) - head.length
    head = null
    if (!text.startsWith(`HTTP/1.1 ${status} `)) return text
    return missing === 0 ? 'done' : 'more'
  }
}

function bodyLength(head) {
  const at = head.indexOf(LENGTH)
  return at === -1 ? 0 : Number(head.slice(at + LENGTH.length, head.indexOf('\r\n', at)))
}
