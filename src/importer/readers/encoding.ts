/** The Encoding Standard's name of the encoding that a label means, e.g. "cp1256" → "windows-1256"; null for no label. */
export function encodingOf(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/**
 * The bytes as text in an encoding; null where they cannot be that. A byte order mark is left out, and the last character
 * where it is cut and may be.
 */
export function decodeAs(encoding: string, bytes: Uint8Array, { isCut = false } = {}): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut })
    return encoding === 'windows-1252' ? withWindowsMarks(text) : text
  } catch {
    return null
  }
}

/** What windows-1252 has at 80–9F; five of these have no character. Node 20 decodes it as ISO 8859-1, which has none. */
const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (mark) => WINDOWS_MARKS[mark.charCodeAt(0) - 0x80] as string)
}

/** The encoding that a byte order mark says; null without one. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** How far an HTML page is searched for its encoding: browsers look at 1,024 bytes, real pages put it further down. */
const PRESCAN = 4096
const DECLARATIONS = [
  // <?xml version="1.0" encoding="windows-1256"?>
  /^\s{0,9}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']?([\w:-]{2,40})/iu,
  // <meta charset="windows-1256">, <meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
  /<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:-]{2,40})/iu,
]

/** The encoding that an HTML page names itself; null where it names none. A page that can be read so is not UTF-16. */
export function encodingInPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?-->/gu, '')
  const label = DECLARATIONS.map((form) => form.exec(head)?.[1] ?? null).find((found) => found !== null)
  const encoding = encodingOf(label ?? null)
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}
