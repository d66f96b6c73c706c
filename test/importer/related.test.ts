import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { textCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'

const HEADLINE = 'A headline that says what has happened in town'
const BODY =
  'The first paragraph is long enough to be read as running text, for it goes on and on until it has well over a hundred letters.'
const MORE =
  'A second paragraph follows it, and it too is long enough to be counted as text, since it ends only after this clause.'

function read(text: string) {
  return draftOf(textCapture(text), reader)
}

t.test('the links below a cue of its own end at the next blank line', async (t) => {
  const { article } = read(
    `${HEADLINE}\n\n${BODY}\n\nRelated stories\nOne story\nAnother story\n\nA heading\n\n${MORE}\n`,
  )
  t.strictSame(
    article.related.map(({ label, title, section }) => [label, title, section]),
    [
      ['Related stories', 'One story', 1],
      ['Related stories', 'Another story', 1],
    ],
  )
  t.equal(article.sections[1]?.heading, 'A heading')
})

t.test('a sentence that begins like a cue is text', async (t) => {
  const { article } = read(
    `${HEADLINE}\n\n${BODY}\n\nRelated costs rose by a fifth in the same year, the report goes on to say.\n\n${MORE}\n`,
  )
  t.strictSame(article.related, [])
})
