import fc from 'fast-check'
import { gazetteerEntrySchema } from '../../../src/domain/gazetteer.ts'
import type { TagWithMentions } from '../../../src/domain/tag.ts'
import { tokenise } from '../../../src/language/tokenise.ts'
import { makeDraft, makeTag } from '../../helpers/drafts.ts'
import { EVERYTHING, listHeadlines, listPage, NOW, SEED, saveOne, type TestStore, toQuery } from './parts.ts'

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
  ['headline, other spelling of the name', 'امريكا', true],
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
  ['a phrase', '"لوقف القتال"', true],
  ['a phrase without the proclitic of its first word', '"وقف القتال"', true],
  ['words of a phrase in another order', '"القتال وقف"', false],
  ['another inflection', 'مدفعيات', true],
  ['either word', 'إيران OR قصف', true],
  ['a word that must not be there', 'القتال -stop', false],
  ['one that is not', 'القتال -إيران', true],
  ['neither of two', 'القتال -(إيران OR stop)', false],
]

const KARABAKH = [
  {
    id: 'place:nagorno-karabakh',
    label: { ar: 'ناغورني قره باغ', en: 'Nagorno-Karabakh' },
    names: { ar: ['قاراباغ', 'قره باغ', 'كاراباخ'], en: ['Karabakh'] },
  },
].map((entry) => gazetteerEntrySchema.parse(entry))

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
        const { items, total } = await listPage(store, toQuery({ q, sort }))
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
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('word' as const, 'phrase' as const), async (text, type) => {
        const { items } = await listPage(store, { ...EVERYTHING, q: { type, text }, sort: 'relevance' })
        const asked = tokenise(text).map(({ folded }) => folded)
        if (asked.length === 0 || asked.some((word) => !['stop', 'قصف'].includes(word) && /[a-z]/.test(word)))
          t.strictSame(items, [], text)
        await store.listTags({ type: null, q: text, limit: 10, cursor: null })
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('a name finds every article that names the same, in any spelling and language', async (t, store) => {
    await store.saveTagNames(KARABAKH)
    const named = (headline: string, evidence: TagWithMentions['evidence']) =>
      makeDraft({ headline, tags: [{ ...makeTag('place:nagorno-karabakh'), evidence }] })
    await store.saveArticles(
      [named('one', { name: 1 }), named('two', { capital: 1 }), makeDraft({ headline: 'three' })],
      NOW,
    )
    for (const q of ['Karabakh', 'كاراباخ', 'ناغورني قره باغ', '"قره باغ"', 'one OR قاراباغ']) {
      t.strictSame(await listHeadlines(store, { q }), ['one'], q)
    }
    t.strictSame(await listHeadlines(store, { q: 'ناغورني غائب' }), [])
  })

  test('very many words are no error', async (t, store) => {
    await store.saveArticles([ARTICLE], NOW)
    const nodes = Array.from({ length: 1000 }, (_, at) => ({ type: 'word' as const, text: `w${at}` }))
    t.strictSame((await listPage(store, { ...EVERYTHING, q: { type: 'or', nodes } })).items, [])
  })
}
