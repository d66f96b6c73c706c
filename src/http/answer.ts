import type { FastifyReply, FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import { type Compress, ENCODINGS, type Encoding, WORTH_COMPRESSING } from './compression.ts'
import { encodedEtag, findFresh, isWildcard } from './conditional.ts'
import type { HeaderList } from './cors.ts'
import type { Respond } from './respond.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'

export const CACHE = {
  article: 'public, max-age=300, stale-while-revalidate=86400',
  list: 'public, max-age=60, stale-while-revalidate=600',
  none: 'no-store',
}

/** What is at an address: known by its ETag before it is loaded. */
export type Resource = { etag: string; cacheControl: string; load: () => Content | Promise<Content> }

/** `type` is JSON unless given; `contentPolicy` goes with what browsers show. */
export type Content = { body: Uint8Array; type?: string; headers?: HeaderList; contentPolicy?: string }

/** Content with all that is said about it. */
export type Representation = Content & { etag: string; cacheControl: string }

export type Answer = {
  /**
   * Answers a GET or HEAD: 304 without loading anything (but for `If-None-Match: *`, which asks whether there is
   * something to load), 406, or the whole, compressed where that is asked for.
   */
  resource(request: FastifyRequest, reply: FastifyReply, resource: Resource): Promise<void>
  /** The same for what is loaded and known not to be fresh. */
  representation(request: FastifyRequest, reply: FastifyReply, whole: Representation): void | Promise<void>
  notModified(request: FastifyRequest, reply: FastifyReply, etag: string, cacheControl: string): void
}

export function createAnswer(respond: Respond, compress: Compress): Answer {
  const answer: Answer = {
    async resource(request, reply, { etag, cacheControl, load }) {
      const fresh = findFresh(request, etag)
      if (fresh === undefined) return answer.representation(request, reply, { etag, cacheControl, ...(await load()) })
      if (isWildcard(request)) await load()
      return answer.notModified(request, reply, fresh, cacheControl)
    },
    representation(request, reply, whole) {
      refuseUnacceptable(request, whole.type ?? JSON_TYPE)
      const encoding = whole.body.length < WORTH_COMPRESSING ? null : chooseEncoding(request)
      if (encoding === null) return send(request, reply, whole)
      return sendEncoded(request, reply, whole, encoding)
    },
    notModified(request, reply, etag, cacheControl) {
      respond(request, reply, { status: 304, headers: ['etag', etag, 'cache-control', cacheControl] })
    },
  }
  return answer

  async function sendEncoded(request: FastifyRequest, reply: FastifyReply, whole: Representation, encoding: Encoding) {
    const body = await compress(whole.etag, encoding, whole.body)
    const headers = [...(whole.headers ?? []), 'content-encoding', encoding]
    send(request, reply, { ...whole, body, headers, etag: encodedEtag(whole.etag, encoding) })
  }

  function send(request: FastifyRequest, reply: FastifyReply, whole: Representation): void {
    const { body, type = JSON_TYPE, etag, cacheControl, headers: more = [], contentPolicy } = whole
    const headers = ['content-type', type, 'etag', etag, 'cache-control', cacheControl, ...more]
    respond(request, reply, { status: 200, headers, body, contentPolicy })
  }
}

function refuseUnacceptable(request: FastifyRequest, type: string): void {
  const { accept } = request.headers
  if (accept === undefined || accept === '' || accept === '*/*') return
  const [mediaType = type] = type.split(';', 1)
  if (request.type([mediaType]) === false) {
    throw new KhabarError('not_acceptable', `This address has ${mediaType} only.`)
  }
}

function chooseEncoding(request: FastifyRequest): Encoding | null {
  if (request.headers['accept-encoding'] === undefined) return null
  return ENCODINGS.find((encoding) => request.encoding([encoding]) === encoding) ?? null
}

/** A document as it is sent: serialised once, here. */
export function toJson(document: unknown): Buffer {
  return Buffer.from(JSON.stringify(document))
}
