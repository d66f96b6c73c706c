import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { documentOf } from '../helpers/openapi-contract.ts'

const REDOCLY = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url))

t.test('the document has every route, and every route is in the document', async (t) => {
  const { app } = await openTestApp(t)
  const { paths } = documentOf(app)
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  t.strictSame(documented.sort(), [
    'DELETE /v1/articles/{id}',
    'GET /',
    'GET /healthz',
    'GET /metrics',
    'GET /openapi.json',
    'GET /problems/{name}',
    'GET /readyz',
    'GET /v1/articles',
    'GET /v1/articles/{id}',
    'GET /v1/articles/{id}/candidates',
    'GET /v1/articles/{id}/lines',
    'GET /v1/articles/{id}/related',
    'GET /v1/articles/{id}/revisions',
    'GET /v1/articles/{id}/sections',
    'GET /v1/articles/{id}/sections/{number}',
    'GET /v1/articles/{id}/source',
    'GET /v1/articles/{id}/tags',
    'GET /v1/tags',
    'GET /v1/tags/{tagId}',
    'POST /v1/imports',
  ])
  for (const one of documented) {
    const [method = '', path = ''] = one.split(' ')
    const url = path.replace(/\{(\w+)\}/g, ':$1')
    t.ok(app.hasRoute({ method: method as 'GET', url }), `${one} is a route`)
    if (method === 'GET') t.ok(app.hasRoute({ method: 'HEAD', url }), `HEAD ${path} is one, too`)
  }
})

t.test('the document says what its parameters are', async (t) => {
  const { ask } = await openTestApp(t)
  const json = JSON.parse((await ask('/openapi.json')).text)
  t.match(json, { openapi: /^3\.1/, info: { title: 'Khabar', version: '1.2.3', license: { identifier: 'MIT' } } })
  const parameters = json.paths['/v1/articles'].get.parameters
  t.match(
    parameters.find(({ name }: { name: string }) => name === 'limit'),
    { in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
  )
  t.match(json.paths['/v1/imports'].post, {
    security: [{ bearer: [] }],
    requestBody: {
      content: { 'text/plain': { schema: { type: 'string' } }, 'text/html': { schema: { type: 'string' } } },
    },
  })
})

t.test('redocly finds nothing to warn of', async (t) => {
  const { app } = await openTestApp(t)
  const folder = mkdtempSync(join(tmpdir(), 'khabar-openapi-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(app.swagger()))
  const args = [REDOCLY, 'lint', file, '--extends=recommended', '--format=json']
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, cwd: folder }).catch((error) => error)
  const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{')))
  t.strictSame(problems, [])
})
