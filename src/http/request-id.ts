import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What we take over from a proxy: visible, short, and nothing that means something to a log or a terminal. */
const SANE = /^[\w.:+/=@-]{1,128}$/

/** Ids that are unique across restarts and cost one addition each. */
export function createRequestIds(): (request?: IncomingMessage) => string {
  const prefix = randomBytes(5).toString('hex')
  let count = 0
  return (request) => {
    const given = request?.headers['x-request-id']
    if (typeof given === 'string' && SANE.test(given)) return given
    count += 1
    return `${prefix}-${count}`
  }
}
