import { join } from 'node:path'
import t from 'tap'
import type { Article } from '../../src/domain/article.ts'
import type { TagWithMentions } from '../../src/domain/tag.ts'
import { openArchive } from '../helpers/archive.ts'
import { EVERYTHING, faultsOf, listPage } from '../storage/contract/parts.ts'
// @ts-expect-error plain JavaScript
import { buildArchive } from './archive/build.mjs'

t.test('a made-up archive is sound, its mentions stand where they say, and the seed decides all of it', async (t) => {
  const folder = t.testdir({})
  const [one, another, other] = await Promise.all(
    [1, 1, 2].map(async (seed, at) => {
      const file = join(folder, `${at}.db`)
      await buildArchive({ count: 30, file, seed })
      const store = await openArchive(file)
      const { items: articles } = await listPage<Article>(store, { ...EVERYTHING, shape: 'article' })
      if (at === 0) t.strictSame(await faultsOf(store), [])
      const wrong = articles.map(async (article) => wrongMentions(article, await store.getTagMentions(article.id)))
      t.strictSame((await Promise.all(wrong)).flat(), [])
      await store.close()
      return articles
    }),
  )
  t.equal(one?.length, 30)
  t.strictSame(one, another)
  t.strictNotSame(one, other)
})

function wrongMentions(article: Article, tags: TagWithMentions[]) {
  return tags.flatMap(({ mentions }) =>
    mentions.filter(({ field, section = 1, block = 1, start, end, text }) => {
      const served = article.sections[section - 1]?.blocks[block - 1]
      const whole = field === 'headline' ? article.headline : served && 'text' in served ? served.text : null
      return whole?.slice(start, end) !== text
    }),
  )
}
