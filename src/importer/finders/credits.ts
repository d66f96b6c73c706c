import { fold } from '../../language/fold.ts'
import { remember } from '../../language/remember.ts'
import { wordsOf } from '../../language/tokenise.ts'
import { wordCount } from '../form.ts'
import { AGENCY } from '../vocabulary.ts'
import {
  CREDIT_END,
  CREDIT_HOUSES,
  CREDIT_START,
  HOUSE_OPENING,
  HOUSE_SUFFIX,
  SOURCE_START,
} from '../vocabulary-credits.ts'

const LONGEST_CREDIT = 100
const MOST_WORDS = 10

/**
 * A caption and what stands behind it. `isSure` where words say that this is a credit, and not its form alone:
 * "(Jane Doe)". `isSigned` where it says more than the name of an agency, with which reports end too: "(AFP)".
 */
export type Credited = { caption: string; credit: string | null; isSure: boolean; isSigned: boolean }

/** Parts the names of one credit: "Niall Carson/PA Images via Getty Images". */
const PARTS = /\s?[/|,،;+•·]\s?|\svia\s/u
/** Parts a caption from its credit as often, so that it holds houses together only: "الأناضول-أرشيف". */
const DASH = /\s?[-–—]\s?/u

/** A text that names only who made a picture: "Getty Images", "Foto: Lena Strand", "Niall Carson/PA Images". */
export function isCredit(text: string): boolean {
  return text.length <= LONGEST_CREDIT && isShortCredit(text)
}

const isShortCredit = remember((text) => isLabelledCredit(text) || namesHouse(text))

/** A text that says by a word that it is a credit: "Foto: Lena Strand", "© Jane Doe", "潟沼義樹撮影". */
export function isLabelledCredit(text: string): boolean {
  return text.length <= LONGEST_CREDIT && hasCreditLabel(text)
}

const hasCreditLabel = remember((text) => {
  if (wordCount(text) > MOST_WORDS) return false
  const folded = fold(text)
  const label = CREDIT_START.exec(folded)?.[0] ?? ''
  // The point of "Fot. Lena Strand" ends no sentence.
  return isShort(folded.slice(label.length)) && (label !== '' || CREDIT_END.test(folded))
})

/** "Niall Carson/PA Images", "AP Photo/Jane Doe": one part at least is a known house, the others are names. */
function namesHouse(text: string): boolean {
  if (!isShort(text)) return false
  const parts = text.split(PARTS).filter((part) => /[\p{L}\p{N}]/u.test(part))
  return parts.some(isHouse) && parts.every((part) => isHouse(part) || isName(part))
}

/** "Lena Strand", not "said on Monday" and not a caption with a bracket. */
function isName(part: string): boolean {
  return wordCount(part) <= 4 && !/^\p{Ll}|[()]/u.test(part)
}

function isHouse(part: string): boolean {
  return isHouseName(part) || part.split(DASH).every(isHouseName)
}

function isHouseName(name: string): boolean {
  const words = wordsOf(fold(name))
  return CREDIT_HOUSES.has(words) || CREDIT_HOUSES.has(words.replace(HOUSE_SUFFIX, '')) || HOUSE_OPENING.test(words)
}

/** "Zdroj: TASR", which is a credit only behind a caption. */
function namesSource(text: string): boolean {
  return isShort(text) && SOURCE_START.test(fold(text)) && wordCount(text) <= 6
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_CREDIT && wordCount(text) <= MOST_WORDS && !/\p{L}{3}[.!?؟。]\s/u.test(text)
}

/** The credit without the word that introduces it: "Foto: Lena Strand" → "Lena Strand", "© AFP" → "AFP". */
export function withoutLabel(credit: string): string {
  const folded = fold(credit)
  const start = CREDIT_START.exec(folded) ?? SOURCE_START.exec(folded)
  if (start === null || folded.length !== credit.length) return credit
  const name = credit.slice(start[0].length).trim()
  const bare = /^\p{Ps}/u.test(credit) ? name.replace(/\p{Pe}$/u, '') : name
  return bare === '' ? credit : bare
}

