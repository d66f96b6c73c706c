import fc from 'fast-check'
import { tokenise } from '../../../src/language/tokenise.ts'
import { makeDraft } from '../../helpers/drafts.ts'
import { EVERYTHING, listHeadlines, NOW, SEED, saveOne, type TestStore } from './parts.ts'

const ARTICLE = makeDraft({
  headline: 'أميركا وفرنسا تدعو لوقف القتال',
  kicker: 'التغطية الحية',
  paragraphs: ['قال متلّفز في إسطنبول ٣٠', 'Çavuşoğlu said "stop"'],
  links: [{ title: 'موقف إيران' }],
})
ARTICLE.article.sections[0] = { number: 1, heading: 'مواقف', blocks: ARTICLE.article.sections[0]?.blocks ?? [] }
ARTICLE.article.images = [{ fileName: 'a.jpg', url: null, caption: 'قصف لمدفعية', credit: 'الأناضول' }]
ARTICLE.article.dateline = { place: 'أنقرة', source: null, sourcing: null, raw: 'أنقرة ـ وكالات' }

const QUERIES: [name: string, q: string, found: boolean][] = [
  ['headline, other hamza', 'امريكا', false],
  ['headline', 'اميركا', true],
  ['kicker, other ta marbuta', 'التغطيه', true],
  ['paragraph, without its mark', 'متلفز', true],
  ['heading', 'مواقف', true],
  ['caption', 'قصف', true],
  ['dateline', 'أَنْقَرة', true],
  ['other digits', '30', true],
  ['Latin case and accents', 'CAVUSOGLU', true],
  ['all words', 'القتال stop', true],
  ['a word that is missing', 'القتال إيران', false],
  ['a related title', 'إيران', false],
  ['a credit', 'الأناضول', false],
  ['part of a word', 'القتا', false],
  ['a phrase is two words here', '"القتال أميركا"', true],
  ['no word at all', '« ، » ...', false],
  ['nothing', '', false],
]

/** Each is syntax to some engine. */
const SYNTAX = [
  '"',
  '""',
  "'",
  '*',
  'stop*',
  '-stop',
  'a AND',
  'OR',
  'NOT stop',
  'NEAR(',
  'body:stop',
  '{headline} : x',
  '^stop',
  '+',
  '(',
  '\\',
  '%',
  '\u0000',
  '\ud800',
  ';--',
  'stop" OR "قصف',
  "'); DROP TABLE articles; --",
]

export function searchContract(test: TestStore): void {
  test('a search finds every word of the article itself, in any spelling that folds alike', async (t, store) => {
    await store.saveArticles([ARTICLE, makeDraft({ headline: 'غير ذلك' })], NOW)
    for (const [name, q, found] of QUERIES) {
      for (const sort of ['relevance', '-published'] as const) {
        const { items, total } = await store.listArticles({ ...EVERYTHING, q, sort })
        t.strictSame([items.length, total], found ? [1, 1] : [0, 0], `${name}, ${sort}`)
      }
    }
  })

  test('what matches best comes first, and a word in the headline matches better', async (t, store) => {
    const filler = Array.from({ length: 40 }, (_, at) => `كلمة${at}`).join(' ')
    await store.saveArticles(
      [
        makeDraft({ headline: 'في المتن', paragraphs: [`هدنة ${filler}`] }),
        makeDraft({ headline: 'هدنة', paragraphs: [filler] }),
        makeDraft({ headline: 'لا شيء', paragraphs: [filler] }),
      ],
      NOW,
    )
    t.strictSame(await listHeadlines(store, { q: 'هدنة', sort: 'relevance' }), ['هدنة', 'في المتن'])
  })

  test('a revision is found by its own words and no longer by the earlier ones', async (t, store) => {
    for (const kicker of ['قديم', 'جديد']) await saveOne(store, makeDraft({ kicker }))
    t.equal((await listHeadlines(store, { q: 'قديم' })).length, 0)
    t.equal((await listHeadlines(store, { q: 'جديد' })).length, 1)
  })

  test('what a user types is never syntax', async (t, store) => {
    await store.saveArticles([ARTICLE, makeDraft({ headline: 'غير ذلك' })], NOW)
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...SYNTAX, 'stop', 'قصف')).map((words) => words.join(' ')),
    )
    const words = new Set(['stop', 'قصف', ...tokenise(JSON.stringify(ARTICLE.article)).map(({ folded }) => folded)])
    await fc.assert(
      fc.asyncProperty(texts, async (q) => {
        const asked = tokenise(q).map(({ folded }) => folded)
        const found = await listHeadlines(store, { q, sort: 'relevance' })
        await store.listTags({ type: null, q, limit: 10, cursor: null })
        if (asked.length === 0 || asked.some((word) => !words.has(word))) t.strictSame(found, [], q)
        if (asked.length > 0 && asked.every((word) => word === 'stop' || word === 'قصف')) t.equal(found.length, 1, q)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('very many words are no error', async (t, store) => {
    await store.saveArticles([ARTICLE], NOW)
    const q = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(' ')
    t.strictSame(await listHeadlines(store, { q }), [])
  })
}
