import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { AsyncIterReader, BaseAsyncIterReader, StatusAndHeadersParser } from 'warcio'
import { KhabarError } from '../../../domain/error.ts'
import { recordRefusal } from './refusal.ts'

export type HttpMessage = { status: number; contentType: string | null; body: Uint8Array }

/** Header of an answer: some servers end their lines with a line feed alone, which warcio does not take. */
const HEADER_END = /\r?\n\r?\n/

/**
 * An HTTP answer as an archive keeps it, its body decoded.
 * @throws KhabarError 'no_article' or 'too_large'
 */
export async function readHttpMessage(block: Uint8Array, limit: number): Promise<HttpMessage> {
  const start = Buffer.from(block.subarray(0, 64 * 1024)).toString('latin1')
  const end = HEADER_END.exec(start)
  if (!/^HTTP\/\d/.test(start) || end === null)
    throw recordRefusal('no_http', 'The record holds no answer of a server.')
  const head = new TextEncoder().encode(`${start.slice(0, end.index)}\r\n\r\n`)
  const parsed = await new StatusAndHeadersParser().parse(new AsyncIterReader([head], null), { headersClass: Headers })
  const header = (name: string) => parsed?.headers.get(name) ?? null
  const body = block.subarray(end.index + end[0].length)
  return {
    status: Number(parsed?.statusCode),
    contentType: header('Content-Type'),
    body: decode(await joinChunks(body, header('Transfer-Encoding')), header('Content-Encoding'), limit),
  }
}

/** warcio gives back as it is what the header calls chunked but is not, as crawlers join the chunks and keep the header. */
async function joinChunks(body: Uint8Array, transferEncoding: string | null): Promise<Uint8Array> {
  if (!/\bchunked\b/i.test(transferEncoding ?? '')) return body
  return BaseAsyncIterReader.readFully(new AsyncIterReader([body], null, true))
}

function decode(body: Uint8Array, contentEncoding: string | null, limit: number): Uint8Array {
  const encodings = (contentEncoding ?? '').toLowerCase().split(',')
  return encodings.reduceRight((bytes, encoding) => unpack(bytes, encoding.trim(), limit), body)
}

/** A body that is cut off gives what there is of it. */
function unpack(bytes: Uint8Array, encoding: string, limit: number): Uint8Array {
  const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH }
  // Crawlers unpack bodies and keep the header, so each must look like what it is said to be.
  if (encoding === 'gzip' || encoding === 'x-gzip')
    return bytes[0] === 0x1f && bytes[1] === 0x8b
      ? (attempt(() => gunzipSync(bytes, options), limit) ?? broken())
      : bytes
  if (encoding === 'deflate')
    return (
      attempt(() => inflateSync(bytes, options), limit) ?? attempt(() => inflateRawSync(bytes, options), limit) ?? bytes
    )
  if (encoding === 'br') return attempt(() => brotliDecompressSync(bytes, { maxOutputLength: limit }), limit) ?? bytes
  if (encoding === '' || encoding === 'identity' || encoding === 'none' || /^utf-?8$/.test(encoding)) return bytes
  throw recordRefusal('content_encoding', 'The answer is in a content encoding that is not known.')
}

/** null for bytes that are not in this encoding. @throws KhabarError 'too_large' */
function attempt(work: () => Uint8Array, limit: number): Uint8Array | null {
  try {
    return work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null
    throw new KhabarError(
      'too_large',
      `The answer unpacks to more than ${limit} bytes, which is the most that is read.`,
    )
  }
}

function broken(): never {
  throw recordRefusal('content_encoding', 'The answer cannot be unpacked.')
}
