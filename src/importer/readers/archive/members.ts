import { KhabarError } from '../../../domain/error.ts'
import type { ByteSource } from './bytes.ts'
import { inflateMember } from './inflate.ts'
import { recordRefusal } from './refusal.ts'

/** A stretch of an archive that is read on its own: a gzip member, as a rule one record, or the whole of a plain file. */
export type Member = {
  /** Unpacked bytes; null at the end. @throws KhabarError 'no_article' where it cannot be unpacked */
  next(): Promise<Uint8Array | null>
  isBroken(): boolean
}

/** So many broken members one after another are no archive any more. */
const MOST_BROKEN = 100

/** How a gzip member with deflated data begins. */
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

/**
 * The members of an archive in order, or an error for bytes between them that are none. A member that cannot be unpacked
 * fails while it is read, and the next one begins where gzip's first bytes are found again.
 * @throws KhabarError 'no_article' where nothing more can be read
 */
export async function* membersOf(source: ByteSource): AsyncGenerator<Member | KhabarError> {
  if (!(await startsMember(source))) {
    yield { next: () => source.next(), isBroken: () => false }
    return
  }
  for (let broken = 0; broken < MOST_BROKEN; ) {
    const lost = await skipToMember(source)
    // What is passed over behind a broken member is that member's.
    if (lost > 0 && broken === 0)
      yield recordRefusal('garbage', 'There are bytes between the records that belong to none.')
    if (!(await startsMember(source))) return
    const member = inflateMember(source)
    yield member
    await drain(member)
    broken = member.isBroken() ? broken + 1 : 0
  }
  throw recordRefusal(
    'broken_archive',
    `${MOST_BROKEN} records one after another cannot be unpacked; what follows is not read.`,
  )
}

async function startsMember(source: ByteSource): Promise<boolean> {
  const start = await source.take(MAGIC.length)
  source.unread(start)
  return MAGIC.equals(start)
}

/** Reads what the reader of a member left of it; what fails now is of no interest to them. */
async function drain(member: Member): Promise<void> {
  try {
    while (!member.isBroken() && (await member.next()) !== null);
  } catch (error) {
    if (!(error instanceof KhabarError)) throw error
  }
}

/** Goes to where a member begins, or to the end. @returns how many bytes, padding with zeros aside, were passed over */
async function skipToMember(source: ByteSource): Promise<number> {
  if (await startsMember(source)) return 0
  let lost = 0
  for (let chunk = await source.next(); chunk !== null; chunk = await source.next()) {
    const ahead = await source.take(MAGIC.length - 1)
    const bytes = Buffer.concat([chunk, ahead])
    const at = bytes.indexOf(MAGIC)
    if (at >= 0) {
      source.unread(bytes.subarray(at))
      return lost + countNonZero(bytes.subarray(0, at))
    }
    lost += countNonZero(chunk)
    source.unread(ahead)
  }
  return lost
}

function countNonZero(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte !== 0) count++
  return count
}
