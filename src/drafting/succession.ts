import type { Drafter } from './drafter.ts'

type Shift = { drafter: Drafter; inHand: number }

/** Drafters one after another: a capture goes to the newest, and one that was followed is closed once it has none in hand. */
export type Succession = Drafter & { follow(next: Drafter): void }

export function createSuccession(first: Drafter): Succession {
  let current: Shift = { drafter: first, inHand: 0 }
  const leaving = new Set<Shift>()

  async function leave(shift: Shift): Promise<void> {
    leaving.delete(shift)
    await shift.drafter.close()
  }
  return {
    async draft(capture) {
      const shift = current
      shift.inHand++
      const result = await shift.drafter.draft(capture)
      shift.inHand--
      if (shift.inHand === 0 && leaving.has(shift)) leave(shift)
      return result
    },
    follow(next) {
      const before = current
      current = { drafter: next, inHand: 0 }
      leaving.add(before)
      if (before.inHand === 0) leave(before)
    },
    async close() {
      await Promise.all([current, ...leaving].map(leave))
    },
  }
}
