import type { Article, ArticleDraft, Published } from './article.ts'
import type { CandidateWithMentions } from './candidate.ts'
import type { CaptureInfo, LedgerLine } from './capture.ts'
import type { Facet, FacetQuery } from './facet.ts'
import type { GazetteerEntry } from './gazetteer.ts'
import type { ArticleKeys, LinkKeys } from './identity.ts'
import type { SearchNode } from './search.ts'
import type { Alias, TagEntry, TagType, TagWithMentions } from './tag.ts'

/** A capture that was read and tagged, ready to be kept. */
export type Draft = {
  article: ArticleDraft
  tags: TagWithMentions[]
  candidates: CandidateWithMentions[]
  /** What it was tagged with: the stamp of the gazetteer and of the tagger's rules. */
  tagger: string
  ledger: LedgerLine[]
  keys: ArticleKeys
  /** SHA-256 of the folded headline alone: what the title of another article's related link is compared with; null without a headline. */
  titleKey: string | null
  links: LinkKeys[]
  bytes: Uint8Array
}

export type SaveResult = { outcome: 'new' | 'revised' | 'unchanged'; id: string; revision: number }

/** How articles are tagged: what with, and what an article's names come to. Pure. */
export type Tagger = {
  stamp: string
  tag(article: Article): { tags: TagWithMentions[]; candidates: CandidateWithMentions[] }
}

export type RetagQuery = {
  /** The last id of the batch before; null for the first. */
  after: string | null
  /** Articles that are looked at, those that need no look not counted. */
  limit: number
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
}

/** One batch. An article of `failed` stays as it was, and is tried again the next time. */
export type RetagBatch = {
  /** Where the next batch goes on; null where all was looked at. */
  last: string | null
  unchanged: number
  changed: { id: string; added: string[]; removed: string[] }[]
  failed: { id: string; reason: string }[]
}

/** A JSON document as it is sent: the bytes of `{ "data": … }` and a strong ETag with its quotes. */
export type StoredDocument = { etag: string; body: Uint8Array }

/** One alternative of a tag filter. */
export type TagTerm = { id: string; not: boolean }

export type ArticleSort = '-published' | 'published' | 'relevance' | '-updated'

export type ArticleQuery = {
  /** What articles must say, in any spelling and inflection; null for no search. */
  q: SearchNode | null
  /** All of these must hold; each holds when one of its terms does. */
  tags: TagTerm[][]
  language: string | null
  publisher: string | null
  /** Milliseconds since the epoch: published at or after `from` and before `before`; undated articles match neither. */
  from: number | null
  before: number | null
  sort: ArticleSort
  limit: number
  /** From `Page.next` or `Page.prev` of the same query; `limit` may differ. */
  cursor: string | null
  countTotal: boolean
  /** Whether each article is to have `highlights`, the passages that `q` found. */
  highlight: boolean
  facets: FacetQuery[]
  /** Whose years are counted: an IANA name. */
  timeZone: string
  /** Which JSON to return for each article: the list item, or the whole article. */
  shape: 'item' | 'article'
}

export type TagQuery = { type: TagType | null; q: string | null; limit: number; cursor: string | null }

/** `total` is null where it was not asked for; `next` and `prev` are null at an end. */
export type Page<T> = { items: T[]; total: number | null; next: string | null; prev: string | null }

/** `articles`: a JSON array of them in UTF-8, ready to be sent. */
export type ArticlePage = Omit<Page<never>, 'items'> & { articles: Uint8Array; facets: Facet[] }

export type ArticleReference = { id: string; headline: string | null; published: Published | null }

export type Revision = { revision: number; headline: string | null; published: Published | null; capture: CaptureInfo }

/** `charset`: the encoding that came with the bytes; null where none did. */
export type Source = {
  bytes: Uint8Array
  mediaType: string
  charset: string | null
  name: string | null
  sha256: string
}

/** `purge`: its captures and its text go for good. */
export type WithdrawalOptions = { reason?: string | null; purge?: boolean }

/** `forgotten`: of a purged article that is brought back nothing is left, and its captures may come again. */
export type WithdrawalOutcome = 'withdrawn' | 'purged' | 'restored' | 'forgotten' | 'unchanged'

/** A name in how many articles, and one of these. */
export type CandidateCount = { name: string; kind: string; articles: number; example: string }

