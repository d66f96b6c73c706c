import type { Capture } from '../../../domain/capture.ts'
import { KhabarError } from '../../../domain/error.ts'
import { createByteSource } from './bytes.ts'
import { captureOf } from './capture.ts'
import { type Member, membersOf } from './members.ts'
import { recordsOf } from './records.ts'
import { recordRefusal } from './refusal.ts'

/**
 * What a record of an archive gives: a capture, why it holds none, or null for one that by its type holds none. `number`
 * is its place among the archive's records, from 1; null for damage between them.
 */
export type ArchiveEntry = { number: number | null; content: Capture | KhabarError | null }

export type ArchiveOptions = {
  /** File name; captures are named by it and their record's number. */
  name: string
  /** Bytes of the largest capture that is read. */
  limit: number
}

/**
 * Reads a web archive (WARC or WET, packed or not) record by record: never more than one is in memory.
 * @throws KhabarError 'no_article' where it is none, or nothing more can be read
 */
export async function* readArchive(
  chunks: AsyncIterable<Uint8Array>,
  { name, limit }: ArchiveOptions,
): AsyncGenerator<ArchiveEntry> {
  let number = 0
  let early: KhabarError | null = null
  for await (const member of membersOf(createByteSource(chunks))) {
    for await (const found of foundIn(member, limit)) {
      if (found instanceof KhabarError) {
        if (number > 0) yield { number: null, content: found }
        else early ??= found
        continue
      }
      if (early !== null) yield { number: null, content: early }
      early = null
      number++
      const content = await captureOf(found, { name: `${name}#${number}`, limit }).catch(onlyRefusal)
      yield { number, content }
    }
  }
  if (number > 0) return
  if (early !== null && !isGarbage(early)) throw early
  throw recordRefusal('no_archive', 'This is no web archive: it holds no record.')
}

/** The records of a member, and why it ends where it is broken. */
async function* foundIn(member: Member | KhabarError, limit: number) {
  if (member instanceof KhabarError) {
    yield member
    return
  }
  try {
    yield* recordsOf(member, limit)
  } catch (error) {
    yield onlyRefusal(error)
  }
}

function onlyRefusal(error: unknown): KhabarError {
  if (error instanceof KhabarError) return error
  throw error
}

function isGarbage({ faults }: KhabarError): boolean {
  return faults[0]?.code === 'garbage'
}