/** What sets a credit off from its caption; for "a", any credit may follow, for "h", one that names a house or a label. */
const BRACKET = /\s*[([（［【](?<credit>[^()[\]（）［］【】]{2,100}(?:\([^()]{2,40}\))?)[)\]）］】][.。]?$/u
const MARK =
  /\s*(?:\s[|/–—ـ-]\s?|[|＝、]|(?<=[.!?؟。”"»])\s?|,\s(?!\p{Ll})|\s(?=\p{L}{2,20}\.?\s?[:：=©]|©|\([cC]\)|\p{L}{2,12}\s(?:by|von|de)\s|[\p{Script=Hangul}\d]{2,8}(?:\s제공)?$)|(?=©)|(?<=\p{Ll})(?=\p{Lu}\p{Ll}{2,12}(?:\s\p{Ll}{2,8})?\s?[:：=]\s?\p{L}))/gu

/** Without one of these no mark has a credit behind it: told of most paragraphs in a tenth of the time. */
const MAY_HOLD_MARK = /[|/–—ـ＝=:：©,-]|[.!?؟。”"»].|\([cC]\)|\s(?:by|von|de)\s|[\p{Script=Hangul}\d]$/u

/** Parts a caption from the credit at its end, if it has one. */
export const splitCredit = remember(
  (text): Credited => splitBracket(text) ?? splitMark(text) ?? splitMaker(text) ?? splitName(text) ?? unsplit(text),
)

function unsplit(caption: string): Credited {
  return { caption, credit: null, isSure: false, isSigned: false }
}

/** "قصف لمدفعية أذرية (الأناضول)", "移送される容疑者（山田花子撮影）". */
function splitBracket(text: string): Credited | null {
  const from = Math.max(0, text.length - LONGEST_CREDIT - 10)
  const match = BRACKET.exec(text.slice(from))
  const credit = match?.groups?.credit
  if (match === null || credit === undefined || from + match.index < 3 || wordCount(credit) > MOST_WORDS) return null
  const isSure = isCredit(credit)
  if (!isSure && wordCount(credit) > 6) return null
  return describe(text.slice(0, from + match.index), credit, isSure)
}

/** "A bridge at dawn © Jane Doe", "The ferry leaves. Photo: Lena Strand", "… في حلب - رويترز", "… der Erholung.Getty Images". */
function splitMark(text: string): Credited | null {
  const from = Math.max(2, text.length - LONGEST_CREDIT - 6)
  const end = text.slice(from)
  if (!MAY_HOLD_MARK.test(end)) return null
  for (const match of end.matchAll(MARK)) {
    const credit = text.slice(from + match.index + match[0].length)
    // "＝9月30日、潮見町、佐伯真由撮影": only the last part is the maker's.
    if (credit.length < 2 || /[、，].*\p{L}(?:撮影|提供|撮|摄|攝)$/u.test(credit)) continue
    const isWord = /^\s*$/u.test(match[0]) && !/[.!?؟。”"»]$/u.test(text.slice(0, from + match.index))
    if (isWord ? isLabelledCredit(credit) || isHouse(credit) : isCredit(credit) || namesSource(credit))
      return describe(text.slice(0, from + match.index), credit, true)
  }
  return null
}

/** What stands behind the end of a sentence and is all in names: "… at dusk. Cedar Bluff Parks Department", "…. JANE DOE / SOME AGENCY". */
const MAKER =
  /(?<=\p{L}{2}|\d)[.!?]["”»]?\s?(?<credit>\p{Lu}[\p{L}.'’-]{1,20}(?:\s?[/|,]\s?|\s(?:(?:of|for|the|and|de|du|des|von|der)\s){0,2})\p{Lu}[\p{L}.'’-]{0,20}(?:(?:\s?[/|,]\s?|\s(?:(?:of|for|the|and|de|du|des|von|der)\s){0,2})\p{Lu}[\p{L}.'’-]{0,20}){0,4})$/u

function splitMaker(text: string): Credited | null {
  const from = Math.max(0, text.length - LONGEST_CREDIT)
  const match = MAKER.exec(text.slice(from))
  const credit = match?.groups?.credit
  if (match === null || credit === undefined || /[.!?]$/u.test(credit)) return null
  const caption = text.slice(0, text.length - credit.length).trimEnd()
  return wordCount(caption) < 4 ? null : describe(caption, credit, credit.includes('/'))
}

/** "Razzia in einem Haus der Altstadt / Lena Strand": two to four names behind a slash. */
function splitName(text: string): Credited | null {
  const match = /\s(?<mark>[/|])\s(?<credit>\p{Lu}[\p{L}.'’-]{0,20}(?:\s\p{Lu}[\p{L}.'’-]{1,20}){1,3})$/u.exec(
    text.slice(-90),
  )
  if (match?.groups === undefined) return null
  const caption = text.slice(0, text.length - match[0].length)
  return wordCount(caption) < 5 ? null : describe(caption, match.groups.credit as string, match.groups.mark === '/')
}

function describe(caption: string, credit: string, isSure: boolean): Credited {
  const isSigned = isSure && !AGENCY.test(wordsOf(fold(credit)))
  return { caption: caption.replace(/[\s|/–—-]{1,9}$/u, ''), credit: withoutLabel(credit.trim()), isSure, isSigned }
}
