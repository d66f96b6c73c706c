/**
 * Reads JSON as it is found in pages: with comments around it, raw line ends in its strings, trailing commas, wrong
 * escapes, or its quotes as entities. null where it still cannot be read.
 */
export function parseTolerant(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/, '')
    .replace(/(?:\/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*;?\s*$/, '')
  const attempts = [() => text, () => mend(bare), () => mend(bare.replace(/&quot;/g, '"').replace(/&amp;/g, '&'))]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt())
    } catch {}
  }
  return null
}

/** The same JSON with control characters in strings escaped, commas before a bracket and wrong escapes left out. */
function mend(text: string): string {
  let mended = ''
  let inString = false
  let kept = 0
  const put = (until: number, instead: string, next: number) => {
    mended += text.slice(kept, until) + instead
    kept = next
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (inString && char === '\\') {
      if (!/["\\/bfnrtu]/.test(text[at + 1] ?? '')) put(at, '', at + 1)
      else at++
    } else if (char === '"') inString = !inString
    else if (inString && char < ' ') put(at, ' ', at + 1)
    else if (!inString && char === ',' && /^\s*[\]},]/.test(text.slice(at + 1, at + 200))) put(at, '', at + 1)
  }
  return mended + text.slice(kept).replace(/[;\s]+$/, '')
}
