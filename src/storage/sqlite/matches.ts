import type { Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'

export type SearchLimits = {
  /** Up to so many matches all are ranked: at a microsecond or two each, that takes twenty milliseconds. */
  rankAll: number
  /** Of more, only so many are: finding out which takes longer than to rank them. */
  ranked: number
  /**
   * Entries of the index that a search may look at: its words and their other forms, times the articles that hold each. A
   * million takes a fifth of a second, or two thirds of one where relevance is asked for: two seconds are never reached.
   */
  entries: number
}

export const SEARCH_LIMITS: SearchLimits = { rankAll: 20_000, ranked: 2000, entries: 2_500_000 }

/** What the text index finds, by an expression of `search-match.ts`. */
export function createMatches(db: Database, limits: SearchLimits) {
  const selectAll = db.prepare<[match: string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck()
  const countAll = db.prepare<[match: string], number>('SELECT count(*) FROM search WHERE search MATCH ?').pluck()
  const countUpTo = db
    .prepare<[match: string, most: number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)',
    )
    .pluck()

  return {
    /** Numbers of articles, ascending. */
    all: (match: string): number[] => selectAll.all(match),
    count: (match: string): number => countAll.get(match) as number,
    /** Those with a match in their headline; of what a search leaves out, only what the headline says counts here. */
    inHeadline: (match: string): number[] => selectAll.all(`{headline headline_stems} : (${match})`),
    /** How many there are; Infinity for more than `most`. */
    countFew(match: string, most: number): number {
      const count = countUpTo.get(match, most + 1) as number
      return count > most ? Number.POSITIVE_INFINITY : count
    },
    /**
     * Refuses what would take seconds, e.g. thirty of the commonest words in an archive of a million articles.
     * @param articles in the archive
     * @throws KhabarError 'too_broad'
     */
    refuseBroad(match: string, articles: number): void {
      // A word takes three characters with its quotation marks, most take more: nearly all searches end here.
      if ((match.length / 3) * articles <= limits.entries) return
      const words = wordsOf(match)
      if (words.length * articles <= limits.entries) return
      let left = limits.entries
      for (const word of words) left -= countUpTo.get(`"${word}"`, Math.max(left, 0) + 1) as number
      if (left >= 0) return
      throw new KhabarError(
        'too_broad',
        `The search has ${words.length} words and other forms of them, which stand in more than ${limits.entries} places of the index; use fewer or rarer ones.`,
      )
    },
  }
}

/** The words that the expression looks up, each once. */
function wordsOf(match: string): string[] {
  return [...new Set([...match.matchAll(/"([^"]*)"/g)].flatMap(([, words = '']) => words.split(' ')))]
}

export type Matches = ReturnType<typeof createMatches>
