/** A JSON Schema as OpenAPI 3.1 has it, as far as it is compared. */
type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Bodies = Record<string, { schema?: Schema }>
type Answer = { headers?: Record<string, unknown>; content?: Bodies }
type Operation = {
  operationId?: string
  parameters?: Parameter[]
  requestBody?: { content: Bodies }
  responses: Record<string, Answer>
  security?: object[]
}
export type Contract = {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** What is compared: a schema of either document, and the document that its references lead into. */
type Sides = { before: Contract; after: Contract }

/**
 * What a client of `before` may stumble over in `after`: whatever it may send must still be taken, and whatever it reads must
 * still be there and of the same type. New paths, optional parameters, keys and enum values of answers are no breaks.
 */
export function findBreaks(before: Contract, after: Contract): string[] {
  const breaks: string[] = []
  for (const [path, methods] of Object.entries(before.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const where = `${method.toUpperCase()} ${path}`
      const next = after.paths[path]?.[method]
      if (next === undefined) breaks.push(`${where} is gone`)
      else breaks.push(...breaksOfOperation({ before, after }, operation, next).map((one) => `${where}: ${one}`))
    }
  }
  return breaks
}

function breaksOfOperation(sides: Sides, before: Operation, after: Operation): string[] {
  return [
    ...(before.operationId === after.operationId ? [] : [`is now called ${after.operationId}`]),
    ...(needsToken(after) && !needsToken(before) ? ['needs a token'] : []),
    ...breaksOfParameters(sides, before.parameters ?? [], after.parameters ?? []),
    ...Object.keys(before.requestBody?.content ?? {})
      .filter((type) => after.requestBody?.content[type] === undefined)
      .map((type) => `does not take ${type}`),
    ...Object.entries(before.responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([status, answer]) => breaksOfAnswer(sides, status, answer, after.responses[status])),
  ]
}

function needsToken({ security = [] }: Operation): boolean {
  return security.length > 0
}

function breaksOfParameters(sides: Sides, before: Parameter[], after: Parameter[]): string[] {
  const find = (list: Parameter[], { in: place, name }: Parameter) =>
    list.find((one) => one.in === place && one.name === name)
  const changed = before.flatMap((one) => {
    const next = find(after, one)
    if (next === undefined) return [`parameter ${one.name} is gone`]
    const required = next.required === true && one.required !== true ? [`parameter ${one.name} is required`] : []
    return [...required, ...narrowed(sides, one.schema, next.schema).map((how) => `parameter ${one.name} ${how}`)]
  })
  const added = after.filter((one) => one.required === true && find(before, one) === undefined)
  return [...changed, ...added.map(({ name }) => `parameter ${name} is new and required`)]
}

/** How a parameter takes less than before. */
function narrowed(sides: Sides, given: Schema, next: Schema): string[] {
  const before = resolve(sides.before, given)
  const after = resolve(sides.after, next)
  const types = missing(typesOf(sides.before, before), typesOf(sides.after, after)).map((type) => `may not be ${type}`)
  const values = after.enum === undefined ? [] : missing(before.enum ?? ['anything else'], after.enum)
  const bounds = (['minimum', 'minLength'] as const).filter((key) => (after[key] ?? 0) > (before[key] ?? 0))
  const caps = (['maximum', 'maxLength'] as const).filter(
    (key) => (after[key] ?? Number.POSITIVE_INFINITY) < (before[key] ?? Number.POSITIVE_INFINITY),
  )
  const pattern = after.pattern !== undefined && after.pattern !== before.pattern ? ['has another pattern'] : []
  return [
    ...types,
    ...values.map((value) => `may not be ${value}`),
    ...[...bounds, ...caps].map((key) => `has a ${key} of ${after[key]}`),
    ...pattern,
  ]
}

function breaksOfAnswer(sides: Sides, status: string, before: Answer, after?: Answer): string[] {
  if (after === undefined) return [`does not answer ${status}`]
  const headers = missing(Object.keys(before.headers ?? {}), Object.keys(after.headers ?? {}))
  const bodies = Object.entries(before.content ?? {}).flatMap(([type, { schema }]) => {
    const next = after.content?.[type]
    if (next === undefined) return [`${status} is not ${type}`]
    if (schema === undefined || next.schema === undefined) return []
    return breaksOfSchema(sides, schema, next.schema, '', new Set()).map((one) => `${status} ${one}`)
  })
  return [...headers.map((name) => `${status} has no header ${name}`), ...bodies]
}

/** @param seen pairs of references that are being compared further up: a schema may contain itself */
function breaksOfSchema(sides: Sides, given: Schema, next: Schema, at: string, seen: ReadonlySet<string>): string[] {
  const pair = `${given.$ref} ${next.$ref}`
  if (given.$ref !== undefined && seen.has(pair)) return []
  const before = resolve(sides.before, given)
  const after = resolve(sides.after, next)
  const below: Below = (one, two, name) => breaksOfSchema(sides, one, two, at + name, new Set([...seen, pair]))
  const where = at === '' ? 'the body' : at
  const types = missing(typesOf(sides.after, after), typesOf(sides.before, before))
  return [
    ...types.map((type) => `${where} may be ${type}`),
    ...(hasAlternatives(before) || hasAlternatives(after)
      ? breaksOfAlternatives(before, after, below)
      : breaksOfKeys(before, after, where, below)),
  ]
}

type Below = (before: Schema, after: Schema, name: string) => string[]

function breaksOfKeys(before: Schema, after: Schema, where: string, below: Below): string[] {
  const optional = missing(before.required ?? [], after.required ?? [])
  const keys = Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
    const next = after.properties?.[name]
    if (next === undefined) return [`${where} has no ${name}`]
    const left = optional.includes(name) ? [`${where} may be without ${name}`] : []
    return [...left, ...below(schema, next, `.${name}`)]
  })
  return [...keys, ...(before.items && after.items ? below(before.items, after.items, '[]') : [])]
}

/** Each alternative of before needs one that it is compatible with; of several the least that breaks is told. */
function breaksOfAlternatives(before: Schema, after: Schema, below: Below): string[] {
  return alternativesOf(before).flatMap((one) => {
    const all = alternativesOf(after).map((two) => below(one, two, ''))
    return all.sort((a, b) => a.length - b.length)[0] ?? []
  })
}

function hasAlternatives({ anyOf, oneOf }: Schema): boolean {
  return anyOf !== undefined || oneOf !== undefined
}

/** Those that are not null: whether a value may be null is a question of its types. */
function alternativesOf(schema: Schema): Schema[] {
  return (schema.anyOf ?? schema.oneOf ?? [schema]).filter(({ type }) => type !== 'null')
}

/** The types that a value may have; of alternatives those of all. */
function typesOf(document: Contract, given: Schema): string[] {
  const schema = resolve(document, given)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined) return [...new Set(alternatives.flatMap((one) => typesOf(document, one)))]
  return [schema.type ?? []].flat()
}

function resolve({ components }: Contract, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (components?.schemas?.[name] ?? {})
}

/** What is in the first list and not in the second. */
function missing<T>(list: readonly T[], other: readonly T[]): T[] {
  return list.filter((one) => !other.includes(one))
}
