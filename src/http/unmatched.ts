import type { FastifyReply, FastifyRequest } from 'fastify'
import { KhabarError } from '../domain/error.ts'
import type { Cors } from './cors.ts'
import type { AnswerError } from './errors.ts'
import type { Respond } from './respond.ts'

type Parts = { methodsOf: (path: string) => string[]; cors: Cors; respond: Respond; answerError: AnswerError }

/** Answers what no route matches: OPTIONS, a method that the address does not take, or no such address. */
export function createUnmatchedHandler({ methodsOf, cors, respond, answerError }: Parts) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const methods = methodsOf(decodeURI(request.url.split('?', 1)[0] ?? ''))
    const allow = ['allow', methods.join(', ')]
    if (methods.length === 0) {
      answerError(new KhabarError('not_found', 'There is nothing at this address.'), request, reply)
    } else if (request.method === 'OPTIONS') {
      const headers = [...allow, 'cache-control', 'no-store', ...cors.preflightFor(request, methods)]
      respond(request, reply, { status: 204, headers })
    } else {
      const detail = `This address takes ${methods.join(', ')}, not ${request.method}.`
      answerError(new KhabarError('method_not_allowed', detail), request, reply, allow)
    }
  }
}
