import { openExistingStore } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { WithdrawalOutcome } from '../domain/store.ts'

export type WithdrawOptions = { undo?: boolean; reason?: string; purge?: boolean }
type Environment = Record<string, string | undefined>

const TOLD = {
  withdrawn: 'is withdrawn',
  purged: 'is withdrawn and purged: its captures and its text are gone',
  restored: 'is back',
  forgotten: 'is forgotten: its captures can be imported again',
  unchanged: 'is as it was',
} satisfies Record<WithdrawalOutcome, string>

export async function runWithdraw(
  ids: string[],
  { undo = false, reason, purge = false }: WithdrawOptions,
  env: Environment,
): Promise<number> {
  const store = await openExistingStore(readConfig(env).db)
  try {
    for (const id of ids) {
      const outcome = await store.withdrawArticle(id, !undo, new Date(), { reason: reason ?? null, purge })
      process.stderr.write(`${id} ${TOLD[outcome]}.\n`)
    }
    return 0
  } finally {
    await store.close()
  }
}
