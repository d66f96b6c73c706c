import type { Test } from 'tap'
import type { Article } from '../../../src/domain/article.ts'
import type { ArchiveFault, ArticleQuery, ArticleStore, Draft, Page, SaveResult } from '../../../src/domain/store.ts'
import { parseSearch } from '../../../src/http/search-query.ts'

export type OpenStore = () => Promise<ArticleStore>

/** Runs `body` as a test of its own with a new archive, and checks the archive afterwards. */
export type TestStore = (
  name: string,
  body: (t: Test, store: ArticleStore, openStore: OpenStore) => Promise<void>,
) => void

export const NOW = new Date('2026-03-01T10:00:00Z')
export const LATER = new Date('2026-03-02T10:00:00Z')

export const URL_A = 'https://example.org/a'
export const URL_B = 'https://example.org/b'

/** The seed of all generated cases, so that a failure comes again; fast-check prints it with the case. */
export const SEED = 20201002

export const EVERYTHING: ArticleQuery = {
  q: null,
  tags: [],
  language: null,
  publisher: null,
  from: null,
  before: null,
  sort: '-published',
  limit: 100,
  cursor: null,
  countTotal: true,
  highlight: false,
  facets: [],
  timeZone: 'UTC',
  shape: 'item',
}

export async function saveOneByOne(store: ArticleStore, drafts: Draft[], now = NOW): Promise<SaveResult[]> {
  const results: SaveResult[] = []
  for (const draft of drafts) results.push(...(await store.saveArticles([draft], now)))
  return results
}

export async function saveOne(store: ArticleStore, draft: Draft, now = NOW): Promise<string> {
  const [saved] = await store.saveArticles([draft], now)
  return saved?.id ?? ''
}

export async function readArticle(store: ArticleStore, id: string): Promise<Article> {
  const { body } = await store.getArticle(id)
  return (JSON.parse(Buffer.from(body).toString()) as { data: Article }).data
}

export async function faultsOf(store: ArticleStore): Promise<ArchiveFault[]> {
  const faults: ArchiveFault[] = []
  for await (const fault of store.checkArchive()) faults.push(fault)
  return faults
}

/** A query with its search as a user writes it. */
export type Asked = Partial<Omit<ArticleQuery, 'q'>> & { q?: string }

export function toQuery({ q, ...query }: Asked): ArticleQuery {
  return { ...EVERYTHING, ...query, q: q === undefined ? null : parseSearch(q) }
}

/** Headlines of the list, in its order. */
export async function listHeadlines(store: ArticleStore, query: Asked): Promise<string[]> {
  const { items } = await listPage<Article>(store, toQuery(query))
  return items.map(({ headline }) => headline ?? '')
}

/** A page with its articles parsed. */
export async function listPage<T>(store: ArticleStore, query: ArticleQuery): Promise<Page<T>> {
  const { articles, ...page } = await store.listArticles(query)
  return { ...page, items: parseJson<T[]>(articles) }
}

/** All pages of a list from the first to the last and, from there, back to the first. */
export async function walkPages<T>(
  read: (cursor: string | null) => Promise<Page<T>>,
): Promise<{ forth: T[][]; back: T[][] }> {
  const forth = [await read(null)]
  for (let last = forth[0]; last?.next; last = forth.at(-1)) forth.push(await read(last.next))
  const back = forth.slice(-1)
  for (let first = back[0]; first?.prev; first = back[0]) back.unshift(await read(first.prev))
  return { forth: forth.map(({ items }) => items), back: back.map(({ items }) => items) }
}

export function parseJson<T>(json: Uint8Array | undefined): T {
  return JSON.parse(Buffer.from(json ?? '').toString())
}
