import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

/** What each folder or file of src may import: folders and files of ours, and packages of its own. */
const FLOORS: Record<string, { ours: string[]; packages: string[] }> = {
  domain: { ours: [], packages: ['zod'] },
  language: { ours: [], packages: [] },
  importer: { ours: ['domain', 'language'], packages: ['warcio'] },
  tagging: { ours: ['domain', 'language'], packages: [] },
  search: { ours: ['domain', 'language'], packages: [] },
  storage: { ours: ['domain', 'language', 'search'], packages: ['better-sqlite3', 'lru-cache'] },
  'ingest.ts': { ours: ['domain', 'importer', 'tagging'], packages: [] },
  drafting: { ours: ['domain', 'tagging', 'ingest.ts'], packages: [] },
  http: {
    ours: ['domain', 'language'],
    packages: ['fastify', '@fastify/', 'fastify-type-provider-zod', 'zod', 'pino', 'prom-client', 'leven', 'lru-cache'],
  },
  cli: {
    ours: ['domain', 'config.ts', 'compose.ts', 'upkeep.ts', 'ingest.ts'],
    packages: ['commander', 'cli-progress', 'close-with-grace'],
  },
  'config.ts': { ours: ['domain'], packages: [] },
  'token-file.ts': { ours: ['domain'], packages: [] },
  'gazetteer-files.ts': { ours: ['domain', 'tagging'], packages: [] },
  'compose.ts': {
    ours: [
      'gazetteer-files.ts',
      'domain',
      'language',
      'importer',
      'tagging',
      'storage',
      'http',
      'ingest.ts',
      'drafting',
      'config.ts',
      'token-file.ts',
      'version.ts',
    ],
    packages: ['pino'],
  },
  'upkeep.ts': { ours: ['storage'], packages: [] },
  'main.ts': { ours: ['cli', 'version.ts'], packages: [] },
  'version.ts': { ours: [], packages: [] },
}

/** Packages that one file alone may import. */
const OWN_PACKAGES: Record<string, string[]> = {
  'importer/readers/dom.ts': ['linkedom'],
  'importer/readers/readability.ts': ['@mozilla/readability'],
  'language/stem/snowball.ts': ['snowball-stemmers'],
}

const SRC = fileURLToPath(new URL('../src', import.meta.url))

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (path.endsWith('.ts')) yield path
  }
}

function floorOf(path: string): string {
  return relative(SRC, path).split('/')[0] as string
}

function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8')
  const forms = [/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm, /\bimport\('([^']+)'\)/g]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] as string))
}

t.test('every import goes down a floor, and every package has its folder', async (t) => {
  for (const path of filesBelow(SRC)) {
    const floor = floorOf(path)
    const rules = FLOORS[floor]
    if (rules === undefined) {
      t.fail(`${relative(SRC, path)} belongs to no floor`)
      continue
    }
    for (const name of importsOf(path)) {
      const target = name.startsWith('.') ? floorOf(resolve(dirname(path), name)) : null
      const allowed =
        name.startsWith('node:') ||
        (target === null
          ? [...rules.packages, ...(OWN_PACKAGES[relative(SRC, path)] ?? [])].some(
              (known) => name === known || (known.endsWith('/') && name.startsWith(known)),
            )
          : target === floor || rules.ours.includes(target))
      t.ok(allowed, `${relative(SRC, path)} imports ${name}`)
    }
  }
})

t.test('relative imports name a TypeScript file', async (t) => {
  for (const path of filesBelow(SRC))
    for (const name of importsOf(path)) t.ok(!name.startsWith('.') || name.endsWith('.ts'), `${path}: ${name}`)
})

t.test('a command line is understood before anything else is loaded', async (t) => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const follow = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const code = readFileSync(path, 'utf8').matchAll(/^import\s(?!type\s)[^'"]*?\sfrom\s['"]([^'"]+)['"]/gm)
    for (const [, name = ''] of code) {
      if (name.startsWith('.')) follow(resolve(dirname(path), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  follow(join(SRC, 'main.ts'))
  t.strictSame([...packages], ['commander'])
})
