import fc from 'fast-check'
import t from 'tap'
import { type Article, articleItemSchema } from '../../src/domain/article.ts'
import { type Highlight, MAX_HIGHLIGHT_LENGTH, MAX_HIGHLIGHTS } from '../../src/domain/highlight.ts'
import type { ArticleStore, Draft } from '../../src/domain/store.ts'
import { parseSearch } from '../../src/http/search-query.ts'
import { draftOf } from '../../src/ingest.ts'
import { tokenise } from '../../src/language/tokenise.ts'
import { searchedTexts } from '../../src/search/texts.ts'
import { openTestApp } from '../helpers/app.ts'
import { openArchive } from '../helpers/archive.ts'
import { fixtureCapture, fixtureNames, shippedCapture } from '../helpers/captures.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { reader } from '../helpers/reader.ts'
import { EVERYTHING, listPage, NOW, readArticle, SEED } from '../storage/contract/parts.ts'

/** A passage as a text: hits in brackets, dots where it was cut. */
function shown({ start, end, length, parts }: Highlight): string {
  const text = parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
  return `${start > 0 ? '…' : ''}${text}${end < length ? '…' : ''}`
}

async function highlightsOf(store: ArticleStore, q: string): Promise<(Highlight & { id: string })[]> {
  const { items } = await listPage(store, { ...EVERYTHING, q: parseSearch(q), sort: 'relevance', highlight: true })
  return items.flatMap((item) => {
    const { id, highlights = [] } = articleItemSchema.parse(item)
    return highlights.map((highlight) => ({ id, ...highlight }))
  })
}

const FILLER = Array.from({ length: 60 }, (_, at) => `كلمة${at}`).join(' ')

const ARTICLE = makeDraft({
  headline: 'أميركا وفرنسا تدعو لوقف القتال',
  kicker: 'التغطية الحية',
  paragraphs: [
    'قال متلّفز في إسطنبول ٣٠',
    `${FILLER} هدنة ${FILLER} هدنة بين المقاتلين ${FILLER}`,
    `Çavuşoğlu said "stop" ${'文'.repeat(300)}`,
    'قال الوزراء ذلك',
    'وزير هنا',
  ],
})
ARTICLE.article.images = [{ fileName: 'a.jpg', url: null, caption: 'قصف لمدفعية', credit: 'الأناضول' }]

const SHOWN: [name: string, q: string, passages: string[]][] = [
  ['the headline whole', 'اميركا', ['[أميركا] وفرنسا تدعو لوقف القتال']],
  ['a word with its proclitic', 'فرنسا', ['أميركا [وفرنسا] تدعو لوقف القتال']],
  ['a phrase as one hit', '"وقف القتال"', ['أميركا وفرنسا تدعو [لوقف القتال]']],
  ['a vowel mark and other digits', 'متلفز 30', ['قال [متلّفز] في إسطنبول [٣٠]']],
  ['a caption where only it has the word', 'القتال قصف', ['أميركا وفرنسا تدعو لوقف [القتال]', '[قصف] لمدفعية']],
  ['the kicker where only it has the word', 'التغطيه', ['[التغطية] الحية']],
  ['what must not be there is no hit', 'القتال -إيران', ['أميركا وفرنسا تدعو لوقف [القتال]']],
  ['Latin accents', 'cavusoglu', [`[Çavuşoğlu] said "stop" ${'文'.repeat(178)}…`]],
]

t.test('a passage shows what was found, and around it the text as it is served', async (t) => {
  const store = await openArchive()
  await store.saveArticles([ARTICLE], NOW)
  for (const [name, q, passages] of SHOWN)
    t.strictSame((await highlightsOf(store, q)).map(shown), passages, `${name}: ${q}`)
  const [densest = ''] = (await highlightsOf(store, 'هدنة مقاتلون')).map(shown)
  t.match(densest, /^…كلمة\d+ .*كلمة59 \[هدنة\] بين \[المقاتلين\] كلمة0 .*كلمة\d+…$/, 'most words of a long paragraph')
  const ministers = (await highlightsOf(store, 'وزير')).map(shown)
  t.strictSame(ministers, ['[وزير] هنا', 'قال [الوزراء] ذلك'], 'the form that was asked for comes first')
  await store.close()
})

