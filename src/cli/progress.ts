import { Presets, SingleBar } from 'cli-progress'

/** A bar on standard error while captures are imported, where that is a terminal and there is more than a moment's work. */
export type Progress = { step(): void; end(): void }

const WORTH_SHOWING = 20

export function createProgress(total: number): Progress {
  if (!process.stderr.isTTY || total < WORTH_SHOWING) return { step: () => {}, end: () => {} }
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value} of {total} captures | {eta_formatted} left',
      hideCursor: true,
      etaBuffer: 500,
    },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { step: () => bar.increment(), end: () => bar.stop() }
}
