import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Draft } from '../../src/domain/store.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { EVERYTHING, faultsOf } from './contract/parts.ts'

const IMPORTER = fileURLToPath(new URL('../helpers/importer-process.js', import.meta.url))
const BATCH = 5

/** How often an import is killed; the long form of the test sets it to hundreds. */
const KILLS = Number(process.env.KHABAR_KILLS ?? 5)

/** A process with the ids that it said to have kept, and its errors. */
type Importer = { process: ChildProcess; ids: string[]; errors: string[] }

t.test('four processes import into one new archive at once: nothing is lost, none is refused', async (t) => {
  const file = join(t.testdir(), 'archive.db')
  const importers = ['أ', 'ب', 'ج', 'د'].map((name) => startImporter(file, makeBatches(name, 20)))
  await Promise.all(importers.map(({ process }) => once(process, 'exit')))
  t.strictSame(
    importers.flatMap(({ errors }) => errors),
    [],
  )
  const ids = importers.flatMap((importer) => importer.ids)
  const store = await openArchive(file, { mustExist: true })
  for (const id of ids) await store.getArticleEtag(id)
  t.strictSame(await store.countArchive(), { articles: 400, captures: 400, tags: 1 })
  t.strictSame([ids.length, await faultsOf(store)], [400, []])
  await store.close()
})

t.test('an import killed at any moment loses nothing that was acknowledged', async (t) => {
  const file = join(t.testdir(), 'archive.db')
  const ids: string[] = []
  for (let round = 0; round < KILLS; round++) {
    const importer = startImporter(file, makeBatches(`${round}`, 100))
    await once(importer.process, 'message')
    await sleep(Math.random() * 200) // while it opens the archive, or later
    importer.process.kill('SIGKILL')
    await once(importer.process, 'exit')
    t.strictSame(importer.errors, [])
    ids.push(...importer.ids)
    const store = await openArchive(file)
    for (const id of ids) await store.getArticleEtag(id)
    const { total } = await store.listArticles({ ...EVERYTHING, limit: 1 })
    t.equal((total ?? 0) % BATCH, 0, 'no half batches')
    t.strictSame(await faultsOf(store), [])
    await store.close()
  }
})

/** Drafts that link to the batch that comes next. */
function makeBatches(name: string, batches: number): Draft[][] {
  const headline = (batch: number, at: number) => `${name} ${batch} ${at}`
  const tags = [makeTag('country:az')]
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: BATCH }, (_, at) =>
      makeDraft({ headline: headline(batch, at), tags, links: [{ title: headline(batch + 1, at) }] }),
    ),
  )
}

function startImporter(file: string, batches: Draft[][]): Importer {
  const env = { ...process.env, NODE_OPTIONS: '' }
  const child = fork(IMPORTER, { serialization: 'advanced', execArgv: [], env })
  const importer: Importer = { process: child, ids: [], errors: [] }
  child.on('message', (message: string[] | string) => {
    if (typeof message === 'string') importer.errors.push(message)
    else importer.ids.push(...message)
  })
  child.send({ file, migrations: MIGRATIONS, batches })
  return importer
}
