import { z } from 'zod'
import { ERROR_CODES, KhabarError } from '../domain/error.ts'
import { type Answer, CACHE, toJson } from './answer.ts'
import { etagOf } from './conditional.ts'
import { documented, json } from './operation.ts'
import { problemKind, problemName } from './problem.ts'
import { route } from './route.ts'

const names = ERROR_CODES.map(problemName)

const problemKindSchema = z
  .object({
    data: z.object({ code: z.enum(ERROR_CODES), title: z.string(), status: z.int(), explanation: z.string() }),
    links: z.object({ self: z.string() }),
  })
  .meta({ id: 'ProblemKind' })

export function getProblem(answer: Answer) {
  return route({
    schema: documented({
      id: 'getProblem',
      tag: 'Server',
      summary: 'What a problem means and what to do about it',
      description: 'Where the `type` of a problem leads.',
      path: z.strictObject({ name: z.string().meta({ enum: names, description: "The end of a problem's `type`" }) }),
      answer: json('The explanation', problemKindSchema),
      errors: ['not_found'],
    }),
    async handler(request, reply) {
      const body = toJson(explain(request.params.name))
      return answer.resource(request, reply, {
        etag: etagOf(body),
        cacheControl: CACHE.article,
        load: () => ({ body }),
      })
    },
  })
}

function explain(name: string) {
  const code = ERROR_CODES.find((one) => problemName(one) === name)
  if (code === undefined) throw new KhabarError('not_found', `There is no problem "${name}".`)
  return { data: { code, ...problemKind(code) }, links: { self: `/problems/${name}` } }
}
