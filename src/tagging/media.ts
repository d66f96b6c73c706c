import { withoutProclitics } from '../language/arabic.ts'
import { foldedWords } from '../language/tokenise.ts'
import { type Span, wordAt } from './joined.ts'

const setOf = (words: string) => new Set(foldedWords(words).split(' '))

/** Words that the names of agencies, papers and stations have. */
const MEDIA = setOf(`
  أنباء الأنباء الصحافة أخبار الأخبار صحيفة جريدة مجلة قناة شبكة إذاعة الإذاعة تلفزيون التلفزيون راديو
  press news broadcasting broadcaster television tv radio times daily post newspaper today
`)

/** An agency or a paper that is called by its country is a source that does not speak of it: "وكالة الأنباء الفرنسية". */
export function isOfMedia({ text, first, last }: Span): boolean {
  for (let token = first; token <= last; token++) {
    const word = wordAt(text, token)
    if (MEDIA.has(word) || withoutProclitics(word).some((reading) => MEDIA.has(reading))) return true
  }
  return false
}
