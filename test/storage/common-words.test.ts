import t, { type Test } from 'tap'
import type { Article } from '../../src/domain/article.ts'
import type { ArticleStore, Draft, Page } from '../../src/domain/store.ts'
import { isAbout } from '../../src/domain/tag.ts'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { MIGRATIONS } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { type Asked, listPage, NOW, saveOne, toQuery, walkPages } from './contract/parts.ts'

/** More articles, all of which hold a word, than these limits let a search rank. */
const COUNT = 240
const LIMITS = { rankAll: 60, ranked: 25, entries: 900 }

/** Few enough that some of the others are ranked, too; and so many that not even all of them are. */
for (const inHeadline of [10, 40]) {
  t.test(`a word of every article lists each once, those with it in the headline first (${inHeadline})`, async (t) => {
    const drafts = makeDrafts(inHeadline)
    const store = await openArchive(t, drafts)
    const lists: [name: string, asked: Asked, of: (draft: Draft) => boolean][] = [
      ['all', {}, () => true],
      ['a third', { tags: [[{ id: 'country:am', not: false }]] }, isArmenian],
      ['two thirds', { tags: [[{ id: 'country:am', not: true }]], from: Date.UTC(2001, 0) }, isOther],
      ['nothing', { tags: [[{ id: 'country:am', not: false }]], language: 'en' }, () => false],
    ]
    for (const [name, asked, isListed] of lists) {
      const expected = drafts.filter(isListed)
      for (const sort of ['relevance', '-published', 'published', '-updated'] as const) {
        const query = toQuery({ q: 'هدنة', sort, limit: 20, ...asked })
        const { forth, back } = await walkPages((cursor) => listPage<Article>(store, { ...query, cursor }))
        const listed = forth.flat()
        t.strictSame(headlines(listed), headlines(expected.map(({ article }) => article)), `${name}, ${sort}`)
        t.strictSame(back, forth, 'the same pages backwards')
        t.equal((await store.listArticles({ ...query, limit: 1 })).total, expected.length)
        if (sort === 'relevance') {
          const best = expected
            .filter(({ article }) => article.headline?.startsWith('هدنة'))
            .slice(0, LIMITS.ranked).length
          t.ok(
            listed.slice(0, best).every(({ headline }) => headline?.startsWith('هدنة')),
            'the headline counts most',
          )
        }
        const instants = listed.map(({ published }) => published?.at ?? '')
        if (sort.endsWith('published'))
          t.strictSame(instants, sorted(instants, sort === 'published'), `${name}, ${sort}`)
      }
    }
  })
}

t.test('pages by date stay exact while articles with a common word arrive', async (t) => {
  const store = await openArchive(t, makeDrafts(10))
  const query = toQuery({ q: 'هدنة', sort: '-published', limit: 20 })
  const seen: string[] = []
  for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page++) {
    const { items, next }: Page<Article> = await listPage(store, { ...query, cursor })
    seen.push(...items.map(({ headline }) => headline ?? ''))
    cursor = next
    await saveOne(store, makeDraft({ headline: `جديد ${page}`, at: '2030-01-01', paragraphs: ['هدنة'] }))
  }
  t.equal(seen.length, COUNT)
  t.equal(new Set(seen).size, COUNT)
})

t.test('a search that would look at too much of the index is refused', async (t) => {
  const store = await openArchive(t, makeDrafts(10))
  const search = (q: string) => store.listArticles(toQuery({ q, limit: 1 }))
  t.equal((await search('alpha beta gamma -"rare words"')).total, COUNT)
  await t.rejects(search('alpha beta gamma هدنة'), { code: 'too_broad', message: /more than 900 places/ })
})

async function openArchive(t: Test, drafts: Draft[]): Promise<ArticleStore> {
  const store = createArticleStore(await openSqlite(':memory:', MIGRATIONS), { searchLimits: LIMITS })
  t.teardown(() => store.close())
  await store.saveArticles(drafts, NOW)
  return store
}

function makeDrafts(inHeadline: number): Draft[] {
  return Array.from({ length: COUNT }, (_, at) =>
    makeDraft({
      headline: at % (COUNT / inHeadline) === 0 ? `هدنة ${at}` : `خبر ${at}`,
      at: `${2000 + (at % 20)}-0${1 + (at % 9)}-11`,
      paragraphs: ['هدنة alpha beta gamma'],
      tags: at % 3 === 0 ? [makeTag('country:am')] : [],
    }),
  )
}

function isArmenian({ tags }: Draft): boolean {
  return tags.some(isAbout)
}

function isOther(draft: Draft): boolean {
  return !isArmenian(draft) && (draft.article.published?.at ?? '') >= '2001'
}

function headlines(articles: { headline: string | null }[]): string[] {
  return articles.map(({ headline }) => headline ?? '').sort()
}

function sorted(texts: string[], up: boolean): string[] {
  const ascending = [...texts].sort()
  return up ? ascending : ascending.reverse()
}
