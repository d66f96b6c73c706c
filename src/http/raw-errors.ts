import type { Duplex } from 'node:stream'
import { type ErrorCode, KhabarError } from '../domain/error.ts'
import { describeProblem, PROBLEM_TYPE, problemKind } from './problem.ts'
import { NO_CONTENT } from './respond.ts'

/** `rawPacket` is the last piece that arrived, a Buffer whatever the types of Node and Fastify make of it. */
type ClientError = Error & { code?: string; rawPacket?: unknown }

/** Answers what never becomes a request: malformed or overlong heads, slow senders. The connection is closed. */
export function createClientErrorHandler(nextId: () => string) {
  return (error: ClientError, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else closeWithProblem(socket, toKhabarError(error), nextId())
  }
}

/** Writes a whole answer to a socket that no response object exists for. */
export function closeWithProblem(
  socket: Duplex,
  error: KhabarError,
  requestId: string,
  headers: Record<string, string> = {},
): void {
  const { status, title } = problemKind(error.code)
  const body = JSON.stringify(describeProblem(error, null, requestId))
  const all = {
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': NO_CONTENT,
    'Referrer-Policy': 'no-referrer',
    'X-Request-Id': requestId,
    Date: new Date().toUTCString(),
    Connection: 'close',
    ...headers,
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${head.join('')}\r\n${body}`, () => socket.destroy())
}

function toKhabarError(error: ClientError): KhabarError {
  const code = codeOf(error)
  if (code === 'request_timeout') return new KhabarError(code, 'The request did not arrive in full in time.')
  if (code === 'uri_too_long') return new KhabarError(code, 'The address is too long.')
  if (code === 'headers_too_large') return new KhabarError(code, 'The headers are longer than 16 KiB in all.')
  // e.g. of `curl '…?q=إسطنبول'`, which escapes nothing
  if (error.code === 'HPE_INVALID_URL') return new KhabarError(code, 'The address is not percent-encoded UTF-8.')
  return new KhabarError(code, 'The request is not well-formed HTTP/1.1.')
}

function codeOf({ code, rawPacket }: ClientError): ErrorCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request_timeout'
  if (code !== 'HPE_HEADER_OVERFLOW') return 'bad_request'
  return isOneLongLine(rawPacket) ? 'uri_too_long' : 'headers_too_large'
}

/** Whether what arrived is a request line that does not end: then it is the address that is too long. */
function isOneLongLine(packet: unknown): boolean {
  return Buffer.isBuffer(packet) && /^[A-Z]+ \//.test(packet.toString('latin1', 0, 16)) && !packet.includes('\n')
}
