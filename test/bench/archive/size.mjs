/** [{ name, bytes }] for each table and index of the database, the largest first, by SQLite's own dbstat. */
export function sizeOfParts(db) {
  return db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC').all()
}

/** Bytes an article by part; parts under a hundredth of the whole are one line. */
export function sizeTable(parts, articles) {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const large = parts.filter(({ bytes }) => bytes >= total / 100)
  const rest = total - large.reduce((sum, { bytes }) => sum + bytes, 0)
  const row = ({ name, bytes }) =>
    `  ${name.padEnd(30)}${Math.round(bytes / articles)
      .toString()
      .padStart(7)}${((bytes / total) * 100).toFixed(1).padStart(7)} %`
  const rows = [...large, { name: 'all others', bytes: rest }, { name: 'database', bytes: total }].map(row)
  return [`bytes an article, and share of the database of ${(total / 1e6).toFixed(1)} MB:`, ...rows].join('\n')
}
