import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { createCurator } from '../../src/tagging/explain.ts'
import { loadGazetteer } from '../../src/tagging/gazetteer.ts'
import { tagArticle } from '../../src/tagging/tag-article.ts'
import { shippedCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'

const entries = [
  { id: 'country:no', label: { ar: 'النرويج', en: 'Norway' } },
  { id: 'place:bergen', label: { ar: 'برغن', en: 'Bergen' }, country: 'no' },
  {
    id: 'place:long-pier',
    label: { ar: 'الرصيف الطويل', en: 'Long Pier' },
    ambiguous: [
      { name: 'Pier', near: ['harbour'] },
      { name: 'the Quay', notAfter: ['News'] },
    ],
  },
  {
    id: 'actor:anna-lund',
    kind: 'person',
    label: { ar: 'آنا لوند', en: 'Anna Lund' },
    shortNames: { en: ['Lund'] },
  },
  { id: 'actor:bergen-post', kind: 'organization', label: { ar: 'بريد برغن', en: 'Bergen Post' } },
]
const gazetteer = loadGazetteer([
  { path: 'a.json', text: JSON.stringify({ entries }) },
  { path: 'b.json', text: JSON.stringify({ entries: [{ extends: 'country:no', names: { en: ['Norge'] } }] }) },
])
const curator = createCurator(gazetteer)
const { article: shipped } = draftOf(shippedCapture(), reader)

function articleOf(text: string) {
  const blocks = [{ type: 'paragraph' as const, text, lines: [1, 1] as [number, number] }]
  const bare = { kicker: null, headline: null, dateline: null, images: [], related: [] }
  return { ...shipped, ...bare, lead: text, sections: [{ number: 1, heading: null, blocks }] }
}

t.test('a tag is explained by its mentions, whose weights make its score', (t) => {
  const article = articleOf('The ferry that links the small islands of the western coast to Norway sails in spring.')
  const [tag] = tagArticle(article, gazetteer).tags
  t.equal(tag?.id, 'country:no')
  t.match(curator.explain(article, tag ?? ''), {
    tag: { id: 'country:no', label: { en: 'Norway' } },
    score: 0.25,
    matches: true,
    mentions: [
      {
        field: 'lead',
        evidence: 'name',
        text: 'Norway',
        weight: 0.25,
        before: '… small islands of the western coast to ',
        after: ' sails in spring.',
      },
    ],
    ruledOut: [],
  })
  t.end()
})

const RULED_OUT: [name: string, text: string, id: string, found: string, reason: RegExp][] = [
  [
    'a rule asks for words',
    'A Pier was built.',
    'place:long-pier',
    'Pier',
    /asks for words that are not here: near harbour/,
  ],
  [
    'a rule forbids',
    'It is in the Quay News.',
    'place:long-pier',
    'the Quay',
    /does not let it count here: notAfter News/,
  ],
  ['a short name', 'Then Lund spoke.', 'actor:anna-lund', 'Lund', /neither the full name nor a title/],
  ['capitals', 'a long pier of wood', 'place:long-pier', 'long pier', /capitals/],
  ['a longer name', 'So wrote the Bergen Post.', 'place:bergen', 'Bergen', /it counts for actor:bergen-post/],
  ['only a place', 'A ferry left Bergen.', 'country:no', 'Bergen', /a place in the country/],
]

t.test('a tag that is not on the article is explained by what was ruled out', (t) => {
  for (const [name, text, id, found, reason] of RULED_OUT) {
    const article = articleOf(text)
    t.notOk(
      tagArticle(article, gazetteer).tags.some((tag) => tag.id === id),
      `${name}: no tag`,
    )
    t.match(
      curator.explain(article, id),
      { score: 0, matches: false, mentions: [], ruledOut: [{ text: found, reason }] },
      name,
    )
  }
  t.match(curator.explain(articleOf('Nothing.'), 'place:bergen'), { mentions: [], ruledOut: [] })
  t.equal(curator.explain(articleOf('Nothing.'), 'place:atlantis'), null)
  t.end()
})

t.test('an entry is found with the files that it comes from', (t) => {
  t.match(curator.find('country:no'), { entry: { id: 'country:no' }, origin: ['a.json, entry 1', 'b.json, entry 1'] })
  t.equal(curator.find('place:atlantis'), null)
  t.end()
})
