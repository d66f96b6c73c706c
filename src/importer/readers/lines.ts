/** CRLF, LF, CR, vertical tab, form feed, next line, line and paragraph separator. */
export const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** The line that begins or goes on behind a text, from 1. */
export function lineAfter(text: string): number {
  return text.split(LINE_END).length
}
