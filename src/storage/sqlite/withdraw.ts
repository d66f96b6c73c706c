import type { Database } from 'better-sqlite3'
import { KhabarError } from '../../domain/error.ts'
import type { WithdrawalOptions, WithdrawalOutcome } from '../../domain/store.ts'
import type { ArticleRow } from './identify.ts'
import { createPurge } from './purge.ts'

/** Puts an article into all lists or takes it out of them, and settles the links that lead to it. */
type Show = (row: ArticleRow, shown: boolean, now: Date) => void

/** Withdraws articles and brings them back; each function expects to run inside a transaction. */
export function createWithdrawing(db: Database, find: (id: string) => ArticleRow | undefined, show: Show) {
  const { purge, forget } = createPurge(db)
  const setWithdrawn = db.prepare<[at: string, reason: string | null, number: number]>(`
    UPDATE articles SET withdrawn = 1, withdrawn_at = coalesce(withdrawn_at, ?),
      withdrawn_reason = coalesce(?, withdrawn_reason)
    WHERE number = ?
  `)
  const setLive = db.prepare<[number: number]>(
    'UPDATE articles SET withdrawn = 0, withdrawn_at = NULL, withdrawn_reason = NULL WHERE number = ?',
  )

  function findRow(id: string): ArticleRow {
    const row = find(id)
    if (row === undefined) throw new KhabarError('not_found', `No article "${id}"`)
    return row
  }

  return {
    /** The first time stays; a further reason takes the place of the one before. */
    withdraw(id: string, now: Date, { reason = null, purge: isPurge = false }: WithdrawalOptions): WithdrawalOutcome {
      const row = findRow(id)
      setWithdrawn.run(now.toISOString(), reason, row.number)
      if (!row.withdrawn) show(row, false, now)
      if (!isPurge || row.purged) return row.withdrawn && reason === null ? 'unchanged' : 'withdrawn'
      purge(row.number)
      return 'purged'
    },
    /** A purged article has nothing to show: it is forgotten, and its captures may come again. */
    restore(id: string, now: Date): WithdrawalOutcome {
      const row = findRow(id)
      if (!row.withdrawn) return 'unchanged'
      if (row.purged) {
        forget(row.number)
        return 'forgotten'
      }
      setLive.run(row.number)
      show(row, true, now)
      return 'restored'
    },
  }
}
