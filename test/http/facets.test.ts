import t from 'tap'
import { openTestApp, type Server } from '../helpers/app.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'

type Value = { value: string; label: object; count: number; selected: boolean; url: string | null }
type Facets = Record<string, { total: number; values: Value[] }>

const COUNTRIES = ['am', 'az', 'ru']

/** Each article has the countries that its number has bits of. */
const DRAFTS = Array.from({ length: 16 }, (_, at) =>
  makeDraft({
    headline: `هدنة ${at}`,
    at: `${2018 + (at % 3)}-12-31T21:30:00Z`,
    language: at % 4 === 0 ? 'en' : 'ar',
    publisher: at % 5 === 0 ? null : `Daily, ${at % 2} & more`,
    tags: COUNTRIES.filter((_, country) => (at >> country) % 2 === 1).map((code) => makeTag(`country:${code}`)),
  }),
)

t.test('the URL of every value leads to as many articles as its count says', async (t) => {
  const { ask } = await openTestApp(t, { drafts: DRAFTS })
  const filters = ['', '&q=هدنة&country=-az', '&tag=country:am&tz=Asia/Baghdad', '&country=-az,ru&year']
  for (const filter of filters.map((one) => one.replace('&year', '&from=2019-01-01&to=2019-12-31'))) {
    const facets = await facetsOf(ask, `/v1/articles?facet=country,actor,language,publisher,year&limit=2${filter}`)
    t.strictSame(facets.actor, { total: 0, values: [] })
    for (const [name, { values }] of Object.entries(facets)) {
      t.equal(facets[name]?.total, values.filter(({ count }) => count > 0).length)
      for (const { value, count, selected, url } of values.filter(() => !filter.includes(name) || name === 'year')) {
        const led = await ask(url ?? '')
        t.equal(led.json.links.self, url, 'the URL is in its normal form')
        if (!selected) t.equal(led.json.meta.total, count, `${filter} ${name} ${value}`)
      }
    }
  }
})

t.test('countries are alternatives to each other, and drop out again', async (t) => {
  const { ask } = await openTestApp(t, { drafts: DRAFTS })
  const start = '/v1/articles?country=-az,am&facet=country'
  const { country } = await facetsOf(ask, start)
  t.strictSame(
    country?.values.map(({ value, count, selected, url }) => [value, count, selected, url]),
    [
      ['am', 4, true, '/v1/articles?country=-az&facet=country'],
      ['ru', 4, false, '/v1/articles?country=-az,am%7Cru&facet=country'],
    ],
  )
  const both = await facetsOf(ask, country?.values[1]?.url ?? '')
  t.strictSame(
    both.country?.values.map(({ value, count, selected, url }) => [value, count, selected, url]),
    [
      ['am', 4, true, '/v1/articles?country=-az,ru&facet=country'],
      ['ru', 4, true, start],
    ].map(([value, count, selected, url]) => [value, count, selected, url]),
  )
})

t.test('a year is the dates from its first to its last day', async (t) => {
  const { ask } = await openTestApp(t, { drafts: DRAFTS })
  const { year } = await facetsOf(ask, '/v1/articles?facet=year&from=2019-01-01&to=2019-12-31')
  t.strictSame(
    year?.values.map(({ value, count, selected, url }) => [value, count, selected, url]),
    [
      ['2020', 5, false, '/v1/articles?facet=year&from=2020-01-01&to=2020-12-31'],
      ['2019', 5, true, '/v1/articles?facet=year'],
      ['2018', 6, false, '/v1/articles?facet=year&from=2018-01-01&to=2018-12-31'],
    ],
  )
  const baghdad = await facetsOf(ask, '/v1/articles?facet=year&tz=Asia/Baghdad')
  t.strictSame(
    baghdad.year?.values.map(({ value }) => value),
    ['2021', '2020', '2019'],
  )
})

t.test('labels are in Arabic and English, facets in one order, and only those that were asked for', async (t) => {
  const { ask } = await openTestApp(t, { drafts: DRAFTS })
  const { json } = await ask('/v1/articles?facet=language,country&limit=1')
  t.equal(json.links.self, '/v1/articles?facet=country,language&limit=1')
  t.match(json.links.next, /facet=country,language/)
  const facets = (json.meta as unknown as { facets: Facets }).facets
  t.strictSame(Object.keys(facets), ['country', 'language'])
  t.strictSame(facets.language?.values[0]?.label, { ar: 'العربية', en: 'Arabic' })
  t.notOk('facets' in (await ask('/v1/articles')).json.meta)
  t.match((await ask('/v1/articles?facet=contry')).json.errors, [{ name: 'facet', suggestion: 'country' }])
})

t.test('a filter that is full offers no further value', async (t) => {
  const { ask } = await openTestApp(t, { drafts: DRAFTS })
  const others = Array.from({ length: 18 }, (_, at) => `place:p${at}`).join('|')
  const full = await facetsOf(ask, `/v1/articles?country=am&tag=-place:x|${others}&facet=country`)
  t.strictSame(
    full.country?.values.map(({ value, selected, url }) => [value, selected, url === null]),
    [
      ['am', true, false],
      ['az', false, true],
      ['ru', false, true],
    ],
  )
})

async function facetsOf(ask: Server['ask'], path: string): Promise<Facets> {
  const { status, json } = await ask(encodeURI(decodeURI(path)))
  if (status !== 200) throw new Error(`${path}: ${status} ${json.detail}`)
  return (json.meta as unknown as { facets: Facets }).facets
}
