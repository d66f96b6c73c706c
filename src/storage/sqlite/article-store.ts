import type { ArchiveFault, ArticleStore } from '../../domain/store.ts'
import { createArticleReader } from './article-reader.ts'
import { createCaptureReader } from './captures.ts'
import { findFaults } from './check.ts'
import { translateErrors } from './errors.ts'
import { sizeOf } from './inspect.ts'
import { createArticleLists } from './list.ts'
import type { SearchLimits } from './matches.ts'
import type { Connections } from './open.ts'
import { createIndexGuard, createReindexing } from './reindex.ts'
import { createCandidateReader, createRetagging } from './retag.ts'
import { createSaving } from './save.ts'
import { createTagNames, createTagReader } from './tags.ts'
import { wipe } from './wipe.ts'

export type StoreOptions = { searchLimits?: SearchLimits }

/** The archive in SQLite. Takes the connections over: `close` closes them. */
export function createArticleStore({ file, writer, reader }: Connections, options: StoreOptions = {}): ArticleStore {
  const attempt = <T>(work: () => T): T => translateErrors(file, work)
  const transact = <T>(work: () => T): T => attempt(() => writer.transaction(work).immediate())

  const reindexing = createReindexing(writer, file)
  if (attempt(reindexing.isOutdated)) transact(reindexing.start)
  const refuseUnindexed = createIndexGuard(reader)
  const saving = createSaving(writer)
  const retagging = createRetagging(writer)
  const tagNames = createTagNames(writer)
  const selectGeneration = reader.prepare<[], string>('SELECT generation FROM archive').pluck()
  const generation = () => selectGeneration.get() ?? ''
  const articles = createArticleReader(reader)
  const captures = createCaptureReader(reader)
  const listArticles = createArticleLists(reader, generation, options.searchLimits)
  const tags = createTagReader(reader)
  const listCandidates = createCandidateReader(reader)
  const setGeneration = writer.prepare('UPDATE archive SET generation = lower(hex(randomblob(12)))')
  const tryProbe = writer.prepare('UPDATE archive SET probe = zeroblob(16384)')
  const clearProbe = writer.prepare('UPDATE archive SET probe = NULL')
  const countArchive = reader.prepare<[], { articles: number; captures: number }>(`
    SELECT articles, captures FROM archive, terms WHERE terms.id = 'all'
  `)

  return {
    saveArticles: async (drafts, now) =>
      transact(() => {
        const results = saving.save(drafts, now)
        if (results.some(({ outcome }) => outcome !== 'unchanged')) setGeneration.run()
        return results
      }),
    findCapture: async (sha256) => attempt(() => captures.find(sha256)),
    withdrawArticle: async (id, withdrawn, now, options = {}) => {
      const work = () => {
        const outcome = withdrawn ? saving.withdraw(id, now, options) : saving.restore(id, now)
        if (outcome !== 'unchanged') setGeneration.run()
        return outcome
      }
      return options.purge === true ? attempt(() => wipe(writer, () => transact(work))) : transact(work)
    },
    retagArticles: async (query, tagger, now) =>
      transact(() => {
        const batch = retagging.retag(query, tagger, now)
        if (!query.dryRun && batch.changed.length > 0) setGeneration.run()
        return batch
      }),
    countOutdated: async (stamp) => attempt(() => retagging.count(stamp)),
    saveTagNames: async (entries, version) =>
      transact(() => {
        if (tagNames.save(entries, version)) setGeneration.run()
      }),
    hasTagNames: async (version) => attempt(() => tagNames.version() === version),

    beginReindex: async () => transact(reindexing.begin),
    reindexArticles: async (bytes) =>
      transact(() => {
        const progress = reindexing.step(bytes)
        if (progress?.finished) setGeneration.run()
        return progress
      }),

    getArticleEtag: async (id) => attempt(() => articles.etag(id)),
    getArticle: async (id) => attempt(() => articles.document(id)),
    getTagMentions: async (id) => attempt(() => articles.mentions(id)),
    getCandidates: async (id) => attempt(() => articles.candidates(id)),
    getLedger: async (id) =>
      attempt(() => {
        const { number, revision } = articles.find(id)
        return captures.ledger(number, revision)
      }),
    getSource: async (id, wanted) =>
      attempt(() => {
        const { number, revision } = articles.find(id)
        return captures.source(number, wanted ?? revision)
      }),
    listRevisions: async (id) =>
      attempt(() => {
        const { number, revision } = articles.find(id)
        return captures.revisions(number, revision)
      }),
    listIncoming: async (id) => attempt(() => articles.incoming(id)),

    listArticles: async (query) =>
      attempt(() => {
        if (query.q !== null) refuseUnindexed()
        return listArticles(query)
      }),
    listTags: async (query) => attempt(() => tags.list(query)),
    getTag: async (id) => attempt(() => tags.get(id)),
    listCandidates: async (query) => attempt(() => listCandidates(query)),

    getGeneration: async () => attempt(generation),
    countArchive: async () => attempt(() => ({ articles: 0, captures: 0, ...countArchive.get(), tags: tags.count() })),
    measureFiles: async () => attempt(() => ({ database: sizeOf(file), log: sizeOf(`${file}-wal`) })),
    // Needs room for some pages and is committed: what is only rolled back never reaches the disk.
    checkWritable: async () =>
      transact(() => {
        tryProbe.run()
        clearProbe.run()
      }),
    async *checkArchive(): AsyncGenerator<ArchiveFault> {
      yield* findFaults(reader)
    },
    close: async () =>
      attempt(() => {
        if (reader !== writer) reader.close()
        try {
          writer.pragma('wal_checkpoint(TRUNCATE)')
          writer.pragma('optimize')
        } finally {
          writer.close()
        }
      }),
  }
}
