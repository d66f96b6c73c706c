import { openCurator, openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'
import { KhabarError } from '../domain/error.ts'
import { type GazetteerEntry, tagIdSchema } from '../domain/gazetteer.ts'
import type { ArticleStore } from '../domain/store.ts'
import { coreOfEntry, type TagEntry, type TagType } from '../domain/tag.ts'
import { counted } from './counted.ts'

/** Tags that are asked for at a time. */
const PAGE = 1000

export type TagsOptions = { type?: TagType; json?: boolean }
type Environment = Record<string, string | undefined>

/** Lists the tags of the archive, those with most articles first, or finds them by any of their names. */
export async function runTags(query: string | undefined, options: TagsOptions, env: Environment): Promise<number> {
  const store = await openExistingStore(readConfig(env).db)
  try {
    let found = 0
    for await (const tag of findTags(store, query ?? null, options.type ?? null)) {
      if (!process.stdout.writable) break
      found++
      print(options.json === true ? JSON.stringify(tag) : lineOf(tag))
    }
    process.stderr.write(`${counted(found, 'tag')}.\n`)
    return 0
  } finally {
    await store.close()
  }
}

async function* findTags(store: ArticleStore, q: string | null, type: TagType | null): AsyncGenerator<TagEntry> {
  let cursor: string | null = null
  do {
    const page = await store.listTags({ type, q, limit: PAGE, cursor })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

/** The Arabic label comes last: it would turn what stands behind it around. */
function lineOf({ id, articles, label }: TagEntry): string {
  return `${String(articles).padStart(7)}  ${id}  ${label.en}  ${label.ar}`
}

/** Shows an entry of the gazetteer: what it is called, where it comes from, how many articles have it. */
export async function runShowTag(id: string, { json }: { json?: boolean }, env: Environment): Promise<number> {
  const config = readConfig(env)
  const found = openCurator(config).find(checkTagId(id))
  if (found === null) throw unknownTag(id)
  const articles = await countArticles(config.db, id)
  const { entry, origin } = found
  if (json === true) print(JSON.stringify({ ...coreOfEntry(entry), ...namesOf(entry), articles, origin }))
  else for (const [key, text] of describe(entry, origin, articles)) print(`${key.padEnd(16)}${text}`)
  return 0
}

/** null where there is no archive yet: an entry can be looked at before anything is imported. */
async function countArticles(db: string, id: string): Promise<number | null> {
  let store: ArticleStore | null = null
  try {
    store = await openExistingStore(db)
    return (await store.getTag(id)).articles
  } catch (error) {
    if (error instanceof KhabarError && error.code === 'not_found') return 0
    if (error instanceof KhabarError && error.code === 'storage_unavailable') return null
    throw error
  } finally {
    await store?.close()
  }
}

type Names = Pick<GazetteerEntry, 'names' | 'shortNames' | 'domesticNames' | 'demonyms' | 'ambiguous'>

function namesOf({ names, shortNames, domesticNames, demonyms, ambiguous }: GazetteerEntry): Names {
  return { names, shortNames, domesticNames, demonyms, ambiguous }
}

function describe(entry: GazetteerEntry, origin: readonly string[], articles: number | null): [string, string][] {
  const { label, kind, country, capital, wikidata, timeZone } = entry
  const { ambiguous, ...lists } = namesOf(entry)
  const lines: [key: string, text: string | null | undefined][] = [
    ['id', entry.id],
    ['English', label.en],
    ['Arabic', label.ar],
    ['kind', kind],
    ['country', country],
    ['capital', capital ? 'yes' : null],
    ['timeZone', timeZone],
    ['wikidata', wikidata],
    ...Object.entries(lists).flatMap(([key, names]) =>
      Object.entries(names).map(([language, list]): [string, string] => [
        `${key} ${language}`,
        (list ?? []).join(', '),
      ]),
    ),
    ...ambiguous.map(({ name, ...rule }): [string, string] => ['ambiguous', `${name} ${JSON.stringify(rule)}`]),
    ['articles', articles === null ? 'no archive yet' : String(articles)],
    ['defined in', origin[0] ?? 'made by rule for every country'],
    ...origin.slice(1).map((where): [string, string] => ['added to in', where]),
  ]
  return lines.filter((line): line is [string, string] => typeof line[1] === 'string')
}

export type CandidatesOptions = { min: number; limit: number; json?: boolean }

/** Lists names that are no tags but might be, those in most articles first. */
export async function runCandidates({ min, limit, json }: CandidatesOptions, env: Environment): Promise<number> {
  const store = await openExistingStore(readConfig(env).db)
  try {
    const candidates = await store.listCandidates({ least: min, limit })
    for (const candidate of candidates) {
      const { articles, kind, example, name } = candidate
      print(json === true ? JSON.stringify(candidate) : `${String(articles).padStart(7)}  ${kind}  ${example}  ${name}`)
    }
    process.stderr.write(`${counted(candidates.length, 'candidate')}.\n`)
    return 0
  } finally {
    await store.close()
  }
}

/** @throws KhabarError 'invalid_parameter' for what has not the form of an id */
export function checkTagId(id: string): string {
  if (tagIdSchema.safeParse(id).success) return id
  throw new KhabarError(
    'invalid_parameter',
    `"${id}" is no tag; a tag is country:xx, actor:name or place:name, and khabar tags ${JSON.stringify(id)} searches them.`,
  )
}

export function unknownTag(id: string): KhabarError {
  return new KhabarError(
    'not_found',
    `The gazetteer has no "${id}"; khabar tags QUERY finds a tag by any of its names.`,
  )
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
