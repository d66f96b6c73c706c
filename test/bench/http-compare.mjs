/** Loads two servers in turn and tells how the one does against the other. */
import { cpuOf } from './http-servers.mjs'

const CONNECTIONS = 50
/** Short, so that what else the machine does meets both alike. */
const SLICE_SECONDS = 0.5

/** @returns a function that prints a row, and answers microseconds of CPU a request; null for a row that is not asked for */
export function createComparison({ bare, load, rounds, only }) {
  return async (name, khabar, paths, { conditional = false, encoding, against = bare } = {}) => {
    if (!name.includes(only)) return null
    const etags = await bare.copy(khabar.origin, paths, encoding)
    const headers = (at) =>
      (encoding === undefined ? '' : `accept-encoding: ${encoding}\r\n`) +
      (conditional ? `if-none-match: ${etags[at]}\r\n` : '')
    const requests = paths.map((path, at) => ({ path, headers: headers(at) }))
    const job = { requests, status: conditional ? 304 : 200, connections: CONNECTIONS }
    const slices = [khabar, against].map(() => [])
    for (const server of [khabar, against]) await runSlice(server, load, { ...job, seconds: 2 })
    for (let round = 0; round < rounds; round++) {
      slices[0].push(await runSlice(khabar, load, { ...job, seconds: SLICE_SECONDS }))
      slices[1].push(await runSlice(against, load, { ...job, seconds: SLICE_SECONDS }))
    }
    const [ours, theirs] = slices.map(sumUp)
    tell(name, ours, theirs, against === bare ? 'bare Node' : 'the same without')
    return ours.cpu
  }
}

async function runSlice({ child, origin }, load, job) {
  const before = cpuOf(child)
  const result = await load.run({ ...job, origin })
  return { ...result, cpu: cpuOf(child) - before }
}

/** Requests a second, the median of the slices' 99th percentiles in milliseconds, microseconds of the server's CPU a request. */
function sumUp(slices) {
  const sum = (key) => slices.reduce((total, slice) => total + slice[key], 0)
  return {
    rate: sum('count') / sum('seconds'),
    p99: median(slices.map(({ p99 }) => p99)),
    cpu: (sum('cpu') / sum('count')) * 1e6,
    loadCpu: sum('loadCpu') / sum('seconds'),
  }
}

function tell(name, ours, theirs, what) {
  const both = (key, digits) => [ours, theirs].map((side) => side[key].toFixed(digits)).join(' : ')
  console.log(
    [
      `${name.padEnd(34)} ${(ours.rate / theirs.rate).toFixed(2)} of ${what}, by CPU ${(theirs.cpu / ours.cpu).toFixed(2)}`,
      `${both('rate', 0)} requests/s, p99 ${both('p99', 1)} ms, ${both('cpu', 0)} µs CPU a request`,
    ].join('; '),
  )
  const busiest = Math.max(ours.loadCpu, theirs.loadCpu)
  if (busiest > 0.95) console.log(`  the load took ${busiest.toFixed(2)} of its core: it was measured, not the server`)
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
}
