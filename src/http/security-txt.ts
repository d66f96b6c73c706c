import { type Answer, CACHE } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, text } from './operation.ts'
import { route } from './route.ts'

/** Days that an answer is good for; RFC 9116 wants less than a year. */
const VALID_DAYS = 180
const DAY = 86_400_000

/** Whom to tell of a weakness of this server (RFC 9116). @param contacts addresses as URIs, the preferred one first */
export function getSecurityTxt(contacts: readonly string[], answer: Answer, now = () => Date.now()) {
  const lines = contacts.map((contact) => `Contact: ${contact}\n`).join('')
  return route({
    schema: {
      ...documented({
        id: 'getSecurityTxt',
        tag: 'Server',
        summary: 'Whom to tell of a weakness',
        description: 'RFC 9116; there is one where KHABAR_SECURITY_CONTACT is set.',
        answer: text('text/plain', 'security.txt'),
      }),
      hide: true,
    },
    handler(request, reply) {
      // By the day, so that its ETag holds for one.
      const expires = new Date(Math.floor(now() / DAY + VALID_DAYS) * DAY).toISOString()
      const body = Buffer.from(`${lines}Expires: ${expires}\n`)
      const load = () => ({ body, type: 'text/plain; charset=utf-8' })
      return answer.resource(request, reply, { etag: etagOf(body), cacheControl: CACHE.list, load })
    },
  })
}
