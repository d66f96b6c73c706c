import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Headers that say nothing about the answer, or are every server's. */
const UNDOCUMENTED =
  /^(date|connection|keep-alive|content-(type|length|encoding|security-policy)|transfer-encoding|x-content-type-options|referrer-policy|access-control-.*)$/

/** The page that shows the document, and a file that is there only where it is configured. */
const BESIDE_THE_API = /^\/(?:docs(?:\/|\?|$)|\.well-known\/security\.txt$)/

/**
 * Holds answers against an OpenAPI 3.1 document.
 * @param {object} document
 * @returns {(method: string, path: string, answer: { status: number, headers: Headers, text: string }) => string[]}
 *   what of an answer is not documented: its status, a header, its media type, a key of its body
 */
export function createContract(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'openapi')
  const compiled = new Map()
  const validatorOf = (schema) => {
    const known = compiled.get(schema) ?? ajv.compile(pointTo(schema))
    compiled.set(schema, known)
    return known
  }
  const problem = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' })
  const operations = operationsOf(document)

  return (method, path, answer) => {
    const what = `${method} ${path.slice(0, 200)} ${answer.status}`
    return faultsOf(method, path, answer).map((fault) => `${what}: ${fault}`)
  }

  function faultsOf(method, path, { status, headers, text }) {
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    if (BESIDE_THE_API.test(path) && status < 400) return []
    const operation = findOperation(operations, method, path)
    if (operation === undefined) {
      if (status < 400) return status === 204 || status === 304 ? [] : ['no such operation is documented']
      return type === 'application/problem+json' || text === ''
        ? faultsOfBody(problem, text)
        : [`is ${type}, no problem`]
    }
    const documented = operation.responses[status]
    if (documented === undefined) return [`the status is not documented; ${text.slice(0, 300)}`]
    const names = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase())
    const strange = [...headers.keys()].filter((name) => !UNDOCUMENTED.test(name) && !names.includes(name))
    const faults = strange.map((name) => `the header ${name} is not documented`)
    if (text === '') return faults
    const content = documented.content?.[type]
    if (content === undefined) return [...faults, `${type} is not documented`]
    return [...faults, ...(type.endsWith('json') ? faultsOfBody(validatorOf(content.schema), text) : [])]
  }
}

function faultsOfBody(validate, text) {
  if (text === '' || validate(parse(text))) return []
  return validate.errors.map(({ instancePath, message }) => `${instancePath || 'the body'} ${message}`)
}

/** undefined for what is no JSON, which fits no schema of an object. */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The schema with its references into the document made absolute. */
function pointTo(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'))
}

function operationsOf({ paths }) {
  return Object.entries(paths).map(([template, methods]) => {
    const source = template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')
    return { pattern: new RegExp(`^${source}$`), methods }
  })
}

function findOperation(operations, method, path) {
  const [name = ''] = path.split('?', 1)
  const methods = operations.find(({ pattern }) => pattern.test(name))?.methods
  return methods?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
}
