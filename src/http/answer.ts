import type { FastifyReply, FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import { type Compress, ENCODINGS, type Encoding, WORTH_COMPRESSING } from './compression.ts'
import { encodedEtag, findFresh, isWildcard } from './conditional.ts'
import type { HeaderList } from './cors.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { Respond } from './respond.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'

export const CACHE = {
  article: 'public, max-age=300, stale-while-revalidate=86400',
  list: 'public, max-age=60, stale-while-revalidate=600',
  none: 'no-store',
}

/** What is at an address: known by its ETag before it is loaded. */
export type Resource = { etag: string; cacheControl: string; load: () => Content | Promise<Content> }

/** What is at an address and follows from the archive alone: kept as long as it does not change. */
export type KeptResource = {
  /** Tells it from all others: the path with the query in its normal form. */
  address: string
  cacheControl: string
  /** Far less work than `load`. `generation` is the archive's. */
  findEtag: (generation: string) => string | Promise<string>
  load: () => (Content & { etag?: string }) | Promise<Content & { etag?: string }>
}

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
  /** The same, without any work where the answer is kept. */
  kept(request: FastifyRequest, reply: FastifyReply, resource: KeptResource): Promise<void>
}

export function createAnswer(
  respond: Respond,
  compress: Compress,
  answers: KeptAnswers,
  findGeneration: () => Promise<string>,
): Answer {
  return {
    async resource(request, reply, { etag, cacheControl, load }) {
      const fresh = findFresh(request, etag)
      if (fresh === undefined) return sendWhole(request, reply, { etag, cacheControl, ...(await load()) })
      if (isWildcard(request)) await load()
      return sendNotModified(request, reply, fresh, cacheControl)
    },
    async kept(request, reply, resource) {
      const { address, cacheControl, findEtag, load } = resource
      const generation = await findGeneration()
      const known = answers.recall(address, generation)
      if (known !== undefined) return sendFitting(request, reply, known)
      if (answers.has(address) || request.headers['if-none-match'] !== undefined) {
        const etag = await findEtag(generation)
        const renewed = answers.renew(address, generation, etag)
        if (renewed !== undefined) return sendFitting(request, reply, renewed)
        const fresh = isWildcard(request) ? undefined : findFresh(request, etag)
        if (fresh !== undefined) return sendNotModified(request, reply, fresh, cacheControl)
      }
      const content = await load()
      const whole = { ...content, etag: content.etag ?? (await findEtag(generation)), cacheControl }
      answers.keep(address, generation, whole)
      return sendFitting(request, reply, whole)
    },
  }

  /** The whole, or 304 to who has it. */
  function sendFitting(request: FastifyRequest, reply: FastifyReply, whole: Representation): void | Promise<void> {
    const fresh = findFresh(request, whole.etag)
    if (fresh !== undefined) return sendNotModified(request, reply, fresh, whole.cacheControl)
    return sendWhole(request, reply, whole)
  }

  function sendWhole(request: FastifyRequest, reply: FastifyReply, whole: Representation): void | Promise<void> {
    refuseUnacceptable(request, whole.type ?? JSON_TYPE)
    const encoding = whole.body.length < WORTH_COMPRESSING ? null : chooseEncoding(request)
    if (encoding === null) return send(request, reply, whole)
    return sendEncoded(request, reply, whole, encoding)
  }

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

  function sendNotModified(request: FastifyRequest, reply: FastifyReply, etag: string, cacheControl: string): void {
    respond(request, reply, { status: 304, headers: ['etag', etag, 'cache-control', cacheControl] })
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
