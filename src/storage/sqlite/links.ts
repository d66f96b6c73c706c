import type { Database } from 'better-sqlite3'
import type { LinkKeys } from '../../domain/identity.ts'

/**
 * What a link resolves to, a function of what is in the archive and not of the order in which it came: the live article
 * with the link's URL, else the only live one with its title. A link of an article to itself resolves to nothing.
 */
export const TARGET = `
  nullif(coalesce(
    (SELECT number FROM articles WHERE url_key = links.url_key AND withdrawn = 0),
    (SELECT iif(count(*) = 1, max(number), NULL) FROM (
      SELECT number FROM articles WHERE title_key = links.title_key AND withdrawn = 0 LIMIT 2
    ))
  ), article)`

export function createLinks(db: Database) {
  const deleteLinks = db.prepare<[article: number]>('DELETE FROM links WHERE article = ?')
  const insertLink = db.prepare<[article: number, number: number, url: string | null, title: string]>(
    'INSERT INTO links (article, number, url_key, title_key) VALUES (?, ?, ?, ?)',
  )
  const resolveOwn = db.prepare<[article: number]>(`UPDATE links SET target = ${TARGET} WHERE article = ?`)
  const resolve = (key: 'url_key' | 'title_key') =>
    db
      .prepare<[string], number>(
        `UPDATE links SET target = ${TARGET} WHERE ${key} = ? AND target IS NOT ${TARGET} RETURNING article`,
      )
      .pluck()
  const resolveByUrl = resolve('url_key')
  const resolveByTitle = resolve('title_key')
  const countTitle = db
    .prepare<[string], number>(`
      SELECT count(*) FROM (SELECT 1 FROM articles WHERE title_key = ? AND withdrawn = 0 LIMIT 3)
    `)
    .pluck()
  const selectTargets = db
    .prepare<[article: number], [number, string]>(`
      SELECT links.number, articles.id FROM links JOIN articles ON articles.number = target WHERE article = ?
    `)
    .raw()

  return {
    replace(article: number, links: readonly LinkKeys[]) {
      deleteLinks.run(article)
      for (const link of links) insertLink.run(article, link.number, link.url, link.title)
      resolveOwn.run(article)
    },
    /**
     * To be called after one article with these keys came, went or changed them.
     * @returns the articles with links that now resolve to something else, some of them more than once
     */
    settle(url: string | null, title: string | null): number[] {
      const byUrl = url === null ? [] : resolveByUrl.all(url)
      // With three articles of one title there were at least two before: links to it resolved to none, and still do.
      const byTitle = title === null || countTitle.get(title) === 3 ? [] : resolveByTitle.all(title)
      return [...byUrl, ...byTitle]
    },
    /** Ids of the linked articles by number of the link. */
    targets: (article: number) => new Map(selectTargets.all(article)),
  }
}
export type Links = ReturnType<typeof createLinks>
