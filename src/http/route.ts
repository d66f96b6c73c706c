import type { FastifyReply, FastifyRequest, RouteShorthandOptionsWithHandler } from 'fastify'
import type { z } from 'zod'
import type { Operation } from './operation.ts'

type Input<Query extends z.ZodObject, Path extends z.ZodObject> = FastifyRequest<{
  Querystring: z.output<Query>
  Params: z.output<Path>
}>

type Route<Query extends z.ZodObject, Path extends z.ZodObject> = {
  schema: Operation<Query, Path>
  onRequest?: (request: FastifyRequest) => Promise<void>
  /** Sends the answer itself. */
  handler(request: Input<Query, Path>, reply: FastifyReply): Promise<void> | void
}

/** A route for `app.get` or `app.post` whose handler gets what its schemas say. */
export function route<Query extends z.ZodObject, Path extends z.ZodObject>(definition: Route<Query, Path>) {
  return definition as unknown as RouteShorthandOptionsWithHandler
}
