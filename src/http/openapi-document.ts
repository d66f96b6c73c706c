type Response = { headers?: Record<string, { $ref: string }> }
type Parameter = { in: string; description?: string; example?: unknown }
type Operation = { operationId: string; parameters?: Parameter[]; responses: Record<string, Response> }
type Document = {
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, unknown> }
}

const HEADERS = {
  'X-Request-Id': 'Also in `requestId` of a problem and in the log',
  ETag: 'Strong; another in each content encoding',
  'Cache-Control': 'How long the answer may be reused',
  Vary: 'The request headers that the answer depends on',
  Link: 'The links of the page (RFC 8288)',
  Location: 'The new article',
  Accept: 'The media type that a capture is sent as',
  'Accept-Encoding': 'identity: a capture is sent as it is',
  'Retry-After': 'Seconds until it makes sense to try again',
  'RateLimit-Limit': 'Requests that an address may send in a minute; with RATE_LIMIT only, as the next two',
  'RateLimit-Remaining': 'How many of them are left',
  'RateLimit-Reset': 'Seconds until they are counted anew',
  'WWW-Authenticate': 'Bearer',
  'Content-Disposition': 'The name of the capture; always an attachment',
  'Access-Control-Allow-Origin': 'Which pages may read the answer: CORS_ORIGIN of the server',
}
type HeaderName = keyof typeof HEADERS

export const HEADER_COMPONENTS = Object.fromEntries(
  Object.entries(HEADERS).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]),
)

const OF_STATUS: Record<string, HeaderName[]> = {
  '201': ['Location'],
  '401': ['WWW-Authenticate'],
  '415': ['Accept', 'Accept-Encoding'],
  '429': ['Retry-After'],
  '503': ['Retry-After'],
}
const OF_OPERATION: Record<string, HeaderName[]> = {
  listArticles: ['Link'],
  listTags: ['Link'],
  getSource: ['Content-Disposition'],
}

/** Adds what schemas cannot say, the headers of answers, and takes out the components that nothing refers to. */
export function completeDocument<T extends object>(document: T): T {
  const { paths = {}, components } = document as Document
  for (const [method, operation] of Object.values(paths).flatMap(Object.entries<Operation>)) {
    operation.parameters?.filter((parameter) => parameter.in === 'query').forEach(moveExample)
    for (const [status, response] of Object.entries(operation.responses)) {
      const names = headersOf(method, operation.operationId, status)
      response.headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
    }
  }
  if (components?.schemas !== undefined) components.schemas = reachable(components.schemas, paths)
  return document
}

/** Into the description: Swagger UI would fill in every parameter that has an example. */
function moveExample(parameter: Parameter): void {
  if (parameter.example === undefined) return
  parameter.description = `${parameter.description}, e.g. \`${parameter.example}\``
  delete parameter.example
}

function headersOf(method: string, operationId: string, status: string): HeaderName[] {
  const isRead = method === 'get' && ['200', '304'].includes(status)
  return [
    'X-Request-Id',
    'Cache-Control',
    'Vary',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'Access-Control-Allow-Origin',
    ...(isRead ? (['ETag'] as const) : []),
    ...(OF_STATUS[status] ?? []),
    ...(status === '200' ? (OF_OPERATION[operationId] ?? []) : []),
  ]
}

function reachable(schemas: Record<string, unknown>, from: object): Record<string, unknown> {
  const names = new Set<string>()
  const visit = (node: unknown) => {
    for (const [, name] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || names.has(name)) continue
      names.add(name)
      visit(schemas[name])
    }
  }
  visit(from)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)))
}
