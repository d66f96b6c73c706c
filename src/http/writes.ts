import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../domain/error.ts'
import type { Token } from '../domain/token.ts'
import { findWriter } from './bearer.ts'
import type { Tally } from './tally.ts'

/** What came of a write: which article it was about, if any. */
export type Written = { outcome: string; id: string | null }

/** Who writes, and the line that the log has for each write, refused ones too. */
export type Writes = {
  /** Lets through who has a token, before any of the body is read. @throws KhabarError 'unauthorized' */
  authorise(request: FastifyRequest, action: string): void
  done(request: FastifyRequest, written: Written): void
  /** For whatever a request is answered with a problem; one that is no write is passed over. */
  refused(request: FastifyRequest, code: ErrorCode): void
}

/** @param tokens those that are good now */
export function createWrites(tokens: () => readonly Token[], log: FastifyBaseLogger, tally: Tally): Writes {
  const begun = new WeakMap<FastifyRequest, { who: string | null; action: string }>()

  function done(request: FastifyRequest, { outcome, id }: Written): void {
    const { who, action } = begun.get(request) ?? { who: null, action: '' }
    begun.delete(request)
    tally.recordWrite(action, outcome)
    log.info({ requestId: request.id, address: request.ip, who, action, id, outcome }, 'write')
  }

  return {
    authorise(request, action) {
      begun.set(request, { who: null, action })
      begun.set(request, { who: findWriter(request, tokens()), action })
    },
    done,
    refused(request, code) {
      if (!begun.has(request)) return
      const { id = null } = request.params as { id?: string }
      done(request, { outcome: code, id })
    },
  }
}
