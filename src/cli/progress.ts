import { stat } from 'node:fs/promises'
import { Presets, SingleBar } from 'cli-progress'
import type { Input } from './inputs.ts'

/** A bar on standard error, where that is a terminal and there is more than a moment's work; it goes by bytes of the files. */
export type Progress = {
  /** A capture was dealt with. */
  step(): void
  /** So many more bytes were read. */
  advance(bytes: number): void
  end(): void
}

const WORTH_SHOWING = { files: 20, bytes: 2 * 1024 * 1024 }
const ARTICLES_WORTH_SHOWING = 1000

/** How many files there are; and, where a bar may be shown, their bytes. */
export type Size = { files: number; bytes: number }

export function createProgress({ files, bytes }: Size): Progress {
  if (bytes === 0 || (files < WORTH_SHOWING.files && bytes < WORTH_SHOWING.bytes))
    return { step: () => {}, advance: () => {}, end: () => {} }
  const format = '{bar} {percentage}% | {captures} captures | {eta_formatted} left'
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  let captures = 0
  bar.start(bytes, 0, { captures })
  return {
    step: () => bar.update({ captures: ++captures }),
    advance: (count) => bar.increment(count),
    end: () => bar.stop(),
  }
}

/** The same for articles of the archive, whose number is known. */
export function createArticleProgress(total: number): Pick<Progress, 'advance' | 'end'> {
  if (!process.stderr.isTTY || total < ARTICLES_WORTH_SHOWING) return { advance: () => {}, end: () => {} }
  const format = '{bar} {percentage}% | {value} of {total} articles | {eta_formatted} left'
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  bar.start(total, 0)
  return { advance: (count) => bar.increment(count), end: () => bar.stop() }
}

/** Standard input, and what is not there any more, has no bytes that are known. */
export async function measureInputs(inputs: AsyncIterable<Input>): Promise<Size> {
  const size = { files: 0, bytes: 0 }
  for await (const { path } of inputs) {
    size.files++
    const found = process.stderr.isTTY ? await stat(path).catch(() => null) : null
    size.bytes += found?.isFile() ? found.size : 0
  }
  return size
}

/** The same for pages of a copy, whose number is known when it begins. */
export function createPageProgress(): { show(total: number, remaining: number): void; end(): void } {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} }
  const format = '{bar} {percentage}% | {eta_formatted} left'
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  bar.start(1, 0)
  return {
    show(total, remaining) {
      bar.setTotal(total)
      bar.update(total - remaining)
    },
    end: () => bar.stop(),
  }
}
