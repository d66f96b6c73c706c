import { groupBy } from '../helpers/group-by.mjs'

/** Means of the cases, one row a measure and one column a kind of capture, with how many there are. */
export function table(cases) {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].sort()
  const rows = [...groupBy(cases, ({ measure }) => measure)].map(([measure, row]) => {
    const cells = groupBy(row, ({ kind }) => kind)
    return measure.padEnd(26) + kinds.map((kind) => cell(cells.get(kind)).padStart(16)).join('')
  })
  return [`${'measure'.padEnd(26)}${kinds.map((kind) => kind.padStart(16)).join('')}`, ...rows].join('\n')
}

function cell(cases) {
  return cases === undefined ? '' : `${mean(cases).toFixed(3)} (${cases.length})`
}

/** The cases furthest from right, worst first: measure by measure. */
export function worst(cases, count) {
  const parts = [...groupBy(cases, ({ measure }) => measure)].map(([measure, all]) => {
    const wrong = all.filter(({ score }) => score < 1).sort((one, other) => one.score - other.score)
    const lines = wrong.slice(0, count).map((one) => `${one.score.toFixed(2)}  ${one.name}\n${saying(one)}`)
    return wrong.length === 0 || count === 0
      ? ''
      : `\n${measure}: ${wrong.length} of ${all.length} not right\n${lines.join('\n')}`
  })
  return parts.filter(Boolean).join('\n')
}

function saying({ found, expected }) {
  return `      found     ${short(found)}\n      expected  ${short(expected)}`
}

function short(value) {
  const text = value === null || value === undefined || value === '' ? '–' : String(value).replace(/\s+/gu, ' ')
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

/** What changed against an earlier run: the mean of each measure and kind, then the cases that got worse, then better. */
export function comparison(cases, earlier) {
  const before = new Map(earlier.map((one) => [keyOf(one), one]))
  const pairs = cases.map((now) => ({ now, was: before.get(keyOf(now)) })).filter(({ was }) => was !== undefined)
  const moved = pairs.filter(({ now, was }) => Math.abs(now.score - was.score) > 1e-9)
  const of = (isIt) => moved.filter(isIt).sort((one, other) => change(one) - change(other))
  const [losses, gains] = [of((pair) => change(pair) < 0), of((pair) => change(pair) > 0).reverse()]
  return [
    ...means(pairs),
    `\nworse: ${losses.length}`,
    ...losses.map(told),
    `\nbetter: ${gains.length}`,
    ...gains.map(told),
    `\nnot compared: ${cases.length - pairs.length} new, ${earlier.length - pairs.length} gone`,
  ].join('\n')
}

function means(pairs) {
  const groups = [...groupBy(pairs, ({ now }) => `${now.measure.padEnd(26)} ${now.kind.padEnd(14)}`)]
  return groups.flatMap(([label, group]) => {
    const [was, now] = [mean(group.map((pair) => pair.was)), mean(group.map((pair) => pair.now))]
    const difference = `${now < was ? '' : '+'}${(now - was).toFixed(3)}`
    return Math.abs(now - was) < 5e-4 ? [] : [`${label} ${was.toFixed(3)} → ${now.toFixed(3)} (${difference})`]
  })
}

function told({ now, was }) {
  const scores = `${was.score.toFixed(2)} → ${now.score.toFixed(2)}  ${now.measure}  ${now.name}`
  return `${scores}\n      before    ${short(was.found)}\n      now       ${short(now.found)}\n      expected  ${short(now.expected)}`
}

function change({ now, was }) {
  return now.score - was.score
}

function keyOf({ name, measure }) {
  return `${measure}\n${name}`
}

function mean(cases) {
  return cases.reduce((sum, { score }) => sum + score, 0) / cases.length
}
