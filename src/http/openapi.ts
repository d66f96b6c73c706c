import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Answer, CACHE, type Resource, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { completeDocument, HEADER_COMPONENTS } from './openapi-document.ts'
import { documented, json } from './operation.ts'
import { route } from './route.ts'

const TAGS = [
  { name: 'Articles', description: 'Articles, what they consist of and what they were read from' },
  { name: 'Tags', description: 'Countries, actors and places that articles are about' },
  { name: 'Imports', description: 'Bringing captures in' },
  { name: 'Server', description: 'The server itself' },
]

const BEARER = { type: 'http', scheme: 'bearer', description: 'KHABAR_TOKEN of the server; for writes only' } as const

const SCHEMAS = { zodToJsonConfig: { override: completeSchema } }
const collectSchemas = createJsonSchemaTransformObject(SCHEMAS)

/** Lets routes registered from now on become operations of the OpenAPI document. */
export async function collectOperations(app: FastifyInstance, version: string): Promise<void> {
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Khabar',
        version,
        summary: 'Captured news articles, Arabic first, as a typed, searchable, cacheable API',
        description:
          'Reads need no key. Unknown parameters are errors. Every GET also answers HEAD and has a strong ETag; every error is a problem document (RFC 9457).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This server' }],
      tags: TAGS,
      security: [],
      components: { securitySchemes: { bearer: BEARER }, headers: HEADER_COMPONENTS },
    },
    transform: createJsonSchemaTransform(SCHEMAS),
    transformObject: (document) => completeDocument(collectSchemas(document)),
  })
}

/**
 * Adds what zod leaves out: how many bits an integer takes, and what describes the outcome of a transformation; ours describe the text that parameters are given as.
 */
function completeSchema({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType
  jsonSchema: z.core.JSONSchema.BaseSchema
}) {
  const { default: meant, examples } = z.globalRegistry.get(zodSchema) ?? {}
  if (meant !== undefined) jsonSchema.default = meant
  if (examples !== undefined) jsonSchema.examples = examples as unknown[]
  if (jsonSchema.type === 'integer') jsonSchema.format = (jsonSchema.maximum ?? Infinity) < 2 ** 31 ? 'int32' : 'int64'
}

export function getOpenapi(app: FastifyInstance, answer: Answer) {
  let resource: Resource | undefined
  return route({
    schema: documented({
      id: 'getOpenapi',
      tag: 'Server',
      summary: 'This API as an OpenAPI 3.1 document',
      description: 'What this server serves, made from the same schemas that requests are validated by.',
      answer: json('The document', z.looseObject({ openapi: z.string() })),
    }),
    async handler(request, reply) {
      resource ??= toResource(toJson(app.swagger()))
      return answer.resource(request, reply, resource)
    },
  })
}

function toResource(body: Buffer): Resource {
  return { etag: etagOf(body), cacheControl: CACHE.article, load: () => ({ body }) }
}
