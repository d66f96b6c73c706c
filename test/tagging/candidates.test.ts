import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { tokenise } from '../../src/language/tokenise.ts'
import { tagArticle } from '../../src/tagging/tag-article.ts'
import { shippedCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'

function namesIn(paragraphs: string[]) {
  const { article } = draftOf(shippedCapture(), reader)
  const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text, lines: [1, 1] as [number, number] }))
  const bare = { kicker: null, dateline: null, images: [], related: [], headline: null, lead: null }
  return tagArticle({ ...article, ...bare, sections: [{ number: 1, heading: null, blocks }] }, reader.gazetteer)
}

const CANDIDATES: [rule: string, text: string, candidates: string[]][] = [
  ['a title', 'قال المحلل السياسي سامر القنديلي إن الوضع صعب', ['سامر القنديلي person title']],
  [
    'an office with its body and nationality',
    'التقى رئيس الوزراء العراقي السابق خالد الزنكاوي',
    ['خالد الزنكاوي person office'],
  ],
  ['a verb of speech', 'وأضاف وليد الزنكاوي أن الوضع صعب', ['وليد الزنكاوي person verb']],
  ['"على" is no Ali', 'وشدد المدير على الالتزام', []],
  ['a known person is a tag', 'قال الرئيس رجب طيب أردوغان كلمته', []],
  ['behind another given name it is somebody else', 'قال المهندس أحمد محمود عباس', ['أحمد محمود عباس person title']],
  ['a chain of fathers', 'قال الشيخ خليفة بن زايد بن صقر', ['خليفة بن زايد بن صقر person title']],
  ['a company by its kind', 'وقعت شركة زرنوكس العقد', ['زرنوكس organization kind']],
  ['a body in quotation marks', 'أسست جمعية «بيت الكلمات» مكتبة', ['بيت الكلمات organization kind']],
  ['an adjective is no name', 'أسست شركة جديدة وجمعية خيرية', []],
  ['an English title', 'The spokesman John Quillfeather said so', ['John Quillfeather person office']],
  ['an English verb of speech', 'Anna Quillfeather said so', ['Anna Quillfeather person verb']],
  [
    'an English body',
    'She works for the Harbour Workers Foundation in Oslo',
    ['Harbour Workers Foundation organization kind'],
  ],
]

t.test('candidates', async (t) => {
  for (const [rule, text, candidates] of CANDIDATES) {
    const found = namesIn([text]).candidates.map(({ name, kind, cue }) => `${name} ${kind} ${cue}`)
    t.strictSame(found, candidates, rule)
  }
})

t.test('a later surname joins its candidate, and mentions are served text', async (t) => {
  const texts = ['قال المحلل السياسي سامر القنديلي إن الوضع صعب.', 'وأضاف القنديلي جملة.']
  const { candidates, tags } = namesIn(texts)
  t.match(candidates, [{ mentions: [{ because: 'المحلل السياسي' }, { text: 'القنديلي', because: 'سامر القنديلي' }] }])
  for (const { block, start, end, text } of candidates.flatMap(({ mentions }) => mentions))
    t.equal(texts[(block as number) - 1]?.slice(start, end), text)
  t.strictSame(tags, [])
})

t.test('whatever a text is made of, the work grows with its length', async (t) => {
  const texts = {
    'one letter': 'ا'.repeat(15_000),
    'one word': 'قال '.repeat(15_000),
    titles: 'الرئيس '.repeat(15_000),
    bodies: 'وزارة الخارجية '.repeat(6_000),
    'given names': 'محمد بن '.repeat(6_000),
    marks: '\u064b\u0651'.repeat(25_000),
    mixed: 'aا1'.repeat(25_000),
    capitals: 'باريس وموسكو '.repeat(6_000),
  }
  for (const [name, text] of Object.entries(texts)) {
    const time = (part: string, work: (text: string) => unknown) => {
      const start = process.cpuUsage()
      work(part)
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    const half = time(text.slice(0, text.length / 4), (part) => namesIn([part]))
    const whole = time(text, (part) => namesIn([part]))
    const folding = time(text, tokenise)
    t.ok(whole < half * 10 + 200_000 || whole < folding * 60, `${name}: ${half} µs for a quarter, ${whole} µs whole`)
  }
})
