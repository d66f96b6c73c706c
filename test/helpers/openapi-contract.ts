import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { Answer } from './app.ts'
import { createContract as contractOf } from './contract.mjs'

type Documented = { headers?: Record<string, unknown>; content?: Record<string, { schema: object }> }
type Operation = { operationId: string; responses: Record<string, Documented> }
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

export function documentOf(app: FastifyInstance): Document {
  return app.swagger() as unknown as Document
}

/** Holds answers against the app's own OpenAPI document: an undocumented status, header, media type or key fails. */
export function createContract(app: FastifyInstance) {
  const findFaults = contractOf(documentOf(app))
  return (t: Test, method: string, path: string, answer: Answer): void => {
    t.strictSame(
      findFaults(method, path, answer),
      [],
      `${method} ${path.slice(0, 80)} ${answer.status} is as documented`,
    )
  }
}
