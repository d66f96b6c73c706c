/**
 * Whether a UTF-16 unit by itself matches a pattern, which is asked of each only once: ten times faster than the pattern,
 * where the same few hundred letters come again and again.
 */
export function createUnitTest(pattern: RegExp): (unit: number) => boolean {
  const known = new Uint8Array(0x10000)
  return (unit) => {
    if (known[unit] === UNKNOWN) known[unit] = pattern.test(String.fromCharCode(unit)) ? YES : NO
    return known[unit] === YES
  }
}

/** Whether the character at a place of a text matches a pattern; likewise fast, but for those of two units. */
export function createCharacterTest(pattern: RegExp): (text: string, at: number) => boolean {
  const isMatch = createUnitTest(pattern)
  return (text, at) => {
    const unit = text.charCodeAt(at)
    return (unit & 0xfc00) === 0xd800 ? pattern.test(text.slice(at, at + 2)) : isMatch(unit)
  }
}

/** How many characters of a text match a pattern, without a list of them. */
export function createCharacterCount(pattern: RegExp): (text: string) => number {
  const isMatch = createCharacterTest(pattern)
  return (text) => {
    let count = 0
    for (let at = 0; at < text.length; at++) if (isMatch(text, at)) count++
    return count
  }
}

const UNKNOWN = 0
const NO = 1
const YES = 2
