import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'

const war = makeDraft({
  headline: 'قتال في كاراباخ',
  at: '2020-10-02T16:43:00+03:00',
  paragraphs: ['دعت روسيا إلى وقف القتال', 'وردّت أنقرة'],
  tags: [makeTag('country:am'), makeTag('country:ru'), makeTag('actor:nato'), makeTag('place:yerevan', ['caption'])],
  links: [{ title: 'محادثات جنيف' }],
})
const talks = makeDraft({
  headline: 'محادثات جنيف',
  at: '2020-10-01T09:00:00+03:00',
  publisher: 'وكالة',
  tags: [makeTag('country:ru')],
})
const english = makeDraft({
  headline: 'Talks in Geneva',
  at: '2020-10-03',
  language: 'en',
  tags: [makeTag('country:ch')],
})
const undated = makeDraft({ headline: 'بلا تاريخ', at: null })
const drafts = [war, talks, english, undated]

t.test('the index says what there is', async (t) => {
  const { ask } = await openTestApp(t, { drafts })
  const { status, json } = await ask('/')
  t.equal(status, 200)
  t.match(json, { data: { name: 'khabar', version: '1.2.3', counts: { articles: 4, captures: 4 } } })
  for (const path of Object.values(json.links)) t.not((await ask(path)).status, 404, path)
})

