import { join } from 'node:path'
import { acknowledgedBy, inspectArchive } from './archive.mjs'
import { makeText, writeCaptures } from './captures.mjs'
import { createClient } from './client.mjs'
import { khabar, serve } from './processes.mjs'

const IMPORTERS = ['a', 'b', 'c', 'd']
const POSTS = 15

export const importers = {
  name: 'four importers, two servers and their clients on one file at once',
  short: 1,
  long: 50,
  async run({ count, random, folder, expect }) {
    const counts = { imported: 0, posted: 0, read: 0, lost: 0, faults: 0 }
    for (let round = 0; round < count; round++) {
      const kept = new Map()
      const file = join(folder, `${round}.db`)
      const servers = await Promise.all(['x', 'y'].map(() => serve({ KHABAR_DB: file })))
      const shared = writeCaptures(folder, `${round}-shared`, 10, random)
      const importing = IMPORTERS.map(async (name) => {
        const own = writeCaptures(folder, `${round}-${name}`, 30, random)
        const run = await khabar(['import', '--json', own.path, shared.path], { KHABAR_DB: file })
        expect(run.status === 0, `importer ${name} is not disturbed`, run)
        const acknowledged = acknowledgedBy(run.stdout, new Map([...own.files, ...shared.files]))
        for (const [id, bytes] of acknowledged) kept.set(id, bytes)
        counts.imported += acknowledged.length
      })
      const serving = servers.map((server, at) => useServer(server, { name: `${round}-${at}`, random, kept, expect }))
      await Promise.all(importing)
      for (const used of await Promise.all(serving)) {
        counts.posted += used.posted
        counts.read += used.read
      }
      await seenByAll(servers, kept, expect)
      for (const server of servers) await server.end()
      const found = await inspectArchive(file, kept)
      expect(found.lost.length + found.faults.length === 0, 'nothing lost, no fault', found)
      const captures = 1 + IMPORTERS.length * 30 + 10 + 2 * POSTS
      expect(found.captures === captures, 'each capture is there once', { captures, found: found.captures })
      counts.lost += found.lost.length
      counts.faults += found.faults.length
    }
    return counts
  },
}

/** Writes and reads by turns. */
async function useServer({ origin }, { name, random, kept, expect }) {
  const client = await createClient(origin)
  const used = { posted: 0, read: 0 }
  for (let at = 0; at < POSTS; at++) {
    const bytes = Buffer.from(makeText(`${name}-${at}`, random))
    const { status, text } = await client.post(bytes)
    expect(status === 201, 'a client is not told of the others', text)
    const { article } = JSON.parse(text).links
    kept.set(article.split('/').at(-1), bytes)
    used.posted++
    for (const path of [article, '/v1/articles?limit=5', '/v1/articles?q=bridges&limit=5', '/readyz']) {
      const answer = await client.ask(path)
      expect(answer.status === 200, `${path} is read while others write`, answer.text)
      used.read++
    }
  }
  expect(client.faults.length === 0, 'every answer is as documented', client.faults)
  return used
}

/** What one process wrote, every server has at once. */
async function seenByAll(servers, kept, expect) {
  const totals = servers.map(async ({ origin }) => {
    const { meta } = await (await fetch(`${origin}/v1/articles?limit=1`)).json()
    return meta.total
  })
  const [first, second] = await Promise.all(totals)
  expect(first === second && first === kept.size + 1, 'both servers have all articles', {
    first,
    second,
    kept: kept.size,
  })
}
