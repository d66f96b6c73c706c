import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { Answer } from './app.ts'

type Documented = { headers?: Record<string, unknown>; content?: Record<string, { schema: object }> }
type Operation = { operationId: string; responses: Record<string, Documented> }
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

/** Headers that say nothing about the answer, or are every server's. */
const UNDOCUMENTED =
  /^(date|connection|keep-alive|content-(type|length|encoding|security-policy)|transfer-encoding|x-content-type-options|referrer-policy|access-control-.*)$/

export function documentOf(app: FastifyInstance): Document {
  return app.swagger() as unknown as Document
}

/** Holds answers against the app's own OpenAPI document: an undocumented status, header, media type or key fails. */
export function createContract(app: FastifyInstance) {
  const document = documentOf(app)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'openapi')
  const compiled = new Map<object, ValidateFunction>()
  const validatorOf = (schema: object) => {
    const known = compiled.get(schema) ?? ajv.compile(pointTo(schema))
    compiled.set(schema, known)
    return known
  }
  const problem = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' })

  return (t: Test, method: string, path: string, answer: Answer): void => {
    const operation = findOperation(document, method, path)
    const what = `${method} ${path.slice(0, 80)} ${answer.status}`
    if (path.startsWith('/docs')) return
    if (operation === undefined) {
      if (answer.status >= 400 && answer.text !== '')
        t.ok(problem(answer.json), `${what} is a problem`, { errors: problem.errors })
      return
    }
    const documented = operation.responses[answer.status]
    if (documented === undefined) {
      t.fail(`${what} is not documented`, { text: answer.text })
      return
    }
    const names = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase())
    const strange = [...answer.headers.keys()].filter((name) => !UNDOCUMENTED.test(name) && !names.includes(name))
    t.strictSame(strange, [], `${what} has documented headers only`)
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (answer.text === '') return
    const content = documented.content?.[type]
    if (content === undefined) t.fail(`${what}: ${type} is not documented`)
    else if (answer.json !== undefined) {
      const validate = validatorOf(content.schema)
      t.ok(validate(answer.json), `${what} is as documented`, { errors: validate.errors, json: answer.json })
    }
  }
}

/** The schema with its references into the document made absolute. */
function pointTo(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'))
}

function findOperation({ paths }: Document, method: string, path: string): Operation | undefined {
  const [name = ''] = path.split('?', 1)
  const template = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(name),
  )
  return template === undefined ? undefined : paths[template]?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
}
