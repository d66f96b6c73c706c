import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Test } from 'tap'
import type { Fault } from '../../src/domain/error.ts'
import type { Peers } from '../../src/domain/peers.ts'
import type { ArticleStore, Draft } from '../../src/domain/store.ts'
import { type AppOptions, createApp } from '../../src/http/app.ts'
import { createIngest } from '../../src/ingest.ts'
import { openArchive } from './archive.ts'
import { createContract } from './openapi-contract.ts'
import { reader } from './reader.ts'

export const TOKEN = 'a-token-for-tests'

const OPTIONS: AppOptions = {
  tokens: () => [{ name: 'tests', secret: TOKEN }],
  corsOrigin: '*',
  trustProxy: false,
  rateLimit: 0,
  bodyLimit: 1024 * 1024,
  maxInFlight: 1000,
  metrics: true,
  securityContacts: [],
  cacheBytes: 1024 * 1024,
  isDraining: () => false,
}

/** What bodies have, problems among them; which of it an answer has, openapi.json says. */
export type Body = {
  data: Item & Item[]
  meta: { total: number | null; limit: number; sort: string }
  links: Record<string, string>
  code: string
  detail: string
  requestId: string
  errors: Fault[]
}
type Item = { id: string; [key: string]: unknown }

export type Answer = {
  status: number
  headers: Headers
  text: string
  /** The body, parsed, if it is JSON. */
  json: Body
}

export type Server = {
  app: FastifyInstance
  store: ArticleStore
  /** Ids of the drafts, in their order. */
  ids: string[]
  origin: string
  /** What was logged, one object a line. */
  log: Record<string, unknown>[]
  /** Sends a request and holds the answer against openapi.json: its status, headers and body must be documented. */
  ask(path: string, init?: RequestInit): Promise<Answer>
  /** Sends bytes as they are and reads until the server closes, at most `milliseconds`. */
  raw(bytes: string | Uint8Array, milliseconds?: number): Promise<string>
}

type Setup = Partial<AppOptions> & {
  peers?: Peers
  /** An archive that the test closes itself, instead of one in memory. */
  archive?: ArticleStore
  drafts?: Draft[]
  /** Replaces methods of the store, for what a real one does only when the disk is full and the like. */
  broken?: Partial<ArticleStore>
}

/** The real app on a free port with the real store, in memory if not said otherwise; both closed when the test ends. */
export async function openTestApp(
  t: Test,
  { archive, drafts = [], broken = {}, peers, ...options }: Setup = {},
): Promise<Server> {
  const real = archive ?? (await openArchive())
  const results = await real.saveArticles(drafts, new Date('2026-01-02T03:04:05.000Z'))
  const store: ArticleStore = { ...real, ...broken }
  const log: Record<string, unknown>[] = []
  const app = await createApp(
    {
      store,
      ingest: createIngest(store, reader),
      log: pino({ level: 'debug' }, { write: (line) => log.push(JSON.parse(line)) }),
      name: 'khabar',
      version: '1.2.3',
      peers: peers ?? null,
    },
    { ...OPTIONS, ...options },
  )
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    app.server.closeAllConnections()
    await app.close()
    if (archive === undefined) await real.close()
  })
  const check = createContract(app)
  return {
    app,
    store: real,
    ids: results.map(({ id }) => id),
    origin,
    log,
    async ask(path, init = {}) {
      const answer = await read(await fetch(origin + path, { redirect: 'manual', ...init }))
      check(t, init.method ?? 'GET', path, answer)
      return answer
    },
    raw: (bytes, milliseconds = 3000) => exchange((app.server.address() as AddressInfo).port, bytes, milliseconds),
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== ''
  const json = isJson ? JSON.parse(text) : undefined
  return { status: response.status, headers: response.headers, text, json }
}

async function exchange(port: number, bytes: string | Uint8Array, milliseconds: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {})
  const timer = setTimeout(() => socket.destroy(), milliseconds)
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  await once(socket, 'close')
  clearTimeout(timer)
  return Buffer.concat(chunks).toString('latin1')
}

/** A POST of a capture. */
export function importing(text: string | Uint8Array, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: text as NonNullable<RequestInit['body']>,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain', ...headers },
  }
}
