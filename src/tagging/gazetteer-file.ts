import { KhabarError } from '../domain/error.ts'
import {
  type GazetteerEntry,
  type GazetteerExtension,
  gazetteerExtensionSchema,
  gazetteerFileSchema,
  type Institution,
} from '../domain/gazetteer.ts'
import { fillEntry, readPlainEntry } from './entry-form.ts'

/**
 * A file of names as read: its path for messages, its JSON, as text or in UTF-8. `isChecked`: it ships with Khabar, whose tests have looked
 * for clashes among its names; where all are, they are not looked for again.
 */
export type GazetteerFile = { path: string; text: string | Uint8Array; isChecked?: boolean }

export type FileContent = { entries: (GazetteerEntry | GazetteerExtension)[]; institutions: Institution[] }

/** @throws KhabarError 'invalid_parameter' naming the file, and the entry where one is wrong */
export function readGazetteerFile({ path, text, isChecked = false }: GazetteerFile): FileContent {
  let json: unknown
  try {
    json = JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text))
  } catch (cause) {
    throw new KhabarError('invalid_parameter', `${path} is not JSON: ${(cause as Error).message}`, { cause })
  }
  return readPlainFile(json, isChecked) ?? readBySchema(path, json)
}

function readPlainFile(json: unknown, isChecked: boolean): FileContent | null {
  if (typeof json !== 'object' || json === null || Object.keys(json).join() !== 'entries') return null
  const items = (json as { entries: unknown }).entries
  if (!Array.isArray(items)) return null
  const entries: FileContent['entries'] = []
  for (const item of items) {
    const entry = isChecked && !('extends' in item) ? fillEntry(item) : (readPlainEntry(item) ?? readExtension(item))
    if (entry === null) return null
    entries.push(entry)
  }
  return { entries, institutions: [] }
}

function readExtension(item: unknown): GazetteerExtension | null {
  if (typeof item !== 'object' || item === null || !('extends' in item)) return null
  return gazetteerExtensionSchema.safeParse(item).data ?? null
}

function readBySchema(path: string, json: unknown): FileContent {
  const parsed = gazetteerFileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const [list, index] = issue?.path ?? []
  const items = (json as Record<string, (Record<string, unknown> | null)[]> | null)?.[String(list)]
  if (typeof index !== 'number')
    throw new KhabarError('invalid_parameter', `${path} is no gazetteer: ${describeIssue(issue?.path, issue?.message)}`)
  const item = items?.[index]
  const name = String(item?.id ?? item?.extends ?? '?')
  const reason =
    issue?.code === 'invalid_union'
      ? describeUnion(issue.errors, item)
      : describeIssue(issue?.path.slice(2), issue?.message)
  throw new KhabarError('invalid_parameter', `${path}, entry ${index + 1} (${name}): ${reason}`)
}

/** "label.ar: Invalid input", or the message alone where it is about the whole. */
function describeIssue(path: readonly PropertyKey[] = [], message = 'unknown fault'): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}

/** The faults of the alternative that was meant: an extension if it says so, else an entry. */
function describeUnion(
  errors: { path: PropertyKey[]; message: string }[][],
  item: Record<string, unknown> | null | undefined,
): string {
  const meant = errors[typeof item === 'object' && item !== null && 'extends' in item ? 0 : 1] ?? []
  return meant.map(({ path, message }) => describeIssue(path, message)).join('; ')
}
