import { AsyncIterReader, LimitReader, type StatusAndHeaders, StatusAndHeadersParser, WARCRecord } from 'warcio'
import { KhabarError } from '../../../domain/error.ts'
import type { Member } from './members.ts'
import { recordRefusal } from './refusal.ts'

/** A record with what it holds, or with why that is not to be had. */
export type RawRecord = { record: WARCRecord; block: Uint8Array | KhabarError }

/** Bytes in which the header of a record must come to its end. */
export const HEADER_LIMIT = 256 * 1024

/** Bytes that warcio is given at a time: it copies what is left of a piece with every line. */
const PIECE = 16 * 1024

/** So many false lengths in one member, and what follows is not looked for any more: each is read again and again. */
const MOST_FALSE = 100

/** Longest line that is looked at between records. */
const LINE_LIMIT = 4096

/** How a record begins within what was taken for another one, whose length is false. */
const RECORD_START = Buffer.from('\nWARC/1.')

/**
 * The records of a member, or an error for bytes between them. A record whose length is false is told as such, and the
 * next one is found again. Headers and lines are read by warcio; its loop over records is not used, as it trusts their
 * lengths, keeps a header of any size in memory and does not end on a record that is cut off.
 * @throws KhabarError 'no_article' where the member cannot be unpacked
 */
export async function* recordsOf(
  member: Pick<Member, 'next'>,
  limit: number,
  falseLengths = 0,
): AsyncGenerator<RawRecord | KhabarError> {
  if (falseLengths === MOST_FALSE)
    throw recordRefusal('broken_archive', `${MOST_FALSE} records have false lengths; what follows is not read.`)
  const source = inPieces(member)
  const reader = new AsyncIterReader(source.chunks, null)
  let next = await readLine(reader)
  for (let isTold = false; ; ) {
    const { line, isLost } = await findRecord(reader, next)
    if (isLost && !isTold) yield recordRefusal('garbage', 'There are bytes between the records that belong to none.')
    if (line === null) return
    const { found, behind, swallowed } = await readRecord(reader, line, { source, limit })
    yield found
    if (swallowed !== null) {
      yield* recordsOf(rejoin([swallowed, behind], reader), limit, falseLengths + 1)
      return
    }
    isTold = found instanceof KhabarError || found.block instanceof KhabarError
    next = behind
  }
}

/** The next line that begins a record, null at the end, and whether other bytes stand before it. */
async function findRecord(reader: AsyncIterReader, first: Uint8Array | null) {
  let isLost = false
  let line = first
  for (; line !== null && !startsRecord(line); line = await readLine(reader)) isLost ||= !isBlank(line)
  return { line, isLost }
}

/** `behind`: the line after the record; `swallowed`: what follows in bytes that its false length made look like its own. */
type Reading = { found: RawRecord | KhabarError; behind: Uint8Array | null; swallowed: Uint8Array | null }
type Bounds = { source: ReturnType<typeof inPieces>; limit: number }

async function readRecord(reader: AsyncIterReader, line: Uint8Array, { source, limit }: Bounds): Promise<Reading> {
  const header = await readHeader(reader, line, source)
  if (header === null) {
    const found = recordRefusal('no_header', `The header of a record does not end within ${HEADER_LIMIT} bytes.`)
    return { found, behind: await readLine(reader), swallowed: null }
  }
  const record = new WARCRecord({ warcHeaders: header, reader: [] })
  const length = lengthOf(header)
  if (length === null)
    return { found: { record, block: falseLength() }, behind: await readLine(reader), swallowed: null }
  const { bytes, size, swallowed } = await readBlock(reader, length, limit)
  const behind = await readLine(reader)
  if (size === length && (behind === null || isBlank(behind) || startsRecord(behind))) {
    return { found: { record, block: bytes ?? tooLarge(length, limit) }, behind, swallowed: null }
  }
  return { found: { record, block: falseLength() }, behind, swallowed: swallowed ?? startWithin(bytes) }
}

/** null where it does not end. */
async function readHeader(
  reader: AsyncIterReader,
  line: Uint8Array,
  source: ReturnType<typeof inPieces>,
): Promise<StatusAndHeaders | null> {
  source.allow(HEADER_LIMIT)
  const firstLine = Buffer.from(line).toString('latin1')
  const header = await new StatusAndHeadersParser().parse(reader, { firstLine, headersClass: Headers })
  const isWhole = source.isAllowed()
  source.allow(Number.POSITIVE_INFINITY)
  return isWhole ? header : null
}

function lengthOf(header: StatusAndHeaders): number | null {
  const text = header.headers.get('Content-Length') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** The bytes of a record, null where they are too many to be kept; those are read until another record begins. */
async function readBlock(reader: AsyncIterReader, length: number, limit: number) {
  const isKept = length <= limit + HEADER_LIMIT
  const chunks: Uint8Array[] = []
  let [size, edge] = [0, Buffer.alloc(0)]
  for await (const chunk of new LimitReader(reader, length)) {
    size += chunk.length
    if (isKept) chunks.push(chunk)
    else {
      const window = Buffer.concat([edge, chunk])
      const swallowed = startWithin(window)
      if (swallowed !== null) return { bytes: null, size: 0, swallowed }
      edge = window.subarray(-RECORD_START.length)
    }
  }
  return { bytes: isKept ? Buffer.concat(chunks) : null, size, swallowed: null }
}

function startWithin(bytes: Uint8Array | null): Uint8Array | null {
  const at = bytes === null ? -1 : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(RECORD_START)
  return bytes === null || at < 0 ? null : bytes.subarray(at + 1)
}

/** What was read too far, and then the rest. */
function rejoin(parts: (Uint8Array | null)[], reader: AsyncIterReader): Pick<Member, 'next'> {
  const queue = parts.filter((part) => part !== null)
  const rest = reader[Symbol.asyncIterator]()
  return { next: async () => queue.shift() ?? (await rest.next()).value ?? null }
}

/** A member for warcio: in pieces, and with an end after as many bytes as are allowed for what is being read. */
function inPieces(member: Pick<Member, 'next'>) {
  let held: Uint8Array = new Uint8Array()
  let allowed = Number.POSITIVE_INFINITY
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    if (allowed <= 0) return { done: true, value: undefined }
    while (held.length === 0) {
      const chunk = await member.next()
      if (chunk === null) return { done: true, value: undefined }
      held = chunk
    }
    const value = held.subarray(0, PIECE)
    held = held.subarray(PIECE)
    allowed -= value.length
    return { done: false, value }
  }
  return {
    chunks: { [Symbol.asyncIterator]: () => ({ next }) } as AsyncIterable<Uint8Array>,
    allow(bytes: number) {
      allowed = bytes
    },
    isAllowed: () => allowed > 0,
  }
}

function readLine(reader: AsyncIterReader): Promise<Uint8Array | null> {
  return reader.readlineRaw(LINE_LIMIT)
}

function startsRecord(line: Uint8Array): boolean {
  return /^WARC\/\d/.test(Buffer.from(line.subarray(0, 8)).toString('latin1'))
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x0d || byte === 0x0a || byte === 0x20)
}

function falseLength(): KhabarError {
  return recordRefusal('false_length', 'The record has another length than it says.')
}

function tooLarge(bytes: number, limit: number): KhabarError {
  return new KhabarError('too_large', `The record has ${bytes} bytes; at most ${limit} are read.`)
}
