import type { Database } from 'better-sqlite3'
import { type ArticleKeys, articleId } from '../../domain/identity.ts'
import type { Draft } from '../../domain/store.ts'

/** The row of an article, as far as saving needs it. */
export type ArticleRow = {
  number: number
  id: string
  urlKey: string | null
  titleKey: string | null
  revision: number
  withdrawn: 0 | 1
  purged: 0 | 1
}

const COLUMNS = 'number, id, url_key AS urlKey, title_key AS titleKey, revision, withdrawn, purged'

/** An id's hexadecimal digits can be as many as a key has. */
const MOST_DIGITS = 64

/** Knows which article a capture belongs to. Withdrawn articles keep their place. */
export function createIdentify(db: Database) {
  const selectById = db.prepare<[string], ArticleRow>(`SELECT ${COLUMNS} FROM articles WHERE id = ?`)
  const selectByUrl = db.prepare<[string], ArticleRow>(`SELECT ${COLUMNS} FROM articles WHERE url_key = ?`)
  const selectByHeadline = db.prepare<[string], ArticleRow>(`
    SELECT ${COLUMNS} FROM articles WHERE headline_key = ? ORDER BY url_key IS NOT NULL, id LIMIT 1
  `)

  function byKeys({ url, headline }: ArticleKeys): ArticleRow | undefined {
    if (url === null) return selectByHeadline.get(headline)
    return selectByUrl.get(url) ?? withoutUrl(selectByHeadline.get(headline))
  }

  /** An article that nobody has used yet takes as many digits as tell it from those that look alike. */
  function freeId({ article, keys }: Draft): string {
    for (let digits = 8; digits <= MOST_DIGITS; digits++) {
      const id = articleId(article.published, keys, digits)
      if (selectById.get(id) === undefined) return id
    }
    throw new Error(`Every id for the key ${keys.url ?? keys.headline} is taken`)
  }

  return { byKeys, byId: (id: string) => selectById.get(id), freeId }
}

/** An article with a URL of its own is not the one that came from another URL, even under the same headline. */
function withoutUrl(row: ArticleRow | undefined): ArticleRow | undefined {
  return row?.urlKey === null ? row : undefined
}
