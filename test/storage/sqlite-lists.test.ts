import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import t from 'tap'
import type { ArticleQuery } from '../../src/domain/store.ts'
import { foldedWords, tokenise } from '../../src/language/tokenise.ts'
import { createArticleStore } from '../../src/storage/sqlite/article-store.ts'
import { createPlanner, sourceOfCount, sourceOfPage } from '../../src/storage/sqlite/list-plan.ts'
import { countSql, pageSql, type Sql, searchSql } from '../../src/storage/sqlite/list-sql.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { INDEX_VERSION } from '../../src/storage/sqlite/text-index.ts'
import { MIGRATIONS, openArchive } from '../helpers/archive.ts'
import { makeDraft } from '../helpers/drafts.ts'
import { type Asked, EVERYTHING, faultsOf, listHeadlines, NOW, SEED, saveOne, toQuery } from './contract/parts.ts'

const SIZES: [id: string, articles: number][] = [
  ['country:many', 500_000],
  ['country:some', 10_000],
  ['country:few', 1_000],
  ['country:rare', 10],
]

/** Where a page and a count of a million articles start. */
const STARTS: [page: string, count: string, tags: ArticleQuery['tags'], sort: ArticleQuery['sort']][] = [
  ['all term', 'all term', [], '-published'],
  [' latest', 'all term', [], '-updated'],
  ['country:some term', 'country:some term', [[term('country:many')], [term('country:some')]], 'published'],
  [' latest', 'country:some term', [[term('country:some')]], '-updated'],
  ['country:few terms', 'country:few term', [[term('country:few')]], '-updated'],
  [
    'country:few|country:rare terms',
    'country:few|country:rare terms',
    [[term('country:few'), term('country:rare')]],
    'published',
  ],
  ['all term', 'country:few|country:some terms', [[term('country:few'), term('country:some')]], 'published'],
  ['all term', 'all term', [[term('country:few', true)]], 'published'],
]

t.test('every page of a list is read from an index, in its order', async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  for (const id of ['country:a', 'country:b', 'publisher:p']) addTerm(writer, id, 1_000_000)
  addTerm(writer, 'country:rare', 10)
  writer.exec(`UPDATE terms SET articles = 1000000 WHERE id = 'all'`)
  const filters: Asked[] = [
    {},
    { from: 0, before: 5 },
    { publisher: 'p' },
    { tags: [[term('country:a')]] },
    { tags: [[term('country:a')], [term('country:b'), term('country:c', true)]] },
    { tags: [[term('country:a', true)]] },
    { tags: [[term('country:rare'), term('country:rare')]] },
  ]
  for (const filter of filters) {
    for (const sort of ['-published', 'published', '-updated', 'relevance'] as const) {
      for (const back of [false, true]) {
        const query = toQuery({ ...filter, sort })
        const plan = createPlanner(writer)(query)
        const source = sourceOfPage(plan, 20)
        const steps = explain(writer, pageSql(plan, source, { part: 0, key: 1, id: 'a', back }, query))
        const name = `${JSON.stringify(filter)} ${sort} ${back}`
        t.notOk(
          steps.some((step) => /^SCAN (s|t|articles|article_terms|items)\b/.test(step)),
          `${name}: no table is read whole`,
        )
        if (source.from === 'term' || source.from === 'latest') {
          const sorted = steps.filter((step) => step.includes('TEMP B-TREE'))
          t.strictSame(sorted, [], `${name}: nothing is sorted`)
          t.ok(
            steps.some((step) => /\((newest|oldest|latest),id\)[<>]/.test(step)),
            `${name}: starts at the cursor`,
          )
        }
        const counted = explain(writer, countSql(plan, sourceOfCount(plan), query))
        t.notOk(
          counted.some((step) => /^SCAN (s|t|articles|article_terms)\b/.test(step)),
          `${name}: counted by index`,
        )
      }
    }
  }
})

