import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { KhabarError } from './domain/error.ts'
import type { Ingest } from './domain/ingest.ts'
import type { Peers } from './domain/peers.ts'
import type { ArticleStore } from './domain/store.ts'
import { createDrafter, type Drafter } from './drafting/drafter.ts'
import { createSuccession } from './drafting/succession.ts'
import { findGazetteerFiles } from './gazetteer-files.ts'
import { createIngest, createReader, type Reader, taggerOf } from './ingest.ts'
import { type Curator, createCurator } from './tagging/explain.ts'
import type { GazetteerFile } from './tagging/gazetteer-file.ts'
import { openTokenFile } from './token-file.ts'
import { packageVersion } from './version.ts'

/** The package's own folder: what ships with it lies beside `src` and `dist`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MIGRATIONS = join(ROOT, 'migrations', 'sqlite')

export type Archive = {
  store: ArticleStore
  ingest: Ingest
  /**
   * Reads the gazetteer's files anew; from then on captures are tagged with them. Answers the number of their entries.
   * @throws KhabarError 'invalid_parameter' for a file that is not right; the gazetteer before stays in use
   */
  reloadGazetteer(): Promise<number>
  close(): Promise<void>
}

/** Whether captures come by the thousand, or one by one to a server that has other requests to answer meanwhile. */
export type Work = 'batch' | 'requests'

/**
 * A thread comes up in the time of some hundred texts. A server reads nothing itself: that would hold up others, and the
 * memory that reading takes is given back with the thread.
 */
const THREADS = {
  batch: { few: 40, large: 1024 * 1024 },
  requests: { few: 0, large: 0 },
} satisfies Record<Work, { few: number; large: number }>

/** The folder of captures that an empty archive begins with. */
export function shippedCaptures(): string {
  return join(ROOT, 'data', 'captures')
}

/**
 * Logs go to standard error, one JSON object a line: standard output is for data. But for a terminal they are written by
 * 15,000 characters, a second late at most, since there is one for each request.
 */
export async function createLog({ logLevel }: Pick<Config, 'logLevel'>): Promise<Logger> {
  const { destination, pino } = await import('pino')
  const pages = process.stderr.isTTY ? {} : { minLength: 15_000, periodicFlush: 1000 }
  return pino({ level: logLevel }, destination({ dest: 2, sync: false, ...pages }))
}

/**
 * What reads and tags captures: the gazetteer that ships, with the user's own files behind it, which are looked at now.
 * @throws KhabarError 'invalid_parameter' for a file that is not right
 */
export function openReader(config: Pick<Config, 'gazetteer' | 'captureLimit'>, now = () => new Date()): OpenReader {
  const reader = readerOf(config, now)
  if (config.gazetteer !== null) reader.gazetteer
  return reader
}

/** A reader with the files that its gazetteer is loaded from. */
export type OpenReader = Reader & { files: readonly GazetteerFile[] }

function readerOf({ gazetteer, captureLimit }: Pick<Config, 'gazetteer' | 'captureLimit'>, now = () => new Date()) {
  const files = findGazetteerFiles(join(ROOT, 'data', 'gazetteer'), gazetteer)
  return Object.assign(createReader(files, { now, captureLimit }), { files })
}

/** Reads and tags captures, many at once where there are many. */
export function openDrafter(reader: OpenReader, config: Config, work: Work): Drafter {
  const setup = { files: reader.files, captureLimit: config.captureLimit }
  return createDrafter(reader, { ...THREADS[work], size: config.importWorkers, seconds: config.importSeconds, setup })
}

/** The archive of the configuration, migrated, with the way into it. */
export async function openArchive(config: Config, work: Work = 'batch'): Promise<Archive> {
  const reader = readerOf(config)
  const store = await openStore(config.db)
  await learnNames(store, reader).catch(async (error) => {
    await store.close()
    throw error
  })
  if (work === 'requests') reader.unload()
  const drafter = createSuccession(openDrafter(reader, config, work))
  return {
    store,
    ingest: createIngest(store, reader, drafter.draft),
    async reloadGazetteer() {
      const next = openReader(config)
      const { size } = next.gazetteer.listed
      await learnNames(store, next)
      if (work === 'requests') next.unload()
      drafter.follow(openDrafter(next, config, work))
      return size
    },
    async close() {
      await drafter.close()
      await store.close()
    },
  }
}

