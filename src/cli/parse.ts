import { openDrafter, openReader } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ParsedArticle } from '../domain/article.ts'
import { KhabarError } from '../domain/error.ts'
import type { Format } from '../domain/format.ts'
import { previewOf } from '../ingest.ts'
import { findCaptures } from './captures.ts'
import { draftInOrder } from './draft-in-order.ts'
import { findInputs } from './inputs.ts'
import { createRefusals } from './refusals.ts'
import { checkUrl } from './url-option.ts'

export type ParseOptions = { json?: boolean; url?: string; format?: Format }
type Environment = Record<string, string | undefined>

export async function runParse(paths: string[], { json, ...options }: ParseOptions, env: Environment): Promise<number> {
  const config = readConfig(env)
  const url = checkUrl(options.url, paths)
  const drafter = openDrafter(openReader(config), config, 'batch')
  const captures = findCaptures(findInputs(paths), { url, format: options.format ?? null, limit: config.captureLimit })
  const refusals = createRefusals()
  let refused = 0
  for await (const { path, result } of draftInOrder(captures, drafter.draft)) {
    if (!process.stdout.writable) break
    const article = result instanceof KhabarError ? result : previewOf(result)
    if (article instanceof KhabarError) refused++
    if (json === true) process.stdout.write(`${JSON.stringify(describe(path, article))}\n`)
    else if (article instanceof KhabarError) refusals.add(path, article)
    else process.stdout.write(`${JSON.stringify(article, null, 2)}\n`)
  }
  await drafter.close()
  refusals.print()
  return refused > 0 ? 1 : 0
}

function describe(name: string, article: ParsedArticle | KhabarError): object {
  if (!(article instanceof KhabarError)) return { name, article }
  return { name, problem: { code: article.code, detail: article.message, errors: article.faults } }
}
