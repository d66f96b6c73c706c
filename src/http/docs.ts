import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { KhabarError } from '../domain/error.ts'
import type { Answer, Resource } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, text } from './operation.ts'
import { route } from './route.ts'

const HTML = 'text/html; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

/** Files of Swagger UI's package, by name with their media type. Nothing is loaded from elsewhere. */
const PACKAGED = {
  'swagger-ui-bundle.js': SCRIPT,
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Khabar API</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<main id="docs"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })
`

export type Docs = ReadonlyMap<string, Resource>

/** The documentation by file name; its page is under ''. */
export async function loadDocs(): Promise<Docs> {
  const { resolve } = createRequire(import.meta.url)
  const docs = new Map([
    ['', toResource(Buffer.from(PAGE), HTML)],
    ['start.js', toResource(Buffer.from(START), SCRIPT)],
  ])
  for (const [name, type] of Object.entries(PACKAGED)) {
    docs.set(name, toResource(await readFile(resolve(`@fastify/swagger-ui/static/${name}`)), type))
  }
  return docs
}

function toResource(body: Buffer, type: string): Resource {
  return { etag: etagOf(body), cacheControl: 'public, max-age=3600', load: () => ({ body, type, contentPolicy: CSP }) }
}

export function getDocs(docs: Docs, answer: Answer) {
  return route({
    schema: {
      ...documented({
        id: 'getDocs',
        tag: 'Server',
        summary: 'This documentation',
        description: 'The OpenAPI document as a page.',
        answer: text('text/html', 'A page'),
      }),
      params: z.object({ file: z.string().optional() }),
      hide: true,
    },
    async handler(request, reply) {
      const resource = docs.get(request.params.file ?? '')
      if (resource === undefined) throw new KhabarError('not_found', 'The documentation has no such file.')
      return answer.resource(request, reply, resource)
    },
  })
}
