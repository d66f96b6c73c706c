import { fold } from '../../language/fold.ts'
import { wordCount } from '../form.ts'
import type { Page } from '../page.ts'
import { NO_ARABIC_NAME, NO_NAME } from '../vocabulary-authors.ts'
import { PUBLISHED_LABEL, UPDATED_LABEL } from '../vocabulary-dates.ts'

/** Small words inside a name: "Ursula von der Leyen", "Luis de la Cruz". */
const PARTICLE =
  "(?:d[aeiou]s?|del|della|des|du|van|von|der|den|ten|ter|la|le|el|al|bin|bint|ibn|y|af|av|zu|zum|mac|d'|o')"
/** "Doe", "DOE", "McDonald", "O’Neill", "J.", "Smith-Jones"; letters of two words glued together are no name ("AfricaPREMIUM"). */
const CAPITALISED =
  "(?:\\p{Lu}\\p{Ll}{1,2}\\p{Lu}[\\p{Ll}\\p{M}]{2,15}|\\p{Lu}['’]?\\p{Lu}?(?:[\\p{Ll}\\p{Lo}\\p{M}'’.]{0,15}(?:-\\p{Lu}[\\p{Ll}\\p{M}.]{1,15})?)|[\\p{Lu}'’.-]{2,20})(?![\\p{L}\\p{M}])"
const CASED_NAME = new RegExp(
  `^(?:(?:Dr|Prof|Dipl|Mag)\\.\\s){0,2}${CAPITALISED}(?:\\s(?:${PARTICLE}\\s){0,2}${CAPITALISED}){1,3}$`,
  'u',
)
const ARABIC_TITLE = /^(?:د|أ|م|ا|الدكتور|الدكتورة|الأستاذ|المهندس)[.\s/]\s?/u
const ARABIC_NAME =
  /^\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200c]{1,14}(?:\s[\p{Script=Arabic}\p{M}\u200c]{2,14}){1,3}$/u
/** Scripts without capitals: two to four words of letters. */
const UNCASED_NAME =
  /^(?=[\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Georgian}\p{Script=Tamil}])[\p{L}\p{M}'’.-]{2,20}(?:\s[\p{L}\p{M}'’.-]{2,20}){1,3}$/u
const KOREAN_NAME =
  /^[\p{Script=Hangul}]{2,4}\s?(?:[\p{Script=Hangul}]{2,6}\s?)?(?:기자|특파원|논설위원|통신원|선임기자)$/u
const HAN_NAME = /^[\p{Script=Han}]{2,4}(?:\s?(?:記者|记者|特派員))?$/u

const HAN_REPORTER = /^(?:(?:記者|记者)\s?[\p{Script=Han}]{2,4}|[\p{Script=Han}]{2,4}\s?(?:記者|记者|特派員))$/u
const REPORTER = /^(?:記者|记者)\s?|\s?(?:선임기자|기자|특파원|논설위원|통신원|記者|记者|特派員)$/u

/** "김철수 기자" → "김철수": what somebody is called is not part of the name. */
export function withoutTitle(name: string): string {
  const bare = name.replace(REPORTER, '')
  return bare === '' ? name : bare
}

/** Whether a text reads as the name of one person, by its form; a place, a section of a paper or a button is none. */
export function isPersonName(page: Page, text: string): boolean {
  if (text.length > 45) return false
  if (CASED_NAME.test(text)) return isCasedName(page, fold(text))
  const bare = text.replace(ARABIC_TITLE, '')
  if (ARABIC_NAME.test(bare)) return isArabicName(page, bare)
  return KOREAN_NAME.test(text) || HAN_REPORTER.test(text) || isHanReporter(page, text)
}

/** Two to five characters alone may be anything, but not where the page says who took the picture: "佐伯真由撮影". */
function isHanReporter(page: Page, text: string): boolean {
  if (!/^\p{Script=Han}{2,5}$/u.test(text)) return false
  return page.lines.some((line) => line.text.includes(`${text}撮影`) || line.text.includes(`${text}記者`))
}

/** "Senior Correspondent" and "Giriş Tarihi" are written like names. */
function isCasedName(page: Page, folded: string): boolean {
  const isWord = NO_NAME.test(folded) || PUBLISHED_LABEL.test(folded) || UPDATED_LABEL.test(folded)
  return !isWord && !page.lexicon.isPlace(folded) && !folded.split(' ').every((word) => IS_ROLE.test(word))
}

const IS_ROLE =
  /^(?:staff|senior|chief|political|sports?|foreign|contributing|special|deputy|managing|guest|writer|reporter|correspondent|editor|columnist|journalist|author|producer|photographer|analyst|redakteur(?:in)?|korrespondent(?:in)?|redaktion|journaliste|correspondant|redactor|periodista|corresponsal|enviado|especial|giornalista|inviato|speciale|verslaggever|redacteur|reporter|toimittaja|muhabir|yazar)$/u

/** As above where a label has said that a name follows: one word, and scripts without capitals, will do too. */
export function isLabelledName(page: Page, text: string): boolean {
  if (isPersonName(page, text)) return true
  if (text.length > 45 || wordCount(text) > 5 || /\d{3}/.test(text)) return false
  if (UNCASED_NAME.test(text) || HAN_NAME.test(text)) return true
  return (
    /^\p{Lu}[\p{L}\p{M}\d'’.&-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}\d'’.&-]{0,24}){0,3}$/u.test(text) &&
    !NO_NAME.test(fold(text))
  )
}

function isArabicName(page: Page, text: string): boolean {
  const folded = fold(text)
  return (
    !PUBLISHED_LABEL.test(folded) &&
    !UPDATED_LABEL.test(folded) &&
    !NO_ARABIC_NAME.test(folded) &&
    // Folded, the word for "on" is the name علي.
    !/(?<!\p{L})على(?!\p{L})/u.test(text) &&
    !page.lexicon.isPlace(folded) &&
    folded.split(' ').every((word) => !page.lexicon.isPlace(word))
  )
}
