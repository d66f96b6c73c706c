import { existsSync } from 'node:fs'
import { openCurator, openDrafter, openExistingStore, openReader } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import { type Article, articleIdSchema } from '../domain/article.ts'
import { KhabarError } from '../domain/error.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { Spot, TagWithMentions } from '../domain/tag.ts'
import { previewOf } from '../ingest.ts'
import { findCaptures } from './captures.ts'
import { findInputs } from './inputs.ts'
import { checkTagId, unknownTag } from './tags.ts'

type Environment = Record<string, string | undefined>
type Tagged = { article: Omit<Article, 'tags' | 'candidates'>; tags: TagWithMentions[] }

/** Tells why a tag, or each tag, is on an article of the archive or of a capture, or why one is not. */
export async function runExplain(
  name: string,
  tagId: string | undefined,
  { json }: { json?: boolean },
  env: Environment,
): Promise<number> {
  const config = readConfig(env)
  const wanted = tagId === undefined ? null : checkTagId(tagId)
  const { article, tags } = await findArticle(name, config)
  const curator = openCurator(config)
  const chosen = wanted === null ? tags : [tags.find(({ id }) => id === wanted) ?? wanted]
  for (const tag of chosen) {
    const explanation = curator.explain(article, tag)
    if (explanation === null) throw unknownTag(String(tag))
    process.stdout.write(json === true ? `${JSON.stringify(explanation)}\n` : describe(explanation))
  }
  return 0
}

/** A file of that name, else the article of that id. */
async function findArticle(name: string, config: Config): Promise<Tagged> {
  if (name === '-' || existsSync(name) || !articleIdSchema.safeParse(name).success) return readCapture(name, config)
  const store = await openExistingStore(config.db)
  try {
    const { body } = await store.getArticle(name)
    const article = JSON.parse(new TextDecoder().decode(body)).data as Article
    return { article, tags: await store.getTagMentions(name) }
  } finally {
    await store.close()
  }
}

/** The first capture of a file. */
async function readCapture(path: string, config: Config): Promise<Tagged> {
  const drafter = openDrafter(openReader(config), config, 'batch')
  try {
    const captures = findCaptures(findInputs([path]), { url: null, format: null, limit: config.captureLimit })
    for await (const { capture } of captures) {
      if (capture === null) continue
      const draft = capture instanceof KhabarError ? capture : await drafter.draft(capture)
      if (draft instanceof KhabarError) throw draft
      return { article: previewOf(draft), tags: draft.tags }
    }
    throw new KhabarError('not_found', `There is no capture in "${path}".`)
  } finally {
    await drafter.close()
  }
}

function describe({ tag, score, matches, mentions, ruledOut }: Explanation): string {
  const is =
    mentions.length === 0
      ? 'is not on the article'
      : matches
        ? `score ${score} = 1 − Π (1 − weight); a filter by it finds the article`
        : `score ${score}; it only surrounds the article, and no filter by it finds it`
  const lines = [
    `${tag.id}  ${tag.label.en}  ${tag.label.ar}`,
    `  ${is}`,
    ...mentions.flatMap((mention) => {
      const why = mention.because === undefined ? '' : `, because of ${mention.because}`
      return [`  ${mention.weight.toFixed(3)}  ${placeOf(mention)}: ${mention.evidence}${why}`, quote(mention)]
    }),
    ...ruledOut.flatMap((spot) => [`  not counted  ${placeOf(spot)}: ${spot.reason}`, quote(spot)]),
    ...(mentions.length + ruledOut.length === 0 ? ['  none of its names stands in the article'] : []),
  ]
  return `${lines.join('\n')}\n`
}

function placeOf({ field, section, block, related, image }: Spot): string {
  const parts = Object.entries({ section, block, related, image }).filter(([, number]) => number !== undefined)
  return [field, ...parts.map(([key, number]) => `${key} ${number}`)].join(', ')
}

function quote({ before, text, after }: { before: string; text: string; after: string }): string {
  return `         ${before}[${text}]${after}`
}
