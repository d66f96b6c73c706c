/** Text in an encoding of before Unicode, by turning its decoder round. @throws Error for a character that it has not */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding)
  return new Uint8Array(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      const bytes = code < 0x80 ? [code] : table.get(char)
      if (bytes === undefined) throw new Error(`${encoding} has no "${char}"`)
      return bytes
    }),
  )
}

/** Little-endian unless said otherwise, without a byte order mark. */
export function encodeUtf16(text: string, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

export function joinBytes(...parts: (Uint8Array | number[] | string)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))))
}

function tableOf(encoding: string): Map<string, number[]> {
  const table = new Map<string, number[]>()
  const add = (...bytes: number[]) => {
    const [char, more] = read(encoding, bytes)
    if (char !== undefined && more === undefined && !table.has(char)) table.set(char, bytes)
  }
  for (let first = 0x80; first <= 0xff; first++) add(first)
  if (/^(?:gbk|big5|shift_jis|euc)/.test(encoding)) {
    for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add(first, second)
  }
  return table
}

function read(encoding: string, bytes: number[]): string[] {
  try {
    return [...new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes))]
  } catch {
    return []
  }
}