t.test('a search looks its articles up by number, and only where a filter or the order needs them', async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  const stepsOf = (asked: Asked) => {
    const query = toQuery({ q: 'كلمة', ...asked })
    const plan = createPlanner(writer)(query)
    return explain(writer, searchSql(plan, plan.match as string, query))
  }
  t.match(stepsOf({ sort: 'relevance' }), [/^SCAN search VIRTUAL TABLE/])
  for (const asked of [{ from: 0 }, { tags: [[term('country:a')]] }, {}]) {
    for (const sort of ['relevance', '-published', 'published', '-updated'] as const) {
      if (sort === 'relevance' && Object.keys(asked).length === 0) continue
      const read = stepsOf({ ...asked, sort }).filter((step) => / (s|t|articles|article_terms)\b/.test(step))
      t.ok(read.length > 0)
      t.ok(
        read.every((step) => step.startsWith('SEARCH')),
        `${JSON.stringify(asked)} ${sort}`,
      )
    }
  }
})

t.test('few articles are gathered and sorted, many walked in order', async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  for (const [id, articles] of SIZES) addTerm(writer, id, articles)
  writer.exec("UPDATE terms SET articles = 1000000 WHERE id = 'all'")
  const findPlan = createPlanner(writer)
  for (const [page, count, tags, sort] of STARTS) {
    const plan = findPlan({ ...EVERYTHING, tags, sort })
    const name = `${JSON.stringify(tags)} ${sort}`
    for (const [expected, source] of [
      [page, sourceOfPage(plan, 20)],
      [count, sourceOfCount(plan)],
    ] as const) {
      t.equal(
        ['group' in source ? source.group.map(({ id }) => id).join('|') : '', source.from].join(' '),
        expected,
        name,
      )
    }
  }
})

t.test("the index's words are ours", async (t) => {
  const { writer } = await openSqlite(':memory:', MIGRATIONS)
  writer.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, 'row')")
  const insertText = writer.prepare("INSERT INTO search (rowid, headline, body) VALUES (1, '', ?)")
  const selectWords = writer.prepare('SELECT term FROM temp.words').pluck()
  const deleteAll = writer.prepare("INSERT INTO search (search) VALUES ('delete-all')")
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('قَرة', 'باغ', 'É', 'ﻻ', 'ـ', '\u200f', ' ', '-', '٣')).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      deleteAll.run()
      insertText.run(foldedWords(text))
      const ours = [...new Set(tokenise(text).map(({ folded }) => folded))]
      t.strictSame(new Set(selectWords.all()), new Set(ours), JSON.stringify(text))
    }),
    { seed: SEED, numRuns: 500 },
  )
})

t.test('an index that older rules folded is folded anew, one of newer rules refused', async (t) => {
  const file = join(t.testdir({}), 'archive.db')
  const connections = await openSqlite(file, MIGRATIONS)
  const store = createArticleStore(connections)
  await saveOne(store, makeDraft({ headline: 'هدنة' }))
  await store.withdrawArticle(await saveOne(store, makeDraft({ headline: 'هدنة 2' })), true, NOW)
  connections.writer.exec(
    `DELETE FROM search; INSERT INTO search (rowid, headline, body) VALUES (9, 'x', 'x'); UPDATE archive SET fold_version = 0`,
  )
  await store.close()
  const refolded = await openArchive(file)
  t.strictSame(await listHeadlines(refolded, { q: 'هدنه' }), ['هدنة'])
  t.strictSame(await faultsOf(refolded), [])
  await refolded.close()
  const newer = await openSqlite(file, MIGRATIONS)
  newer.writer.prepare('UPDATE archive SET fold_version = ?').run(INDEX_VERSION + 1)
  t.throws(() => createArticleStore(newer), { code: 'storage_unavailable', message: /newer Khabar/ })
  newer.reader.close()
  newer.writer.close()
})

function term(id: string, not = false) {
  return { id, not }
}

function addTerm(db: Database, id: string, articles: number): void {
  db.prepare('INSERT INTO terms (id, type, articles) VALUES (?, ?, ?)').run(id, id.split(':')[0], articles)
}

function explain(db: Database, { sql, values }: Sql): string[] {
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  return steps.map(({ detail }) => detail)
}
