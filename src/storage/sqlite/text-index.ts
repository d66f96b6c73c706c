import type { Database } from 'better-sqlite3'
import type { Article } from '../../domain/article.ts'
import type { Tag } from '../../domain/tag.ts'
import { FOLD_VERSION } from '../../language/fold.ts'
import { STEM_VERSION, stemOf } from '../../language/stem/stem.ts'
import { foldedWords } from '../../language/tokenise.ts'

/** Of what the index holds: it is made anew where it was made by older rules of folding, of stems or of columns. */
export const INDEX_VERSION = FOLD_VERSION * 10_000 + STEM_VERSION * 100 + 1

type Texts = { headline: string; lead: string; body: string }

/** What a search looks through: what the article itself says, not the titles that it links to. */
export function searchableText(article: Article): Texts {
  const blocks = article.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('text' in block ? [block.text] : [])),
  )
  const [first, ...others] = blocks
  const join = (texts: (string | null | undefined)[]) => texts.filter(Boolean).join('\n')
  return {
    headline: foldedWords(article.headline ?? ''),
    lead: foldedWords(join([article.kicker, first, ...article.sections.map(({ heading }) => heading)])),
    body: foldedWords(join([article.dateline?.raw, ...article.images.map(({ caption }) => caption), ...others])),
  }
}

/** What a mention rests on that is a name of its tag; a demonym or a capital is not. */
const NAMED = ['name', 'short-name', 'title', 'domestic-name', 'dateline', 'caption'] as const

function isNamed({ evidence }: Tag): boolean {
  return evidence === undefined || NAMED.some((kind) => evidence[kind] !== undefined)
}

function stemsOf(words: string, language: string): string {
  return words
    .split(' ')
    .map((word) => stemOf(word, language))
    .join(' ')
}

export function createTextIndex(db: Database) {
  const insertText = db.prepare<[number, ...string[]]>(`
    INSERT INTO search (rowid, headline, lead, body, headline_stems, lead_stems, body_stems, names)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const deleteText = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
  const deleteAll = db.prepare("INSERT INTO search (search) VALUES ('delete-all')")

  return {
    add(number: number, article: Article) {
      const { headline, lead, body } = searchableText(article)
      const texts = [headline, lead, body]
      const stems = texts.map((text) => stemsOf(text, article.language))
      const names = article.tags.filter(isNamed).map(({ id }) => id)
      insertText.run(number, ...texts, ...stems, names.join(' '))
    },
    remove: (number: number) => deleteText.run(number),
    clear: () => deleteAll.run(),
  }
}
