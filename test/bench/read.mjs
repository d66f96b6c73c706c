/**
 * Reading an article by id at 50 connections, against a bare node:http server that sends the same bytes with the same
 * headers: the two in turn, several times, in one run on this machine.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const ROUNDS = Number(process.argv[2] ?? 5)
const SECONDS = Number(process.argv[3] ?? 4)
const CONNECTIONS = 50

if (process.env.BARE_SERVER !== undefined) serveBare(JSON.parse(process.env.BARE_SERVER))
else await compare()

/** As a child process: one answer, whatever is asked. */
function serveBare({ headers, body }) {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
}

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
  const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
  const khabar = await start([main, 'serve'], { KHABAR_DB: join(folder, 'archive.db'), PORT: '0', LOG_LEVEL: 'warn' })
  const [{ id }] = (await (await fetch(`${khabar.address}/v1/articles?fields=id`)).json()).data
  const answer = await fetch(`${khabar.address}/v1/articles/${id}`, { headers: { 'accept-encoding': 'identity' } })
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
  // One flat list of names and values: the fastest way that node:http has, so that the comparison is the hardest.
  const headers = [...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)).flat()
  const bare = await start([fileURLToPath(import.meta.url)], { BARE_SERVER: JSON.stringify({ headers, body }) })

  const ratios = []
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await load(`${khabar.address}/v1/articles/${id}`)
    const theirs = await load(`${bare.address}/`)
    // The first round warms both up.
    if (round > 0) ratios.push(ours / theirs)
    if (round > 0)
      console.log(
        `  round ${round}: ${Math.round(ours)} against ${Math.round(theirs)} requests a second, ratio ${(ours / theirs).toFixed(2)}`,
      )
  }
  ratios.sort((one, other) => one - other)
  console.log(`read by id: median ratio to a bare node:http server ${ratios[Math.floor(ratios.length / 2)].toFixed(2)}`)
  console.log(`  peak memory: khabar ${peakMemory(khabar.child)} MiB, bare ${peakMemory(bare.child)} MiB`)
  khabar.child.kill()
  bare.child.kill()
  rmSync(folder, { recursive: true })
}

function start(args, env) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(String(text))?.[0]
      if (address !== undefined) resolve({ child, address })
    })
  })
}

/** Requests a second. */
async function load(url) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`)
  return result.requests.average
}

/** Mebibytes; Linux only. */
function peakMemory({ pid }) {
  const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kibibytes) / 1024)
}
