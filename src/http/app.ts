import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { MEDIA_TYPES } from '../domain/capture.ts'
import type { Ingest } from '../domain/ingest.ts'
import type { Peers } from '../domain/peers.ts'
import type { ArticleStore } from '../domain/store.ts'
import type { Token } from '../domain/token.ts'
import { createAnswer } from './answer.ts'
import { getArticle } from './article.ts'
import { listArticleCandidates } from './article-candidates.ts'
import { createAnswerPart } from './article-parts.ts'
import { listArticleTags } from './article-tags.ts'
import { listArticles } from './articles.ts'
import { createCompression } from './compression.ts'
import { type CorsOrigin, createCors } from './cors.ts'
import { getDocs, loadDocs } from './docs.ts'
import { createExchange } from './exchange.ts'
import { createCurrentGeneration } from './generation.ts'
import { getHealth, getReadiness } from './health.ts'
import { importCapture, parseCapture } from './imports.ts'
import { getIndex } from './index.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { listLines } from './ledger.ts'
import { getMetrics } from './metrics.ts'
import { collectOperations, getOpenapi } from './openapi.ts'
import { getProblem } from './problems.ts'
import { getRelated } from './related.ts'
import { createRespond } from './respond.ts'
import { listRevisions } from './revisions.ts'
import { getSection, listSections } from './sections.ts'
import { getSecurityTxt } from './security-txt.ts'
import { createServer } from './server.ts'
import { getSource } from './source.ts'
import { getTag } from './tag.ts'
import { listTags } from './tags.ts'
import { createTally } from './tally.ts'
import { withdrawArticle } from './withdraw.ts'
import { createWrites } from './writes.ts'

export type AppParts = {
  store: ArticleStore
  ingest: Ingest
  log: FastifyBaseLogger
  name: string
  version: string
  /** Where several processes serve the same address; null for one alone. */
  peers: Peers | null
}

export type AppOptions = {
  /** The tokens that are good now, of which a write must present one; none: no writes. */
  tokens: () => readonly Token[]
  corsOrigin: CorsOrigin
  /** As Fastify takes it: which proxies' X-Forwarded-… to believe. */
  trustProxy: boolean | string
  /** Longest capture, in bytes. */
  bodyLimit: number
  /** Requests in a minute and from an address; 0 for no limit. */
  rateLimit: number
  /** Whether there is /metrics. */
  metrics: boolean
  /** Whom to tell of a weakness, as URIs; none: no security.txt. */
  securityContacts: readonly string[]
  /** Requests in hand beyond which further ones are refused. */
  maxInFlight: number
  /** How many bytes of answers are kept in memory, and as many of compressed ones; 0 for none. */
  cacheBytes: number
  /** Whether the process is stopping: /readyz then says so, while all else goes on. */
  isDraining: () => boolean
}

export async function createApp(parts: AppParts, options: AppOptions): Promise<FastifyInstance> {
  const { store, ingest, log, name, version } = parts
  const tally = createTally()
  const cors = createCors(options.corsOrigin)
  const respond = createRespond(cors, options.isDraining, options.rateLimit > 0)
  const answer = createAnswer(
    respond,
    createCompression(options.cacheBytes),
    createKeptAnswers(options.cacheBytes),
    createCurrentGeneration(store),
  )
  const answerPart = createAnswerPart(store, answer, version)
  const writes = createWrites(options.tokens, log, tally)
  const docs = await loadDocs()
  const begin = createExchange({ log, tally, maxInFlight: options.maxInFlight })
  const app = await createServer({ ...options, log, cors, respond, writes, begin })
  await collectOperations(app, version)
  app.addContentTypeParser([...MEDIA_TYPES], { parseAs: 'buffer' }, parseCapture)

  app.get('/', getIndex(store, answer, { name, version }))
  app.get('/v1/articles', listArticles(store, answer, version))
  app.get('/v1/articles/:id', getArticle(store, answer))
  app.delete('/v1/articles/:id', withdrawArticle(store, respond, writes))
  app.get('/v1/articles/:id/sections', listSections(store, answerPart))
  app.get('/v1/articles/:id/sections/:number', getSection(store, answerPart))
  app.get('/v1/articles/:id/tags', listArticleTags(store, answerPart))
  app.get('/v1/articles/:id/candidates', listArticleCandidates(store, answerPart))
  app.get('/v1/articles/:id/related', getRelated(store, answerPart))
  app.get('/v1/articles/:id/source', getSource(store, answer))
  app.get('/v1/articles/:id/lines', listLines(store, answerPart))
  app.get('/v1/articles/:id/revisions', listRevisions(store, answerPart))
  app.get('/v1/tags', listTags(store, answer, version))
  app.get('/v1/tags/:tagId', getTag(store, answer, version))
  app.post('/v1/imports', importCapture(store, ingest, respond, writes))
  app.get('/problems/:name', getProblem(answer))
  app.get('/openapi.json', getOpenapi(app, answer))
  app.get('/docs', getDocs(docs, answer))
  app.get('/docs/:file', getDocs(docs, answer))
  app.get('/healthz', getHealth(answer))
  app.get('/readyz', getReadiness(store, answer, options.isDraining))
  if (options.metrics) app.get('/metrics', getMetrics(store, tally, answer, parts.peers))
  const { securityContacts } = options
  if (securityContacts.length > 0) app.get('/.well-known/security.txt', getSecurityTxt(securityContacts, answer))

  await app.ready()
  return app
}
