import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { addressOf, ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'

const TOKEN = 'a-token'
const FILES = 120
const POSTS = 20

function captureOf(writer: string, number: number): string {
  const paragraph = `The ${writer} wrote the sentence with the number ${number}, and it goes on for as long as it takes to be text.`
  return `Story ${number} of the ${writer} that is told here\n\n5 May 2021\n\n${paragraph}\n\n${paragraph} And once more.\n`
}

t.test(
  'two servers and an importer on one file: nobody is refused, nothing is lost',
  { timeout: 300_000 },
  async (t) => {
    const folder = temporaryFolder(t)
    const env = { KHABAR_DB: join(folder, 'archive.db'), PORT: '0', KHABAR_TOKEN: TOKEN, LOG_LEVEL: 'warn' }
    const captures = join(folder, 'captures')
    mkdirSync(captures)
    for (let number = 0; number < FILES; number++) {
      writeFileSync(join(captures, `${number}.txt`), captureOf('importer', number))
    }
    const servers = [startKhabar(['serve'], env), startKhabar(['serve'], env)]
    t.teardown(() => servers.map((server) => server.kill('SIGKILL')))
    const ends = servers.map(ended)
    const addresses = await Promise.all(servers.map(addressOf))
    let importing = true
    const imported = khabar(['import', captures], env).finally(() => {
      importing = false
    })
    const statuses = new Map<number, number>()
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const locations: string[] = []
    const write = async (address: string, writer: string) => {
      const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain' }
      for (let number = 0; number < POSTS; number++) {
        const body = captureOf(writer, number)
        const response = await fetch(`${address}/v1/imports`, { method: 'POST', headers, body })
        count(response.status)
        locations.push(response.headers.get('location') ?? '')
        await response.arrayBuffer()
      }
    }
    const read = async (address: string) => {
      while (importing) {
        const response = await fetch(`${address}/v1/articles?q=sentence&limit=5`)
        count(response.status)
        await response.arrayBuffer()
      }
    }
    await Promise.all(addresses.flatMap((address, at) => [write(address, `server ${at}`), read(address)]))

    t.match(await imported, { status: 0, stderr: `${FILES} new, 0 revised, 0 unchanged, 0 refused.` })
    t.strictSame([...statuses.keys()].sort(), [200, 201], 'no client saw that others write')
    t.equal(statuses.get(201), 2 * POSTS)
    for (const address of addresses) {
      const gone = []
      for (const location of locations) if ((await fetch(address + location)).status !== 200) gone.push(location)
      t.strictSame(gone, [], 'each server has what both acknowledged')
    }
    for (const server of servers) server.kill('SIGTERM')
    for (const { status, stderr } of await Promise.all(ends))
      t.match({ status, stderr }, { status: 0, stderr: /^$|slow/ })
    const all = FILES + 2 * POSTS + 1
    t.match(await khabar(['check'], env), {
      status: 0,
      stderr: new RegExp(`${all} articles, ${all} captures, no fault`),
    })
  },
)
