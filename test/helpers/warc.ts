import { gzipSync } from 'node:zlib'

export type RecordOptions = {
  type?: string
  /** Content-Length, where it is to be false. */
  length?: number | string
  version?: string
  status?: string
  contentType?: string
  /** Further lines of the answer's header. */
  http?: string[]
}

/** A record of a web archive: a server's answer by default, of any other type with the body alone. */
export function warcRecord(uri: string, body: string | Uint8Array, options: RecordOptions = {}): Buffer {
  const { type = 'response', version = 'WARC/1.0', status = '200 OK', http = [] } = options
  const contentType = options.contentType ?? (type === 'response' ? 'text/html; charset=utf-8' : 'text/plain')
  const answer = [`HTTP/1.1 ${status}`, `Content-Type: ${contentType}`, ...http, '', ''].join('\r\n')
  const block = Buffer.concat([Buffer.from(type === 'response' ? answer : ''), Buffer.from(body)])
  const header = [
    version,
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2020-10-02T14:03:04Z',
    `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : contentType}`,
    `Content-Length: ${options.length ?? block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** Each record a gzip member of its own, as archives are packed. */
export function packed(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)))
}
