import { join } from 'node:path'
import t from 'tap'
import type { Representation } from '../../src/http/answer.ts'
import { createKeptAnswers } from '../../src/http/kept-answers.ts'
// @ts-expect-error plain JavaScript
import { randomFrom } from '../bench/random.mjs'
import { openTestApp, type Server } from '../helpers/app.ts'
import { openArchive } from '../helpers/archive.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'

const NOW = new Date('2026-01-02T03:04:05.000Z')
const PARAGRAPH = 'وقف إطلاق النار في كاراباخ '.repeat(60)

function draftOf(number: number, text = PARAGRAPH) {
  const tags = [makeTag(`country:${['am', 'az', 'ru'][number % 3]}`)]
  const links = [{ title: `خبر ${(number + 1) % 12}` }]
  return makeDraft({ headline: `خبر ${number}`, paragraphs: [text], tags, links })
}

t.test('what is kept is sent without asking the archive again', async (t) => {
  const real = await openArchive()
  t.teardown(() => real.close())
  const calls: string[] = []
  const count = <T>(name: string, result: T): T => {
    calls.push(name)
    return result
  }
  const archive = {
    ...real,
    getArticle: (id: string) => count('getArticle', real.getArticle(id)),
    listArticles: (query: Parameters<typeof real.listArticles>[0]) => count('listArticles', real.listArticles(query)),
  }
  const { ask, ids } = await openTestApp(t, { archive, drafts: [1, 2, 3].map((number) => draftOf(number)) })
  for (const path of [`/v1/articles/${ids[0]}`, '/v1/articles?country=am,ru&q=وقف']) {
    const first = await ask(path)
    for (const accepted of ['identity', 'gzip', 'br']) {
      const again = await ask(path, { headers: { 'accept-encoding': accepted } })
      t.equal(again.text, first.text)
    }
    t.equal((await ask(path, { method: 'HEAD' })).text, '')
    t.equal((await ask(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status, 304)
    t.equal((await ask(path, { headers: { 'if-none-match': '*' } })).status, 304)
    t.equal((await ask(path, { headers: { accept: 'text/html' } })).status, 406)
  }
  // Spellings of one query are one answer.
  await ask('/v1/articles?q=%D9%88%D9%82%D9%81&sort=relevance&limit=20&country=am%2Cru')
  t.strictSame(calls, ['getArticle', 'listArticles'])
  await ask('/v1/articles?country=am,ru&q=وقف&fields=id')
  t.equal(calls.length, 3, 'other fields are another answer')

  calls.length = 0
  await real.saveArticles([draftOf(9)], NOW)
  await ask(`/v1/articles/${ids[0]}`)
  t.strictSame(calls, [], 'an article that a write did not touch is still kept')
  await ask('/v1/articles?country=am,ru&q=وقف')
  t.strictSame(calls, ['listArticles'], 'a list is not')
})

t.test('only what is there is kept', async (t) => {
  const { ask, store } = await openTestApp(t)
  const elsewhere = await openArchive()
  const [{ id } = { id: '' }] = await elsewhere.saveArticles([draftOf(1)], NOW)
  await elsewhere.close()
  const statusOf = async () => [
    (await ask(`/v1/articles/${id}`)).status,
    (await ask(`/v1/articles/${id}/sections`)).status,
  ]
  t.strictSame(await statusOf(), [404, 404])
  await store.saveArticles([draftOf(1)], NOW)
  t.strictSame(await statusOf(), [200, 200])
  await store.withdrawArticle(id, true, NOW)
  t.strictSame(await statusOf(), [410, 410])
  await store.withdrawArticle(id, false, NOW)
  t.strictSame(await statusOf(), [200, 200])
  // An id is never taken for the address of a list.
  await ask('/v1/articles?country=am')
  t.equal((await ask(`/v1/articles/${encodeURIComponent('x?country=am')}`)).status, 404)
})

t.test('a server that keeps answers says what one that keeps none says, whoever writes meanwhile', async (t) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  t.comment(`seed ${seed}`)
  const random: () => number = randomFrom(seed)
  const file = join(t.testdir(), 'archive.db')
  const [archive, other] = [await openArchive(file), await openArchive(file)]
  const drafts = Array.from({ length: 12 }, (_, number) => draftOf(number))
  const keeping = await openTestApp(t, { archive, drafts, cacheBytes: 60_000 })
  const plain = await openTestApp(t, { archive: other, cacheBytes: 0 })
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const writes = [
    () => pick([archive, other]).saveArticles([draftOf(Math.floor(random() * 12), `نص ${random()}`)], NOW),
    () => pick([archive, other]).withdrawArticle(pick(keeping.ids), random() < 0.5, NOW),
  ]
  const etags: string[] = []
  let same = 0
  for (let step = 0; step < 600; step++) {
    if (random() < 0.1) await pick(writes)()
    const path = pick([
      ...keeping.ids.flatMap((id) => ['', '/sections', '/tags', '/related'].map((part) => `/v1/articles/${id}${part}`)),
      ...['am', 'az', 'ru', 'am|az'].flatMap((code) =>
        ['', '&fields=id', '&limit=2'].map((more) => listOf(code, more)),
      ),
      ...['/v1/tags', '/v1/tags/country:am', '/v1/articles?q=النار', '/v1/articles?count=none', '/'],
    ])
    const headers: Record<string, string> = { 'accept-encoding': pick(['identity', 'br', 'gzip']) }
    if (random() < 0.3) headers['if-none-match'] = pick(['*', ...etags.slice(-5)])
    const init = { method: pick(['GET', 'GET', 'HEAD']), headers }
    const [one, two] = [await tell(keeping, path, init), await tell(plain, path, init)]
    if (one.etag !== null) etags.push(one.etag)
    if (JSON.stringify(one) === JSON.stringify(two)) same++
    else t.strictSame(one, two, `step ${step}: ${JSON.stringify(init)} ${path}`)
  }
  t.equal(same, 600)
  await archive.close()
  await other.close()
})

function listOf(code: string, more: string): string {
  return `/v1/articles?country=${encodeURIComponent(code)}${more}`
}

const TOLD = ['etag', 'content-type', 'content-encoding', 'content-length', 'cache-control', 'link', 'vary']

async function tell({ ask }: Server, path: string, init: RequestInit) {
  const { status, headers, text } = await ask(path, init)
  const told = TOLD.map((name) => headers.get(name))
  return { etag: headers.get('etag'), status, told, text: status < 400 ? text : '' }
}

t.test('the bytes that are kept are bounded', (t) => {
  const whole = (length: number): Representation => ({ body: Buffer.alloc(length), etag: '"x"', cacheControl: '' })
  const answers = createKeptAnswers(100_000)
  for (let at = 0; at < 1000; at++) answers.keep(`/${at}`, 'g', whole(1000))
  const kept = Array.from({ length: 1000 }, (_, at) => answers.recall(`/${at}`, 'g')).filter(Boolean)
  t.ok(kept.length > 40 && kept.length <= 100, `${kept.length} of 1,000 are kept`)
  answers.keep('/large', 'g', whole(20_000))
  t.notOk(answers.has('/large'), 'what would take the room of many is not')
  t.equal(answers.recall('/999', 'h'), undefined, 'nor is it found in another generation')
  const none = createKeptAnswers(0)
  none.keep('/', 'g', whole(0))
  t.notOk(none.has('/'))
  t.end()
})
