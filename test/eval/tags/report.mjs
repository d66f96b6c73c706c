/**
 * A measure: { name, right, predicted, found, gold, errors }. Precision is right / predicted, recall found / gold; an
 * error is { kind: 'wrong' | 'missed', text, where }.
 */
export function table(measures) {
  const rows = measures.map(({ name, right, predicted, found, gold }) => {
    const [precision, recall] = [share(right, predicted), share(found, gold)]
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : Number.NaN
    const counts = [`${right}/${predicted}`, `${found}/${gold}`].map((text) => text.padStart(14))
    return name.padEnd(36) + [precision, recall, f1].map((value) => cell(value).padStart(11)).join('') + counts.join('')
  })
  const head = `${'measure'.padEnd(36)}${['precision', 'recall', 'F1'].map((text) => text.padStart(11)).join('')}`
  return [`${head}${'right/predicted'.padStart(16)}${'found/gold'.padStart(12)}`, ...rows].join('\n')
}

function share(part, all) {
  return all === 0 ? Number.NaN : part / all
}

function cell(value) {
  return Number.isNaN(value) ? '–' : value.toFixed(4)
}

/** The errors of each measure, gathered by their text, most frequent first. */
export function errors(measures, count) {
  if (count === 0) return ''
  return measures
    .flatMap(({ name, errors: all }) => ['wrong', 'missed'].map((kind) => listed(name, kind, all, count)))
    .join('')
}

function listed(name, kind, all, count) {
  const of = all.filter((error) => error.kind === kind)
  if (of.length === 0) return ''
  const groups = grouped(of)
  const most = [...groups].sort(([, one], [, other]) => other.length - one.length).slice(0, count)
  const lines = most.map(([text, cases]) => `${String(cases.length).padStart(6)}  ${text}    ${cases[0].where}`)
  return `\n${name}, ${kind}: ${of.length}\n${lines.join('\n')}\n`
}

function grouped(cases) {
  const groups = new Map()
  for (const one of cases) groups.set(one.text, [...(groups.get(one.text) ?? []), one])
  return groups
}
