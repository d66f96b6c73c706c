/** The scripts that queries are grouped by, as the words of a query show it. */
const GROUPS = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['other', /./],
]

/** { q, found, relevant } with precision, recall and F1: what is found of nothing, or nothing of nothing, is all right. */
export function measure({ q, found, relevant }) {
  const right = [...found].filter((id) => relevant.has(id)).length
  const precision = found.size === 0 ? (relevant.size === 0 ? 1 : 0) : right / found.size
  const recall = relevant.size === 0 ? 1 : right / relevant.size
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  return { ...{ q, precision, recall, f1 }, found: [...found], relevant: [...relevant] }
}

/** Macro means: every query counts alike. */
export function table(measures) {
  const rows = [['all', /./], ...GROUPS].map(([name, script]) => {
    const others = GROUPS.slice(
      0,
      GROUPS.findIndex(([group]) => group === name),
    )
    const of = measures.filter(
      ({ q }) => script.test(q) && !(name !== 'all' && others.some(([, other]) => other.test(q))),
    )
    return of.length === 0 ? [] : [row(name, of)]
  })
  return [`${'queries'.padEnd(12)}  count  precision  recall      F1`, ...rows.flat()].join('\n')
}

function row(name, of) {
  const mean = (key) => (of.reduce((sum, one) => sum + one[key], 0) / of.length).toFixed(4)
  return `${name.padEnd(12)}${String(of.length).padStart(7)}${mean('precision').padStart(11)}${mean('recall').padStart(8)}${mean('f1').padStart(8)}`
}

/** The worst queries, with the captures that were missed and those that were wrong. */
export function worst(measures, count, nameOf) {
  const bad = measures.filter(({ f1 }) => f1 < 1).sort((one, other) => one.f1 - other.f1)
  return bad
    .slice(0, count)
    .map(({ q, f1, found, relevant }) => {
      const missed = relevant.filter((id) => !found.includes(id)).map(nameOf)
      const wrong = found.filter((id) => !relevant.includes(id)).map(nameOf)
      const parts = [
        missed.length > 0 && `missed ${missed.join(', ')}`,
        wrong.length > 0 && `wrong ${wrong.join(', ')}`,
      ]
      return `${f1.toFixed(2)}  ${q}: ${parts.filter(Boolean).join('; ')}`
    })
    .join('\n')
}
