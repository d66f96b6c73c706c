import { KhabarError } from '../domain/error.ts'
import type { GazetteerEntry, GazetteerExtension, Institution } from '../domain/gazetteer.ts'
import { isTimeZone } from '../language/time-zone.ts'
import { type GazetteerFile, readGazetteerFile } from './gazetteer-file.ts'
import { addInstitutions } from './institutions.ts'
import type { NameNode } from './name-tree.ts'
import { createTreeOfNames } from './tree-of-names.ts'

/**
 * All that can be tagged: the entries by id, and their names for the matcher. `listed` are those of the files; `entries`
 * has the institutions that are made by rule as well, and takes a moment when first asked for.
 */
export type Gazetteer = {
  listed: ReadonlyMap<string, GazetteerEntry>
  readonly entries: ReadonlyMap<string, GazetteerEntry>
  /** Where each listed entry is defined, and then where names are added to it: "file, entry 3". */
  readonly origins: ReadonlyMap<string, readonly string[]>
  names: NameNode
}

/**
 * Reads the files in order, applies what extends an entry, and makes the names ready for matching.
 * @throws KhabarError 'invalid_parameter' naming file and entry: for malformed files, an id given twice, a kind missing,
 * a name of two entries without a rule that decides, a name that is a common word or too short
 */
export function loadGazetteer(files: readonly GazetteerFile[]): Gazetteer {
  const { entries, origin, added, institutions } = readEntries(files)
  const isChecked = files.every((file) => file.isChecked)
  if (!isChecked) checkCountries(entries, origin)
  const whereOf = (entry: GazetteerEntry) => `${origin.get(entry.id)}: ${entry.id}`
  const names = createTreeOfNames(entries, whereOf, !isChecked)
  const makeInstitutions = addInstitutions(institutions, entries, names)
  let all: Map<string, GazetteerEntry> | null = null
  return {
    listed: entries,
    get entries() {
      all ??= new Map([...entries, ...makeInstitutions().map((entry): [string, GazetteerEntry] => [entry.id, entry])])
      return all
    },
    get origins() {
      return new Map([...origin].map(([id, where]) => [id, [where, ...(added.get(id) ?? [])]]))
    },
    names,
  }
}

type Listed = {
  entries: Map<string, GazetteerEntry>
  origin: Map<string, string>
  added: Map<string, string[]>
  institutions: Institution[]
}

function readEntries(files: readonly GazetteerFile[]): Listed {
  const entries = new Map<string, GazetteerEntry>()
  const origin = new Map<string, string>()
  const extensions: [GazetteerExtension, string][] = []
  const contents = files.map((file) => ({ file, ...readGazetteerFile(file) }))
  for (const { file, entries: items } of contents) {
    for (const [index, item] of items.entries()) {
      const where = `${file.path}, entry ${index + 1}`
      if ('extends' in item) {
        extensions.push([item, where])
        continue
      }
      if (entries.has(item.id))
        throw fault(
          `${where}: ${item.id}`,
          `is already defined in ${origin.get(item.id)}; use "extends" to add names to it`,
        )
      if (!file.isChecked) checkEntry(item, where)
      entries.set(item.id, item)
      origin.set(item.id, where)
    }
  }
  const added = new Map<string, string[]>()
  for (const [extension, where] of extensions) {
    extendEntry(entries, extension, where)
    added.set(extension.extends, [...(added.get(extension.extends) ?? []), where])
  }
  return { entries, origin, added, institutions: contents.flatMap(({ institutions }) => institutions) }
}

function checkEntry(entry: GazetteerEntry, where: string): void {
  const type = entry.id.split(':')[0]
  if (type === 'actor' && entry.kind === undefined) throw fault(`${where}: ${entry.id}`, 'has no kind')
  if (type !== 'actor' && entry.kind !== undefined)
    throw fault(`${where}: ${entry.id}`, 'has a kind, which only actors have')
  if (type !== 'country' && Object.keys(entry.demonyms).length > 0)
    throw fault(`${where}: ${entry.id}`, 'has demonyms, which only countries have')
  if (type === 'country' && entry.country !== null) throw fault(`${where}: ${entry.id}`, 'lies in a country and is one')
  if (entry.timeZone !== undefined && (type !== 'place' || !isKnownZone(entry.timeZone))) {
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

/** Asking for each zone by itself costs as much as all names together. */
function isKnownZone(zone: string): boolean {
  zones ??= new Set(Intl.supportedValuesOf('timeZone'))
  return zones.has(zone) || isTimeZone(zone)
}
let zones: Set<string> | undefined

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

function fault(where: string, reason: string): KhabarError {
  return new KhabarError('invalid_parameter', `${where} ${reason}`)
}
