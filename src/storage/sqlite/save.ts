import type { Database } from 'better-sqlite3'
import type { Draft, SaveResult } from '../../domain/store.ts'
import { createArticleIndex } from './article-index.ts'
import { createCaptureReader, createCaptureWriter } from './captures.ts'
import { composeArticle } from './document.ts'
import { createDocuments } from './documents.ts'
import { type ArticleRow, createIdentify } from './identify.ts'
import { sortKey } from './instant.ts'
import { createLinks } from './links.ts'
import { createWithdrawing } from './withdraw.ts'

/** What a transaction leaves to its end, when all links are settled: each document is then written once. */
type Batch = {
  now: Date
  saved: Map<number, { id: string; revision: number; live: boolean; draft: Draft }>
  relinked: Set<number>
}

type ArticleValues = {
  url: string | null
  headline: string
  title: string | null
  published: number | null
  updated: number
}

/** The writes to articles; each function expects to run inside a transaction and answers what changed. */
export function createSaving(db: Database) {
  const identify = createIdentify(db)
  const links = createLinks(db)
  const documents = createDocuments(db, links)
  const index = createArticleIndex(db)
  const captureWriter = createCaptureWriter(db)
  const captureReader = createCaptureReader(db)
  const insertArticle = db.prepare<[ArticleValues & { id: string }]>(`
    INSERT INTO articles (id, url_key, headline_key, title_key, revision, published, updated)
    VALUES (@id, @url, @headline, @title, 1, @published, @updated)
  `)
  const updateArticle = db.prepare<[ArticleValues & { number: number }]>(`
    UPDATE articles SET url_key = coalesce(url_key, @url), headline_key = @headline, title_key = @title,
      revision = revision + 1, published = @published, updated = @updated
    WHERE number = @number
  `)
  const setTagger = db.prepare<[tagger: string, number: number]>('UPDATE articles SET tagger = ? WHERE number = ?')

  function saveDraft(draft: Draft, batch: Batch): SaveResult {
    const known = captureReader.find(draft.article.capture.sha256)
    if (known !== null) return known
    const row = identify.byKeys(draft.keys)
    if (row === undefined) return addArticle(draft, batch)
    if (row.purged) return { outcome: 'unchanged', id: row.id, revision: row.revision }
    return reviseArticle(row, draft, batch)
  }

  function addArticle(draft: Draft, batch: Batch): SaveResult {
    const id = identify.freeId(draft)
    const number = Number(insertArticle.run({ ...valuesOf(draft, batch.now), id }).lastInsertRowid)
    keep(number, { id, revision: 1, live: true, draft }, batch)
    settle(batch, draft.keys.url, draft.titleKey)
    return { outcome: 'new', id, revision: 1 }
  }

  function reviseArticle(row: ArticleRow, draft: Draft, batch: Batch): SaveResult {
    const { number, id, titleKey, withdrawn } = row
    const revision = row.revision + 1
    if (!withdrawn) hide(number)
    updateArticle.run({ ...valuesOf(draft, batch.now), number })
    keep(number, { id, revision, live: !withdrawn, draft }, batch)
    settle(batch, row.urlKey === null ? draft.keys.url : null, titleKey === draft.titleKey ? null : titleKey)
    settle(batch, null, titleKey === draft.titleKey ? null : draft.titleKey)
    return { outcome: 'revised', id, revision }
  }

  function keep(
    number: number,
    saved: { id: string; revision: number; live: boolean; draft: Draft },
    batch: Batch,
  ): void {
    captureWriter.add(number, saved.revision, saved.draft)
    links.replace(number, saved.draft.links)
    batch.saved.set(number, saved)
  }

  function settle(batch: Batch, url: string | null, title: string | null): void {
    for (const number of links.settle(url, title)) batch.relinked.add(number)
  }

  /** Takes the article out of all lists; to be called before its row changes. */
  function hide(number: number): void {
    const kept = documents.read(number)
    if (kept !== null) index.remove(number, kept.article)
  }

  function finish({ saved, relinked, now }: Batch): void {
    for (const [number, { live, draft, ...known }] of saved) {
      const article = composeArticle(draft, { ...known, now, targets: links.targets(number) })
      documents.write(number, article, draft)
      setTagger.run(draft.tagger, number)
      if (live) index.add(number, article)
    }
    for (const number of relinked) if (!saved.has(number)) documents.relink(number, now)
  }

  function show({ number, urlKey, titleKey }: ArticleRow, shown: boolean, now: Date): void {
    const batch: Batch = { now, saved: new Map(), relinked: new Set() }
    const kept = documents.read(number)
    if (kept !== null) index[shown ? 'add' : 'remove'](number, kept.article)
    settle(batch, urlKey, titleKey)
    finish(batch)
  }

  return {
    save(drafts: readonly Draft[], now: Date): SaveResult[] {
      const batch: Batch = { now, saved: new Map(), relinked: new Set() }
      const results = drafts.map((draft) => saveDraft(draft, batch))
      finish(batch)
      return results
    },
    ...createWithdrawing(db, identify.byId, show),
  }
}

function valuesOf({ article, keys, titleKey }: Draft, now: Date): ArticleValues {
  return {
    url: keys.url,
    headline: keys.headline,
    title: titleKey,
    published: sortKey(article.published),
    updated: now.getTime(),
  }
}
