import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import type { ArticleStore, Source } from '../domain/store.ts'
import { type Answer, CACHE } from './answer.ts'
import { articlePath } from './article.ts'
import { etagOf } from './conditional.ts'
import { documented } from './operation.ts'
import { integer } from './parameters.ts'
import { route } from './route.ts'

const query = z.strictObject({
  revision: integer(
    1,
    999_999_999,
    'Number of an earlier revision, from `revisions`; default: the current one',
  ).optional(),
})

/** Always an attachment: a capture is someone else's text, and no browser is to run it as a page of ours. */
export function getSource(store: ArticleStore, answer: Answer) {
  return route({
    schema: documented({
      id: 'getSource',
      tag: 'Articles',
      summary: 'Get the capture, byte for byte',
      description:
        'Always as an attachment, so that no browser shows it as a page of this server. `revision` asks for an earlier capture.',
      path: articlePath,
      query,
      answer: {
        description: 'The capture with its own media type',
        content: { 'text/plain': { schema: z.string() }, 'text/html': { schema: z.string() } },
      },
      errors: ['not_found', 'withdrawn'],
    }),
    async handler(request, reply) {
      const { id } = request.params
      const { revision } = request.query
      return answer.resource(request, reply, {
        etag: etagOf(await store.getArticleEtag(id), `source ${revision}`),
        cacheControl: CACHE.article,
        load: async () => toContent(id, await store.getSource(id, revision ?? null)),
      })
    },
  })
}

const ENDINGS: Record<string, string> = { 'text/html': '.html' }

function toContent(id: string, source: Source) {
  const { bytes, mediaType, name } = source
  return {
    body: bytes,
    type: mediaType + charsetOf(source),
    headers: ['content-disposition', attachment(name ?? id + (ENDINGS[mediaType] ?? '.txt'))],
  }
}

/** What is not UTF-8 is called what it was called when it came, or nothing. */
function charsetOf({ bytes, charset }: Source): string {
  if (isUtf8(bytes)) return '; charset=utf-8'
  return charset === null || !/^[\w.:+-]+$/.test(charset) ? '' : `; charset=${charset}`
}

/** The name in ASCII for old clients and in full for all others (RFC 6266). */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`
}