/**
 * Makes the gazetteer's names known to the archive. One that is known was found right before, and is not loaded for it.
 * @throws KhabarError 'invalid_parameter' for a file that is not right
 */
async function learnNames(store: ArticleStore, reader: Reader): Promise<void> {
  if (await store.hasTagNames(reader.tagger)) return
  await store.saveTagNames([...reader.gazetteer.listed.values()], reader.tagger)
}

/**
 * An archive that must be there already, with what tags its articles anew.
 * @throws KhabarError 'storage_unavailable', or 'invalid_parameter' for a gazetteer's file that is not right
 */
export async function openForTagging(config: Config) {
  const reader = readerOf(config)
  const store = await openExistingStore(config.db)
  return { store, tagger: taggerOf(reader), learnNames: () => learnNames(store, reader) }
}

/** The gazetteer of the configuration, to look into. */
export function openCurator(config: Config): Curator {
  return createCurator(openReader(config).gazetteer)
}

/** An archive that must be there already. @throws KhabarError 'storage_unavailable' */
export async function openExistingStore(file: string): Promise<ArticleStore> {
  return openStore(file, { mustExist: true })
}

/** The database, the server and the log are loaded by what needs them: `khabar parse` starts in half the time without. */
async function openStore(file: string, options?: { mustExist: boolean }): Promise<ArticleStore> {
  const { openSqlite } = await import('./storage/sqlite/open.ts')
  const { createArticleStore } = await import('./storage/sqlite/article-store.ts')
  return createArticleStore(await openSqlite(file, MIGRATIONS, options))
}

/** Milliseconds that requests under way may still take once no new ones are accepted. */
const CLOSE_SOCKETS_AFTER = 2000

/** A listening server: its address, and how it is closed once a proxy had time to see that it is going. */
export type Server = {
  address: string
  rereadTokens(): void
  close(): Promise<void>
}

export async function startServer(
  { store, ingest }: Pick<Archive, 'store' | 'ingest'>,
  config: Config,
  log: Logger,
  peers: Peers | null = null,
): Promise<Server> {
  let draining = false
  const { token, tokenFile, corsOrigin, trustProxy, rateLimit, captureLimit, maxInFlight } = config
  const { metrics, securityContacts, cacheBytes } = config
  const single = token === null ? [] : [{ name: 'KHABAR_TOKEN', secret: token }]
  const file = tokenFile === null ? null : openTokenFile(tokenFile, log)
  const tokens = () => (file === null ? single : [...single, ...file.tokens()])
  const { createApp } = await import('./http/app.ts')
  const app = await createApp(
    { store, ingest, log, name: 'khabar', version: packageVersion(), peers },
    {
      ...{
        tokens,
        corsOrigin,
        trustProxy,
        rateLimit,
        bodyLimit: captureLimit,
        maxInFlight,
        metrics,
        securityContacts,
        cacheBytes,
      },
      isDraining: () => draining,
    },
  )
  const address = await app.listen({ host: config.host, port: config.port }).catch((cause: NodeJS.ErrnoException) => {
    const where = `${config.host}:${config.port}`
    throw new KhabarError(
      'invalid_parameter',
      `Cannot listen on ${where} (${cause.code}); set HOST and PORT to an address that is free.`,
    )
  })
  return {
    address,
    rereadTokens: () => file?.reread(),
    async close() {
      draining = true
      await sleep(config.drainSeconds * 1000)
      // Sockets that never finish a request would keep it open for ever.
      const end = setTimeout(() => app.server.closeAllConnections(), CLOSE_SOCKETS_AFTER)
      await app.close()
      clearTimeout(end)
    },
  }
}
