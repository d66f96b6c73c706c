const NAMED: Record<string, string> = {
  ...{ quot: '"', amp: '&', apos: "'", lt: '<', gt: '>', nbsp: ' ', laquo: '«', raquo: '»', hellip: '…' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', bdquo: '„', ndash: '–', mdash: '—' },
}

/** Decodes the entities of metadata that were encoded twice: "&quot;" is left when the page's own are decoded. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[(name as string).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
