/** Decimal digits of the scripts that folding leaves as they are: Devanagari, Bengali, Gujarati, Thai, full width and others. */
const DIGIT = /(?![0-9])\p{Nd}/gu
const FULL_WIDTH = /[：／．－]/g

/** The text with all decimal digits as ASCII, unit for unit; those beyond the basic plane stay. */
export function asciiDigits(text: string): string {
  if (!/[\u0660-\uffff]/u.test(text)) return text
  return text
    .replace(DIGIT, (digit) => (digit.length === 1 ? String(digitOf(digit.charCodeAt(0))) : digit))
    .replace(FULL_WIDTH, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}

/** A script's ten digits follow each other, and what stands before its nought is no digit. */
function digitOf(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value++
  return value
}