t.test('a name shows every spelling of what it names, and its demonyms', async (t) => {
  const { ask, store } = await openTestApp(t, { drafts: [draftOf(shippedCapture(), reader)] })
  await store.saveTagNames([...reader.gazetteer.listed.values()])
  const { status, json } = await ask(`/v1/articles?q=Karabakh&highlight=true&fields=id`)
  t.equal(status, 200)
  const [{ id, highlights, ...rest }] = json.data as unknown as [{ id: string; highlights: Highlight[] }]
  t.strictSame([id, rest], ['2020-10-02-d3146296', {}])
  const hits = highlights.flatMap(({ parts }) => parts.filter(({ hit }) => hit).map(({ text }) => text))
  t.ok(hits.length >= 2 && hits.every((text) => /قار|قره/.test(text)), hits.join(', '))
  const turkish = (await ask(`/v1/articles?q=Turkey&highlight=true`)).json.data as unknown as {
    highlights: Highlight[]
  }[]
  const shown = turkish.flatMap(({ highlights }) => highlights.flatMap(({ parts }) => parts.filter(({ hit }) => hit)))
  t.ok(shown.some(({ text }) => text.includes('التركي')) && shown.every(({ text }) => text.includes('ترك')))
})

t.test('highlights need a search', async (t) => {
  const { ask } = await openTestApp(t, { drafts: [ARTICLE] })
  const refused = await ask('/v1/articles?highlight=true')
  t.match([refused.status, refused.json.errors], [400, [{ name: 'highlight', code: 'conflict' }]])
  t.notOk('highlights' in ((await ask('/v1/articles?q=stop')).json.data[0] as object))
  const { links } = (await ask('/v1/articles?q=stop&highlight=true')).json
  t.equal(links.self, '/v1/articles?highlight=true&q=stop')
})

t.test('very long articles are looked through as far as is told, and no word is cut in half there', async (t) => {
  const store = await openArchive()
  const long = `${'كلمة '.repeat(9_998)}`
  const draftWith = (last: string) => makeDraft({ headline: last.slice(0, 4), paragraphs: [`${long}${last}`] })
  await store.saveArticles(['xy هدنة', 'abcdefgh abcdef'].map(draftWith), NOW)
  t.equal((await highlightsOf(store, 'هدنة')).length, 0, 'beyond it there is none')
  t.equal((await highlightsOf(store, 'abcdef')).length, 0)
  t.equal((await highlightsOf(store, 'كلمة')).length, 2)
  await store.close()
})

t.test('every word of every fixture is found and shown, as passages that are in the text they name', async (t) => {
  const drafts: Draft[] = fixtureNames().map((name) => draftOf(fixtureCapture(name), reader))
  const store = await openArchive()
  await store.saveTagNames([...reader.gazetteer.listed.values()])
  const ids = (await store.saveArticles(drafts, NOW)).map(({ id }) => id)
  const articles = new Map<string, Article>()
  for (const id of ids) articles.set(id, await readArticle(store, id))
  const words = [...articles.values()].flatMap((article) =>
    searchedTexts(article).flatMap(({ text }) => tokenise(text).map(({ start, end }) => text.slice(start, end))),
  )
  t.comment(`seed ${SEED}, ${words.length} words of ${articles.size} articles`)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...words), async (word) => {
      const { items } = await listPage(store, { ...EVERYTHING, q: { type: 'word', text: word }, highlight: true })
      if (items.length === 0) throw new Error(`"${word}" is not found`)
      for (const item of items) assertHighlights(articles, articleItemSchema.parse(item))
    }),
    { seed: SEED, numRuns: 400 },
  )
  await store.close()
})

function assertHighlights(
  articles: ReadonlyMap<string, Article>,
  { id, highlights = [] }: { id: string; highlights?: Highlight[] | undefined },
): void {
  if (highlights.length === 0 || highlights.length > MAX_HIGHLIGHTS) throw new Error(`${highlights.length} highlights`)
  for (const { field, section, block, image, start, end, length, parts } of highlights) {
    const served = searchedTexts(articles.get(id) as Article).find(
      (text) => text.field === field && text.section === section && text.block === block && text.image === image,
    )?.text
    const joined = parts.map(({ text }) => text).join('')
    if (joined !== served?.slice(start, end) || served.length !== length)
      throw new Error(`${joined} is not in ${served}`)
    if (!parts.some(({ hit }) => hit)) throw new Error(`no hit in ${joined}`)
    if (field !== 'headline' && joined.length > MAX_HIGHLIGHT_LENGTH) throw new Error(`too long: ${joined}`)
  }
}
