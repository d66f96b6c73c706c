import { KhabarError } from '../domain/error.ts'
import { type GazetteerEntry, type GazetteerExtension, gazetteerFileSchema } from '../domain/gazetteer.ts'
import { fold } from '../language/fold.ts'
import { isTimeZone } from '../language/time-zone.ts'
import { addName, createNameTree, type NameNode } from './name-tree.ts'
import { type Name, namesOf } from './names.ts'

/** A file of names as read: its path for messages, its JSON text. */
export type GazetteerFile = { path: string; text: string }

/** All that can be tagged: the entries by id, and their names for the matcher. */
export type Gazetteer = { entries: ReadonlyMap<string, GazetteerEntry>; names: NameNode }

/** Names that are common words too often; a rule under `ambiguous` may still use one. */
const STOP_LIST = new Set([
  'المملكه',
  'الجزيره',
  'البلاد',
  'الدوله',
  'الحكومه',
  'الرئيس',
  'the',
  'state',
  'union',
  'north',
  'south',
])
const SHORTEST_NAME = 3

/**
 * Reads the files in order, applies what extends an entry, and makes the names ready for matching.
 * @throws KhabarError 'invalid_parameter' naming file and entry: for malformed files, an id given twice, a kind missing,
 * a name of two entries without a rule that decides, a name on the stop list or too short
 */
export function loadGazetteer(files: readonly GazetteerFile[]): Gazetteer {
  const entries = new Map<string, GazetteerEntry>()
  const origin = new Map<string, string>()
  const extensions: [GazetteerExtension, string][] = []
  for (const file of files) {
    for (const [index, item] of parseFile(file).entries()) {
      const where = `${file.path}, entry ${index + 1}`
      if ('extends' in item) extensions.push([item, where])
      else {
        if (entries.has(item.id))
          throw fault(
            `${where}: ${item.id}`,
            `is already defined in ${origin.get(item.id)}; use "extends" to add names to it`,
          )
        checkEntry(item, where)
        entries.set(item.id, item)
        origin.set(item.id, where)
      }
    }
  }
  for (const [extension, where] of extensions) extendEntry(entries, extension, where)
  checkCountries(entries, origin)
  return { entries, names: buildNames(entries, origin) }
}

function parseFile({ path, text }: GazetteerFile): (GazetteerEntry | GazetteerExtension)[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new KhabarError('invalid_parameter', `${path} is not JSON: ${(cause as Error).message}`, { cause })
  }
  const parsed = gazetteerFileSchema.safeParse(json)
  if (parsed.success) return parsed.data.entries
  const issue = parsed.error.issues[0]
  const [, index] = issue?.path ?? []
  const item =
    typeof index === 'number' ? (json as { entries: (Record<string, unknown> | null)[] }).entries[index] : undefined
  const name = String(item?.id ?? item?.extends ?? '?')
  const reason =
    issue?.code === 'invalid_union'
      ? describeUnion(issue.errors, item)
      : `${issue?.path.slice(2).join('.')}: ${issue?.message}`
  throw new KhabarError(
    'invalid_parameter',
    `${path}, entry ${typeof index === 'number' ? index + 1 : '?'} (${name}): ${reason}`,
  )
}

