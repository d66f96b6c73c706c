/**
 * The bare server, as a child process: node:http that sends from memory, for each address it is told, the bytes and the
 * headers that Khabar sends there; to a request with an If-None-Match that fits, its own 304.
 */
import { createServer, get } from 'node:http'

/** What Node itself adds to every answer. */
const NODES_OWN = ['date', 'connection', 'keep-alive', 'transfer-encoding']

const answers = new Map()

const server = createServer((request, response) => {
  const { etag, headers, fresh, body } = answers.get(request.url)
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, fresh)
    response.end()
    return
  }
  // One flat list of names and values is the fastest way that node:http has, so that the comparison is the hardest.
  response.writeHead(200, headers)
  response.end(body)
})
server.keepAliveTimeout = 72_000
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))

process.on('message', async ({ origin, paths, encoding }) => {
  answers.clear()
  for (const path of paths) answers.set(path, await copy(origin + path, encoding))
  process.send(paths.map((path) => answers.get(path).etag))
})
process.on('disconnect', () => process.exit())

/** fetch unpacks what is compressed, and so cannot be asked for the bytes. */
async function copy(url, encoding) {
  const answer = await new Promise((resolve, reject) =>
    get(url, { headers: { 'accept-encoding': encoding } }, resolve).on('error', reject),
  )
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`)
  const chunks = []
  for await (const chunk of answer) chunks.push(chunk)
  const headers = Object.entries(answer.headers).filter(([name]) => !NODES_OWN.includes(name))
  const fresh = headers.filter(([name]) => !['content-type', 'content-length'].includes(name))
  return { etag: answer.headers.etag, headers: headers.flat(), fresh: fresh.flat(), body: Buffer.concat(chunks) }
}