t.test('an article', async (t) => {
  const { ask, ids, store } = await openTestApp(t, { drafts })
  const [id = '', other] = ids

  t.test('is sent as the archive keeps it', async (t) => {
    const answer = await ask(`/v1/articles/${id}`, { headers: { 'accept-encoding': 'identity' } })
    const { body, etag } = await store.getArticle(id)
    t.equal(answer.text, Buffer.from(body).toString())
    t.equal(answer.headers.get('etag'), etag)
    t.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
    t.equal(answer.headers.get('cache-control'), 'public, max-age=300, stale-while-revalidate=86400')
    t.equal(answer.headers.get('vary'), 'Accept, Accept-Encoding')
    t.match(answer.json.data, { id, headline: war.article.headline, revision: 1 })
  })

  t.test('has parts, each with links to itself and to the article', async (t) => {
    const article = `/v1/articles/${id}`
    for (const part of ['sections', 'sections/1', 'tags', 'tags?type=actor', 'related', 'lines', 'revisions']) {
      const { status, json } = await ask(`${article}/${part}`)
      t.equal(status, 200, part)
      t.strictSame(json.links, { self: `${article}/${part}`, article }, part)
    }
    const sections = (await ask(`${article}/sections`)).json.data
    t.strictSame(sections, war.article.sections)
    t.strictSame((await ask(`${article}/sections/1`)).json.data, sections[0])
    t.strictSame((await ask(`${article}/tags`)).json.data, war.tags)
    t.strictSame((await ask(`${article}/tags?type=actor`)).json.data, [war.tags[2]])
    t.strictSame((await ask(`${article}/lines`)).json.data, war.ledger)
    t.strictSame((await ask(`${article}/revisions`)).json.data, [])
  })

  t.test('links to articles and is linked to', async (t) => {
    t.match((await ask(`/v1/articles/${id}/related`)).json.data, {
      related: [{ number: 1, article: other }],
      incoming: [],
    })
    const { data } = (await ask(`/v1/articles/${other}/related`)).json
    t.match(data, { related: [], incoming: [{ id, headline: war.article.headline }] })
  })

  t.test('has its capture, byte for byte and as an attachment', async (t) => {
    const answer = await ask(`/v1/articles/${id}/source`)
    t.equal(answer.text, Buffer.from(war.bytes).toString())
    t.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
    t.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    t.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="capture.txt"; filename*=UTF-8''capture.txt`,
    )
    t.equal((await ask(`/v1/articles/${id}/source`, { headers: { accept: 'application/json' } })).status, 406)
  })

  t.test('keeps earlier captures, newest first', async (t) => {
    const again = (footer: string) => store.saveArticles([makeDraft({ ...drawn, footer })], new Date())
    const drawn = { headline: 'يتغيّر', at: '2021-01-01' }
    const [first] = await again('one')
    await again('two')
    await again('three')
    const { data } = (await ask(`/v1/articles/${first?.id}/revisions`)).json
    t.strictSame(
      data.map(({ revision, links }) => ({ revision, links })),
      [2, 1].map((revision) => ({
        revision,
        links: { source: `/v1/articles/${first?.id}/source?revision=${revision}` },
      })),
    )
    t.match((await ask(`/v1/articles/${first?.id}/source?revision=1`)).text, /one$/)
    t.match((await ask(`/v1/articles/${first?.id}/source`)).text, /three$/)
    t.equal((await ask(`/v1/articles/${first?.id}/source?revision=9`)).status, 404)
  })

  t.test('is 404 where there is none, and so is a part that it has not', async (t) => {
    const nowhere = ['/v1/articles/2020-10-02-00000000', '/v1/articles/x', '/v1/articles/%D8%AE', '/v1/articles/a%00b']
    const parts = ['sections', 'sections/1', 'tags', 'related', 'source', 'lines', 'revisions']
    const beyond = ['sections/2', 'sections/0', 'sections/01', 'sections/x', 'blocks'].map(
      (part) => `/v1/articles/${id}/${part}`,
    )
    for (const path of [...nowhere, ...parts.map((part) => `${nowhere[0]}/${part}`), ...beyond]) {
      const { status, json, headers } = await ask(path)
      t.match({ status, code: json.code }, { status: 404, code: 'not_found' }, path)
      t.equal(headers.get('cache-control'), 'no-store')
      t.equal((await ask(path, { headers: { 'if-none-match': '*' } })).status, 404, `${path} with *`)
    }
  })

  t.test('is 410 once it is withdrawn, with all its parts', async (t) => {
    await store.withdrawArticle(other ?? '', true, new Date())
    for (const part of ['', '/sections', '/sections/1', '/tags', '/related', '/source', '/lines', '/revisions']) {
      t.match(await ask(`/v1/articles/${other}${part}`), { status: 410, json: { code: 'withdrawn' } }, part)
    }
  })
})

t.test('the list', async (t) => {
  const { ask, ids } = await openTestApp(t, { drafts })
  const [warId, talksId, englishId, undatedId] = ids
  const list = async (query: string) => (await ask(`/v1/articles?${query}`)).json
  const found = async (query: string) => (await list(query)).data.map(({ id }) => ids.indexOf(id))

  t.test('has items without their long fields, newest first, undated last', async (t) => {
    const { json, headers } = await ask('/v1/articles')
    t.strictSame(
      json.data.map(({ id }) => id),
      [englishId, warId, talksId, undatedId],
    )
    t.notOk(['sections', 'related', 'capture', 'notes'].some((field) => json.data.some((item) => field in item)))
    t.strictSame(json.meta, { total: 4, limit: 20, sort: '-published' })
    t.strictSame(json.links, { self: '/v1/articles', next: null, prev: null })
    t.equal(headers.get('link'), '</v1/articles>; rel="self"')
    t.equal(headers.get('cache-control'), 'public, max-age=60, stale-while-revalidate=600')
  })

  const FILTERS: Record<string, number[]> = {
    'tag=country:ru': [0, 1],
    'tag=country:ru,country:am': [0],
    'country=am,ru': [0],
    'country=AM': [0],
    'country=am|ch': [2, 0],
    'country=ru,-am': [1],
    'country=ru&actor=nato': [0],
    'tag=-country:ru': [2, 3],
    'tag=-country:ru|actor:nato': [2, 0, 3],
    'place=yerevan': [],
    'country=zz': [],
    'language=en': [2],
    'publisher=%D9%88%D9%83%D8%A7%D9%84%D8%A9': [1],
    'from=2020-10-02': [2, 0],
    'to=2020-10-02': [0, 1],
    'from=2020-10-02&to=2020-10-02': [0],
    'from=2020-10-02T13:43:00Z&to=2020-10-02T16:43:00%2B03:00': [0],
    'from=2020-10-02T13:43:00.001Z&to=2020-10-02': [],
    'q=geneva': [2],
    'q=%D9%82%D8%AA%D8%A7%D9%84': [0],
    'q=no-such-word': [],
    'sort=published': [1, 0, 2, 3],
  }
  t.test('is filtered', async (t) => {
    for (const [query, expected] of Object.entries(FILTERS)) t.strictSame(await found(query), expected, query)
  })

  t.test('counts a bare date in the zone that is asked for', async (t) => {
    // 2020-10-01T09:00+03:00 is 2020-09-30 in Honolulu
    t.strictSame(await found('to=2020-09-30'), [])
    t.strictSame(await found('to=2020-09-30&tz=Pacific/Honolulu'), [1])
    t.equal(
      (await list('to=2020-09-30&tz=pacific/honolulu')).links.self,
      '/v1/articles?to=2020-09-30&tz=Pacific/Honolulu',
    )
  })

  t.test('has the fields that are asked for', async (t) => {
    t.strictSame((await list('fields=headline,id&limit=1')).data, [{ id: englishId, headline: 'Talks in Geneva' }])
    t.strictSame((await list('fields=headline&include=notes&limit=1')).data, [
      { headline: 'Talks in Geneva', notes: [] },
    ])
    t.strictSame((await list('fields=sections,capture&country=am')).data, [
      { sections: war.article.sections, capture: war.article.capture },
    ])
    const [whole] = (await list('include=sections,candidates,related,capture,notes,tags&country=am')).data
    t.strictSame(whole, (await ask(`/v1/articles/${warId}`)).json.data)
    const [partly] = (await list('include=related&country=am')).data
    t.ok(partly?.related && partly.kicker === null)
    t.notOk(partly && 'sections' in partly)
  })

  t.test('leaves the total out where it is not wanted', async (t) => {
    t.strictSame((await list('count=none')).meta, { total: null, limit: 20, sort: '-published' })
  })

  t.test('gives its query back in one form', async (t) => {
    const { links, meta } = await list(
      'tag=Country:AM|actor:x,-place:y&sort=relevance&q=%20a++b&limit=20&count=exact&tz=UTC',
    )
    t.equal(links.self, '/v1/articles?q=a%20b&tag=country:am%7Cactor:x,-place:y')
    t.equal(meta.sort, 'relevance')
  })
})

t.test('pages lead from one to the next and back, over ties', async (t) => {
  const many = Array.from({ length: 25 }, (_, at) =>
    makeDraft({ headline: `عنوان ${at}`, at: `2020-10-0${1 + (at % 2)}` }),
  )
  const { ask } = await openTestApp(t, { drafts: many })
  for (const sort of ['-published', 'published', '-updated']) {
    const forward: string[][] = []
    let next: string | undefined = `/v1/articles?limit=4&sort=${sort}`
    let last = ''
    while (next) {
      const { json, headers } = await ask(next)
      forward.push(json.data.map(({ id }) => id))
      last = json.links.self ?? ''
      t.equal((await ask(last)).json.links.self, last, 'self is stable')
      t.equal(/rel="next"/.test(headers.get('link') ?? ''), json.links.next !== null)
      next = json.links.next
    }
    t.equal(new Set(forward.flat()).size, 25, `${sort}: each once`)
    const backward: string[][] = []
    for (let page: string | undefined = last; page; ) {
      const { json } = await ask(page)
      backward.unshift(json.data.map(({ id }) => id))
      page = json.links.prev
    }
    t.strictSame(backward.flat(), forward.flat(), `${sort}: the same the other way`)
  }
})

t.test('tags', async (t) => {
  const { ask, store } = await openTestApp(t, { drafts })
  await store.saveTagNames([])
  const { json, headers } = await ask('/v1/tags')
  t.match(json.data[0], { id: 'country:ru', type: 'country', code: 'RU', articles: 2 })
  t.match(json.meta, { limit: 20 })
  t.equal(headers.get('cache-control'), 'public, max-age=60, stale-while-revalidate=600')
  t.match((await ask('/v1/tags?type=actor')).json.data, [{ id: 'actor:nato' }])
  const first = (await ask('/v1/tags?limit=1')).json
  t.equal(first.data.length, 1)
  t.match((await ask(first.links.next ?? '')).json.links.prev, /cursor=/)
  t.match((await ask('/v1/tags/country:ru')).json, {
    data: { id: 'country:ru', articles: 2 },
    links: { self: '/v1/tags/country:ru', articles: '/v1/articles?tag=country:ru' },
  })
  for (const id of ['country:zz', 'country', 'COUNTRY:RU', '%20']) {
    t.match(await ask(`/v1/tags/${id}`), { status: 404, json: { code: 'not_found' } }, id)
  }
})