/** The faults of the alternative that was meant: an extension if it says so, else an entry. */
function describeUnion(
  errors: { path: PropertyKey[]; message: string }[][],
  item: Record<string, unknown> | null | undefined,
): string {
  const meant = errors[typeof item === 'object' && item !== null && 'extends' in item ? 0 : 1] ?? []
  return meant.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

function checkEntry(entry: GazetteerEntry, where: string): void {
  const type = entry.id.split(':')[0]
  if (type === 'actor' && entry.kind === undefined) throw fault(`${where}: ${entry.id}`, 'has no kind')
  if (type !== 'actor' && entry.kind !== undefined)
    throw fault(`${where}: ${entry.id}`, 'has a kind, which only actors have')
  if (type !== 'country' && Object.keys(entry.demonyms).length > 0)
    throw fault(`${where}: ${entry.id}`, 'has demonyms, which only countries have')
  if (type === 'country' && entry.country !== null) throw fault(`${where}: ${entry.id}`, 'lies in a country and is one')
  if (entry.timeZone !== undefined && (type !== 'place' || !isTimeZone(entry.timeZone))) {
    throw fault(
      `${where}: ${entry.id}`,
      `has the time zone "${entry.timeZone}"; only places have one, by its IANA name`,
    )
  }
  if (entry.capital && (type !== 'place' || entry.country === null))
    throw fault(`${where}: ${entry.id}`, 'is a capital, but not a place in a country')
  if (Object.keys(entry.domesticNames).length > 0 && entry.country === null)
    throw fault(`${where}: ${entry.id}`, 'has domestic names, but no country')
}

function checkCountries(entries: ReadonlyMap<string, GazetteerEntry>, origin: ReadonlyMap<string, string>): void {
  for (const entry of entries.values()) {
    if (entry.country !== null && !entries.has(`country:${entry.country}`)) {
      throw fault(
        `${origin.get(entry.id) as string}: ${entry.id}`,
        `names the country "${entry.country}", which no entry defines`,
      )
    }
  }
}

function extendEntry(entries: Map<string, GazetteerEntry>, extension: GazetteerExtension, where: string): void {
  const entry = entries.get(extension.extends)
  if (entry === undefined)
    throw new KhabarError('invalid_parameter', `${where}: extends ${extension.extends}, which no entry defines`)
  const extended = {
    ...entry,
    names: merge(entry.names, extension.names),
    shortNames: merge(entry.shortNames, extension.shortNames),
    domesticNames: merge(entry.domesticNames, extension.domesticNames),
    demonyms: merge(entry.demonyms, extension.demonyms),
    ambiguous: [...entry.ambiguous, ...extension.ambiguous],
  }
  checkEntry(extended, where)
  entries.set(entry.id, extended)
}

function merge(one: GazetteerEntry['names'], other: GazetteerEntry['names']): GazetteerEntry['names'] {
  const merged = { ...one }
  for (const [language, names] of Object.entries(other))
    merged[language] = [...(merged[language] ?? []), ...(names ?? [])]
  return merged
}

/** Listed names first: a generated form that is another entry's listed name gives way ("برازيلياً" is also Brasília). */
function buildNames(entries: ReadonlyMap<string, GazetteerEntry>, origin: ReadonlyMap<string, string>): NameNode {
  const tree = createNameTree()
  const owners = new Map<string, Name>()
  const names = [...entries.values()].flatMap((entry) => namesOf(entry, entries))
  for (const name of [...names.filter(({ generated }) => !generated), ...names.filter(({ generated }) => generated)]) {
    const where = `${origin.get(name.entry.id)}: ${name.entry.id}`
    const key = fold(name.text)
    if (!name.generated) checkName(name, key, where)
    const owner = owners.get(key)
    if (isDecided(name) || owner === undefined || owner.entry === name.entry) addName(tree, name)
    else if (!name.generated || owner.generated) {
      const other = `${owner.entry.id} (${origin.get(owner.entry.id)})`
      throw fault(where, `has the name "${name.text}", which ${other} has too, and no rule decides`)
    }
    if (!isDecided(name) && owner === undefined) owners.set(key, name)
  }
  return tree
}

/** Whether words around it, or another name of the entry, decide if the name counts. */
function isDecided({ rule, evidence }: Name): boolean {
  return rule !== null || evidence === 'short-name' || evidence === 'domestic-name'
}

function checkName({ text, rule }: Name, folded: string, where: string): void {
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '')
  const isAcronym = /^[\p{Lu}.&]{2,}$/u.test(text)
  if (letters.length < SHORTEST_NAME && !isAcronym)
    throw fault(where, `has the name "${text}", shorter than ${SHORTEST_NAME} letters`)
  if (rule === null && STOP_LIST.has(folded))
    throw fault(where, `has the name "${text}", a common word; give it a rule under "ambiguous"`)
}

function fault(where: string, reason: string): KhabarError {
  return new KhabarError('invalid_parameter', `${where} ${reason}`)
}
