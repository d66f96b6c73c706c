import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import type { Token } from '../domain/token.ts'
import { findWriter } from './bearer.ts'
import type { Tally } from './tally.ts'

/** What came of a write: which article it was about, if any. */
export type Written = { outcome: string; id: string | null }

export type Writes = {
  /** Lets through who has a token, before any of the body is read. @throws KhabarError 'unauthorized' */
  authorise(request: FastifyRequest): void
  /** Runs a write and tells the log who did what and what came of it, or why nothing did. */
  audit(request: FastifyRequest, action: string, write: () => Promise<Written>): Promise<void>
}

/** @param tokens those that are good now */
export function createWrites(tokens: () => readonly Token[], log: FastifyBaseLogger, tally: Tally): Writes {
  const writers = new WeakMap<FastifyRequest, string>()

  function tell(request: FastifyRequest, action: string, { outcome, id }: Written): void {
    const who = writers.get(request) ?? null
    tally.recordWrite(action, outcome)
    log.info({ requestId: request.id, address: request.ip, who, action, id, outcome }, 'write')
  }

  return {
    authorise(request) {
      try {
        writers.set(request, findWriter(request, tokens()))
      } catch (error) {
        tell(request, `${request.method} ${request.routeOptions.url}`, { outcome: codeOf(error), id: null })
        throw error
      }
    },
    async audit(request, action, write) {
      try {
        tell(request, action, await write())
      } catch (error) {
        const { id = null } = request.params as { id?: string }
        tell(request, action, { outcome: codeOf(error), id })
        throw error
      }
    },
  }
}

function codeOf(error: unknown): string {
  return error instanceof KhabarError ? error.code : 'internal'
}
