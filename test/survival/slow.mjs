import { connect } from 'node:net'
import { join } from 'node:path'
import { startBystander } from './client.mjs'
import { serve, TOKEN } from './processes.mjs'

const SOCKETS = 200
const WITHIN = 12_000
const IMPORT = `POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/plain\r\n`

/** What each socket begins with, and what it sends every half second after that. */
const MANNERS = {
  'sends nothing': ['', ''],
  'begins a method': ['G', ''],
  'sends a head without end': ['GET /healthz HTTP/1.1\r\nHost: x\r\n', 'X: y\r\n'],
  'sends a header letter by letter': ['GET /healthz HTTP/1.1\r\nHost: x\r\nX: ', 'y'],
  'does not send its body': [`${IMPORT}Content-Length: 1000\r\n\r\nhello`, ''],
  'sends its body letter by letter': [`${IMPORT}Content-Length: 1000\r\n\r\n`, 'a'],
  'sends chunks without end': [`${IMPORT}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'],
}

export const slow = {
  name: '200 slow sockets',
  short: 1,
  long: 20,
  async run({ count, folder, expect }) {
    const server = await serve({ KHABAR_DB: join(folder, 'archive.db') })
    const counts = { sockets: 0, closed: 0, 'ms at most': 0, 'read by another': 0 }
    for (let round = 0; round < count; round++) {
      const stopReading = await startBystander(server.origin)
      const manners = Object.entries(MANNERS)
      const sockets = Array.from({ length: SOCKETS }, (_, at) => dawdle(server.port, manners[at % manners.length]))
      for (const { name, closed, milliseconds } of await Promise.all(sockets)) {
        expect(closed, `a socket that ${name} is closed within ${WITHIN} ms`, milliseconds)
        counts.sockets++
        counts.closed += Number(closed)
        counts['ms at most'] = Math.max(counts['ms at most'], milliseconds)
      }
      const bystander = await stopReading()
      expect(bystander.wrong === 0 && bystander.reads > 20, 'others are served meanwhile', bystander)
      counts['read by another'] += bystander.reads
    }
    await server.end()
    return counts
  },
}

function dawdle(port, [name, [first, then]]) {
  return new Promise((resolve) => {
    const start = performance.now()
    const socket = connect(port, '127.0.0.1', () => socket.write(first))
    const more = setInterval(() => then !== '' && socket.writable && socket.write(then), 500)
    const late = setTimeout(() => end(false), WITHIN)
    const end = (closed) => {
      clearInterval(more)
      clearTimeout(late)
      socket.destroy()
      resolve({ name, closed, milliseconds: Math.round(performance.now() - start) })
    }
    socket.on('error', () => {}).on('close', () => end(true))
    socket.resume()
  })
}
