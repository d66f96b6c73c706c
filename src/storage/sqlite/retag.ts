import type { Database } from 'better-sqlite3'
import { type Article, articleSchema } from '../../domain/article.ts'
import type { CandidateCount, RetagBatch, RetagQuery, Tagger } from '../../domain/store.ts'
import { createArticleIndex } from './article-index.ts'
import { countNames, type Names, parseBody } from './document.ts'
import { createDocuments } from './documents.ts'
import { createLinks } from './links.ts'

type Row = { number: number; id: string; withdrawn: 0 | 1; body: Buffer; mentions: string; candidates: string }
/** `before` and `after`: the article as it is kept and as it is to be. */
type Change = { row: Row; before: Article; after: Article; names: Names }

/** Tags stored articles anew; each function expects to run inside a transaction. */
export function createRetagging(db: Database) {
  const documents = createDocuments(db, createLinks(db))
  const index = createArticleIndex(db)
  const selectNext = db.prepare<[after: string | null, stamp: string, limit: number], Row>(`
    SELECT number, id, withdrawn, body, mentions, candidates FROM articles JOIN documents ON article = number
    WHERE number > ifnull((SELECT number FROM articles WHERE id = ?), 0) AND tagger IS NOT ? ORDER BY number LIMIT ?
  `)
  const countOutdated = db
    .prepare<[stamp: string], number>('SELECT count(*) FROM articles WHERE tagger IS NOT ? AND purged = 0')
    .pluck()
  const stampArticle = db.prepare<[stamp: string, number: number]>('UPDATE articles SET tagger = ? WHERE number = ?')
  const raiseCapture = db.prepare<[article: number]>(`
    UPDATE captures SET revision = revision + 1
    WHERE article = ? AND revision = (SELECT revision FROM articles WHERE number = captures.article)
  `)
  const raiseArticle = db.prepare<[number: number]>('UPDATE articles SET revision = revision + 1 WHERE number = ?')

  function write({ row: { number, withdrawn }, before, after, names }: Change): void {
    raiseCapture.run(number)
    raiseArticle.run(number)
    documents.write(number, after, names)
    if (!withdrawn) index.retag(number, before, after)
  }

  return {
    count: (stamp: string): number => countOutdated.get(stamp) ?? 0,
    retag({ after, limit, dryRun }: RetagQuery, { stamp, tag }: Tagger, now: Date): RetagBatch {
      const rows = selectNext.all(after, stamp, limit)
      const batch: RetagBatch = { last: null, unchanged: 0, changed: [], failed: [] }
      if (rows.length === limit) batch.last = rows.at(-1)?.id ?? null
      for (const row of rows) {
        const change = compare(row, tag, now)
        if (change instanceof Error) {
          batch.failed.push({ id: row.id, reason: change.message })
          continue
        }
        if (change === null) batch.unchanged++
        else batch.changed.push(differenceOf(change))
        if (dryRun) continue
        if (change !== null) write(change)
        stampArticle.run(stamp, row.number)
      }
      return batch
    },
  }
}

/** What tagging the article anew changes: null for nothing, an Error where its document cannot be read. */
function compare(row: Row, tag: Tagger['tag'], now: Date): Change | null | Error {
  try {
    const before = parseBody(row.body)
    const names = tag(before)
    const same = JSON.stringify(names.tags) === row.mentions && JSON.stringify(names.candidates) === row.candidates
    if (same && before.candidates !== undefined) return null
    const known = { revision: before.revision + 1, updatedAt: now.toISOString() }
    return { row, before, after: articleSchema.parse({ ...before, ...countNames(names), ...known }), names }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function differenceOf({ row: { id }, before, after }: Change): RetagBatch['changed'][number] {
  const [old, now] = [before, after].map(({ tags }) => tags.map((tag) => tag.id)) as [string[], string[]]
  return { id, added: now.filter((tag) => !old.includes(tag)), removed: old.filter((tag) => !now.includes(tag)) }
}

/** Candidates over the whole archive, of most articles first. */
export function createCandidateReader(db: Database) {
  const select = db.prepare<[least: number, limit: number], CandidateCount>(`
    SELECT value ->> 'name' AS name, value ->> 'kind' AS kind, count(DISTINCT number) AS articles, min(articles.id) AS example
    FROM articles JOIN documents ON article = number, json_each(candidates)
    WHERE withdrawn = 0 AND candidates <> '[]'
    GROUP BY 1, 2 HAVING count(DISTINCT number) >= ? ORDER BY articles DESC, name LIMIT ?
  `)
  return ({ least, limit }: { least: number; limit: number }): CandidateCount[] => select.all(least, limit)
}
