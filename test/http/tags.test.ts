import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft, makeTag } from '../helpers/drafts.ts'
import { readText } from '../helpers/made-up.ts'
import { reader } from '../helpers/reader.ts'

const ENTRIES = [...reader.gazetteer.listed.values()]

/** Any spelling, script and beginning of a name, and the tag that must be on the first page. */
const NAMES: [q: string, id: string][] = [
  ['ارمينيا', 'country:am'],
  ['أَرْمِينِيَا', 'country:am'],
  ['armen', 'country:am'],
  ['قرة باغ', 'place:nagorno-karabakh'],
  ['كاراباخ', 'place:nagorno-karabakh'],
  ['KARABAKH', 'place:nagorno-karabakh'],
  ['ناغورني قار', 'place:nagorno-karabakh'],
  ['إردوغان', 'actor:recep-tayyip-erdogan'],
  ['ERDOĞAN', 'actor:recep-tayyip-erdogan'],
  ['erdogan recep', 'actor:recep-tayyip-erdogan'],
  ['الولايات المتحدة', 'country:us'],
  ['USA', 'country:us'],
  ['أمريكا', 'country:us'],
  ['ﺗﺮﻛﻴﺎ', 'country:tr'],
  ['تركيــــا', 'country:tr'],
]

t.test('a tag is found by any spelling of any of its names, and by how one begins', async (t) => {
  const { ask, store } = await openTestApp(t)
  await store.saveTagNames(ENTRIES)
  for (const [q, id] of NAMES) {
    const { json } = await ask(`/v1/tags?q=${encodeURIComponent(q)}`)
    t.ok(
      json.data.some((tag: { id: string }) => tag.id === id),
      `${q}: ${json.data.map(({ id }) => id).join()}`,
    )
  }
  const first = (await ask('/v1/tags?q=republic&limit=2')).json
  const second = (await ask(first.links.next as string)).json
  t.equal(first.meta.total, second.meta.total)
  t.notOk(
    second.data.some(({ id }) => first.data.some((tag) => tag.id === id)),
    'pages do not overlap',
  )
  t.equal((await ask(second.links.prev as string)).json.data[0]?.id, first.data[0]?.id)
})

t.test('a tag has its names, the tags it occurs with, and its articles by year', async (t) => {
  const about = (headline: string, at: string | null, ...ids: string[]) =>
    makeDraft({ headline, at, tags: ids.map((id) => makeTag(id)) })
  const drafts = [
    about('one', '2020-10-02', 'country:am', 'country:az', 'place:nagorno-karabakh'),
    about('two', '2020-12-31', 'country:am', 'country:az'),
    about('three', '2021-01-01', 'country:am', 'actor:nato'),
    about('four', null, 'country:am'),
    about('five', '2021-01-01', 'country:ru'),
  ]
  const { ask, store } = await openTestApp(t, { drafts })
  await store.saveTagNames(ENTRIES)
  const { status, json } = await ask('/v1/tags/country:am')
  t.equal(status, 200)
  const { aliases, together, years, ...tag } = json.data as unknown as Record<string, { [key: string]: unknown }[]>
  t.match(tag, { id: 'country:am', code: 'AM', articles: 4, label: { en: 'Armenia' } })
  t.ok(
    aliases?.some(({ name, kind }) => kind === 'demonym' && /أرمني|ارمني/.test(String(name))),
    'demonyms',
  )
  t.strictSame(
    together?.map(({ id, articles }) => [id, articles]),
    [
      ['country:az', 2],
      ['actor:nato', 1],
      ['place:nagorno-karabakh', 1],
    ],
  )
  t.match(await ask(String(together?.[0]?.url)), { status: 200, json: { meta: { total: 2 } } })
  t.strictSame(
    years?.map(({ year, articles }) => [year, articles]),
    [
      [2021, 1],
      [2020, 2],
    ],
  )
  t.match(await ask(String(years?.[1]?.url)), { status: 200, json: { meta: { total: 2 } } })
  t.match((await ask('/v1/tags/country:fr')).json.data, { articles: 0, together: [], years: [] })
})

const TAIL =
  'وهذه فقرة طويلة من نص عادي تمضي في الكلام حتى تبلغ من الطول ما يجعلها فقرة من متن الخبر لا سطرا من سطور القوائم.'
const NEWS = [
  ['am', 'بيان جديد حول الحدود', `قال البيان إن الوفد التقى مسؤولين من أذربيجان وأرمينيا أمس. ${TAIL}`],
  ['fighters', 'أنباء عن نقل مرتزقة', `نقلت طائرات مقاتلين سوريين إلى الجبهة. ${TAIL}`],
  ['karabakh', 'هدوء حذر على الجبهة', `ساد الهدوء في ناغورني قاراباغ منذ الفجر. ${TAIL}`],
  ['diplomacy', 'لا بديل من الحوار', `دعت الخارجية إلى الطرق الديبلوماسية لحل الأزمة. ${TAIL}`],
  ['heads', 'قمة تجمع قادة المنطقة', `التقى رؤساء الدول الثلاث في القمة. ${TAIL}`],
  ['year', 'حصيلة العام المنصرم', `انتهى عام 2020 بلا اتفاق. ${TAIL}`],
  ['truce', 'اتفاق جديد', `جرى الاتفاق على وَقْفِ إطلاقِ النار فجرا. ${TAIL}`],
] as const

/** What readers expect to find: the news by its name. */
const RECALL: [q: string, name: string][] = [
  ['ارمينيا', 'am'],
  ['أرمينيا', 'am'],
  ['Armenia', 'am'],
  ['المقاتلون', 'fighters'],
  ['قرة باغ', 'karabakh'],
  ['كاراباخ', 'karabakh'],
  ['Karabakh', 'karabakh'],
  ['الدبلوماسية', 'diplomacy'],
  ['رئيس', 'heads'],
  ['٢٠٢٠', 'year'],
  ['"وقف إطلاق النار"', 'truce'],
  ['"وَقف إطْلاق النّار"', 'truce'],
]

t.test('a search finds what its reader means, and shows where', async (t) => {
  const drafts = NEWS.map(([, headline, text]) => readText(`${headline}\n\n${text}\n\n${TAIL}\n`))
  const { ask, ids, store } = await openTestApp(t, { drafts })
  await store.saveTagNames(ENTRIES)
  const idOf = new Map(NEWS.map(([name], at) => [name as string, ids[at]]))
  for (const [q, name] of RECALL) {
    const { json } = await ask(`/v1/articles?fields=id&highlight=true&q=${encodeURIComponent(q)}`)
    t.match(json.data, [{ id: idOf.get(name), highlights: [{}] }], q)
  }
})