/** How far the search index is being made: up to which article, by a number that grows as they come, of which last one. */
export type IndexProgress = { from: number; done: number; total: number; finished: boolean }

export type ArchiveCounts = { articles: number; captures: number; tags: number }

/** A fault that `checkArchive` found: which row of what, and what is wrong with it. */
export type ArchiveFault = { what: string; id: string; reason: string }

/**
 * The archive. Each method is one unit of work: it happens whole or not at all. Methods that take an article's id throw
 * KhabarError `not_found` where there is none and `withdrawn` where it was withdrawn; writes throw `storage_full` and
 * `storage_unavailable` (read-only, locked for too long).
 */
export interface ArticleStore {
  /** Keeps all drafts in one transaction. The same bytes change nothing; the same article gets a new revision. */
  saveArticles(drafts: readonly Draft[], now: Date): Promise<SaveResult[]>
  /** The article that the capture with this hash belongs to; null where the archive does not have these bytes. */
  findCapture(sha256: string): Promise<SaveResult | null>
  /**
   * Hides an article (410) or brings it back. Its captures are kept unless it is purged; then none is kept again either,
   * and saving one changes nothing.
   */
  withdrawArticle(id: string, withdrawn: boolean, now: Date, options?: WithdrawalOptions): Promise<WithdrawalOutcome>
  /**
   * Tags articles anew that were last tagged with something else, in one transaction. An article whose tags, mentions or
   * candidates change gets the next revision, of the same capture.
   */
  retagArticles(query: RetagQuery, tagger: Tagger, now: Date): Promise<RetagBatch>
  /** How many articles, withdrawn ones too, were last tagged with something else. */
  countOutdated(stamp: string): Promise<number>
  /**
   * Makes the gazetteer's entries known under their names, so that `listTags` finds them. Does nothing where those of this
   * `version` are known already; without one the entries themselves tell.
   */
  saveTagNames(entries: readonly GazetteerEntry[], version?: string): Promise<void>
  /** Whether the names that are known are those of this version. */
  hasTagNames(version: string): Promise<boolean>

  /** Begins to make the search index anew, from the first article; the present one serves until the new one is done. */
  beginReindex(): Promise<void>
  /**
   * Goes on with it: articles of about so many `bytes`, in one transaction. null where there is nothing to do. Several
   * processes may do so in turn; `from` tells whether another one did something since.
   */
  reindexArticles(bytes: number): Promise<IndexProgress | null>

  getArticleEtag(id: string): Promise<string>
  getArticle(id: string): Promise<StoredDocument>
  getTagMentions(id: string): Promise<TagWithMentions[]>
  getCandidates(id: string): Promise<CandidateWithMentions[]>
  getLedger(id: string): Promise<LedgerLine[]>
  /** The capture of the current revision (null) or of an earlier one, byte for byte. One capture may have had several. */
  getSource(id: string, revision: number | null): Promise<Source>
  /** Earlier captures of the article, newest first; the current one is not among them. */
  listRevisions(id: string): Promise<Revision[]>
  /** Articles whose related links resolve to this one. */
  listIncoming(id: string): Promise<ArticleReference[]>

  /** The articles and the facets that were asked for. @throws KhabarError 'invalid_cursor' */
  listArticles(query: ArticleQuery): Promise<ArticlePage>
  /** Tags by number of articles, most first; `q` finds any spelling of any name. @throws KhabarError 'invalid_cursor' */
  listTags(query: TagQuery): Promise<Page<TagEntry>>
  getTag(id: string): Promise<TagEntry & { aliases: Alias[] }>
  /** Candidates of all articles that are not withdrawn, those of most articles first. Reads the whole archive. */
  listCandidates(query: { least: number; limit: number }): Promise<CandidateCount[]>

  /** Changes whenever anything in the archive does, whichever process changed it. */
  getGeneration(): Promise<string>
  countArchive(): Promise<ArchiveCounts>
  /** Bytes on disk: of the database, and of the log of what is not yet written to it. */
  measureFiles(): Promise<{ database: number; log: number }>
  /** @throws KhabarError 'storage_unavailable' or 'storage_full' where nothing can be written now */
  checkWritable(): Promise<void>
  /** Recomputes every hash and checks the engine's own structures, index and documents. */
  checkArchive(): AsyncIterable<ArchiveFault>
  /** Releases the files. No other method may be called afterwards. */
  close(): Promise<void>
}
