import { type Span, wordAt } from './joined.ts'
import type { BareBody, Match } from './match.ts'

/** "بالفرنسية", "بالفرنسية والإنجليزية" and "اللغة الإنجليزية" are languages. */
export function isLanguage(match: Match | BareBody | undefined, word: string, reading: string): boolean {
  if (match === undefined || !('name' in match) || match.name.evidence !== 'demonym') return false
  const before = wordAt(match.text, match.first - 1)
  return (
    /^[وفب]?(?:ال|لل)?لغ(?:ه|ات|تين|تان)$/u.test(before) ||
    (/^[وف]?بال/.test(word) && word.endsWith(`ب${reading}`) && reading.endsWith('يه')) ||
    (LANGUAGE.test(word) && isAmongLanguages(match))
  )
}
const LANGUAGE = /^و?ال.{2,}يه$/
const AND_LANGUAGE = /^وال.{2,}يه$/
const TRANSLATES = /^[وف]?(?:ال)?[يتنم]?ترجم/

/** "بالفرنسية والإنجليزية", "ترجمت إلى الإنجليزية والفرنسية والصينية": behind the first, or behind what one translates. */
function isAmongLanguages({ text, first }: Span): boolean {
  let token = first
  while (AND_LANGUAGE.test(wordAt(text, token)) && LANGUAGE.test(wordAt(text, token - 1))) token--
  const before = wordAt(text, token - 1)
  if (/^[وف]?بال.{2,}يه$/.test(before)) return AND_LANGUAGE.test(wordAt(text, token))
  const isTarget = before === 'الي' || before === 'من' || before === 'عن'
  return isTarget && [2, 3, 4, 5].some((back) => TRANSLATES.test(wordAt(text, token - back)))
}
