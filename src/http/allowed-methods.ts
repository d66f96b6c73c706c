import type { FastifyInstance } from 'fastify'

const ORDER = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']

/** Watches routes being registered. @returns the methods that a path takes, OPTIONS included; none for an unknown path */
export function watchMethods(app: FastifyInstance): (path: string) => string[] {
  const paths = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = paths.get(url) ?? { pattern: toPattern(url), methods: new Set(['OPTIONS']) }
    for (const one of [method].flat()) known.methods.add(one)
    paths.set(url, known)
  })
  return (path) => {
    const found = [...paths.values()].find(({ pattern }) => pattern.test(path))
    return [...(found?.methods ?? [])].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  }
}

/** e.g. `/v1/tags/:tagId` */
function toPattern(url: string): RegExp {
  const source = url
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/')
  return new RegExp(`^${source}$`)
}
