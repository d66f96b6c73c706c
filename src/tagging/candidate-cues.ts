import { withoutProclitics } from '../language/arabic.ts'
import { isCommonWord } from '../language/common-words.ts'
import { isGivenName } from '../language/given-names.ts'
import { foldedWords } from '../language/tokenise.ts'
import { isJoined, isLatin, type Span, wordAt, writtenText } from './joined.ts'
import type { TaggedText } from './text.ts'
import { isComplement, isTitle } from './titles.ts'

const setOf = (words: string) => new Set(foldedWords(words).split(' '))

const SPEECH = setOf(`
  قال قالت أضاف أضافت أكد أكدت أعلن أعلنت ذكر ذكرت أوضح أوضحت أشار أشارت صرح صرحت أفاد أفادت كشف كشفت شدد شددت حذر حذرت تابع تابعت لفت لفتت رأى رأت اعتبر اعتبرت نفى نفت
  said says added told warned stated explained argued announced
`)
/** Kinds of bodies; the first ones also before a name without quotation marks. */
const KINDS = setOf(`شركة منظمة حزب صحيفة مجلة جريدة وكالة بنك مصرف نادي قناة`)
const QUOTED_KINDS = setOf(
  `جمعية مؤسسة حركة نقابة إذاعة معهد مركز مجموعة جماعة كتيبة لواء ميليشيا مليشيا فصيل تنظيم موقع منصة`,
)
const ENGLISH_KINDS = setOf(`
  foundation association company corporation corp inc ltd plc group institute union party university society federation council movement committee agency brigade
`)
/** Words that a name goes on with whatever they mean elsewhere. */
const BEGINNINGS = new Set(['بن', 'بنت', 'ابو', 'ال', 'عبد', 'ولد', 'دي', 'فان', 'فون'])
const ENDINGS = new Set(['الدين', 'الله'])
const NO_NAMES = setOf(
  'ministry officials official authorities security council forces force defense defence foreign interior health monday tuesday wednesday thursday friday saturday sunday',
)
const LONGEST = 5
const REACH = 8

/** Whether a token is free to be part of an unknown name: not covered by a known one. */
export type IsFree = (token: number) => boolean

/** The tokens of a person's name behind a title that begins at a token; null without one. */
export function personBehindTitle(text: TaggedText, title: number, isFree: IsFree): Span | null {
  let token = title
  while (token < title + REACH && isJoined(text, token) && (token === title || isBetween(text, token, isFree))) {
    const span = isComplement(wordAt(text, token + 1)) ? null : nameAt(text, token + 1, isFree)
    if (span !== null) return isLatin(wordAt(text, span.first)) === isLatin(wordAt(text, title)) ? span : null
    token++
  }
  return null
}

/** A title, a complement of one or a known name, as in "رئيس الحكومة العراقية السابق". */
function isBetween(text: TaggedText, token: number, isFree: IsFree): boolean {
  const word = wordAt(text, token)
  return isTitle(word) || isComplement(word) || (!isFree(token) && !isGivenName(word)) || ADJECTIVE.test(word)
}
const ADJECTIVE = /^ال\p{L}{2,}(?:ي|يه)$/u

export function isSpeech(word: string): boolean {
  return SPEECH.has(word) || withoutProclitics(word).some((reading) => SPEECH.has(reading))
}

/** A name of two words or more that begins at a token; in Arabic with a given name. */
export function nameAt(text: TaggedText, first: number, isFree: IsFree): Span | null {
  const word = wordAt(text, first)
  if (!isFree(first)) return null
  if (isLatin(word)) return englishNameAt(text, first, isFree)
  if (!isGivenAt(text, first) && word !== 'عبد' && word !== 'ابو') return null
  let last = first
  while (last < first + LONGEST - 1 && isJoined(text, last) && isFree(last + 1) && goesOn(text, first, last + 1)) last++
  while (last > first && BEGINNINGS.has(wordAt(text, last))) last--
  return last > first ? { text, first, last } : null
}

/** "على" is a preposition, and folds as Ali does. */
function isGivenAt(text: TaggedText, token: number): boolean {
  const word = wordAt(text, token)
  return isGivenName(word) && !(word === 'علي' && writtenText({ text, first: token, last: token }).endsWith('ى'))
}

function goesOn(text: TaggedText, first: number, token: number): boolean {
  const word = wordAt(text, token)
  if (BEGINNINGS.has(word) || ENDINGS.has(word)) return true
  if (isTitle(word) || isComplement(word)) return false
  if (isGivenAt(text, token)) return true
  if (word.length < 3 || isCommonWord(word) || isGivenName(word) || isSpeech(word)) return false
  // "محمد زيدان المحترف" is a participle; المالكي is a surname.
  if (BEGINNINGS.has(wordAt(text, token - 1))) return true
  if (word.startsWith('ال')) return word.length > 4 && (word.endsWith('ي') || !word.startsWith('الم'))
  // A word of letters that no clitic begins with, right behind the given name: "هانز أوليش".
  return token === first + 1 && isForeign(word)
}

/** A word that looks like no Arabic noun, verb or adjective with its particles. */
function isForeign(word: string): boolean {
  if (word.length < 4 || isCommonWord(word) || isTitle(word) || isComplement(word) || isSpeech(word)) return false
  return /^\p{Script=Arabic}+$/u.test(word) && !/^(?:ال|[وفبلكيتنسم])|(?:ه|ها|هم|ات|ين|ون|وا)$/u.test(word)
}

function englishNameAt(text: TaggedText, first: number, isFree: IsFree): Span | null {
  let last = first - 1
  while (last < first + 3 && isFree(last + 1) && (last < first || isSpaced(text, last)) && isNameWord(text, last + 1))
    last++
  return last > first ? { text, first, last } : null
}

function isNameWord(text: TaggedText, token: number): boolean {
  const word = wordAt(text, token)
  return (
    /^\p{Lu}\p{Ll}/u.test(writtenText({ text, first: token, last: token })) &&
    !isCommonWord(word) &&
    !isTitle(word) &&
    !NO_NAMES.has(word)
  )
}

function isSpaced(text: TaggedText, token: number): boolean {
  return text.tokens[token + 1]?.start === (text.tokens[token]?.end as number) + 1 && isJoined(text, token)
}

/** A body by its kind: "شركة نوكيا", "جمعية «بيت الكلمات»", "Harbour Workers Union". */
export function bodyAt(text: TaggedText, first: number, isFree: IsFree): Span | null {
  const word = wordAt(text, first)
  if (!isFree(first)) return null
  if (isLatin(word)) return englishBodyAt(text, first, isFree)
  // "لتنظيم عروض" is no organisation: only و and ب before it.
  const kind = [word, ...withoutProclitics(word)].find((one) => KINDS.has(one) || QUOTED_KINDS.has(one))
  if (kind === undefined || /[لفك]/.test(word.slice(0, word.length - kind.length))) return null
  if (!isFree(first + 1) || !isJoined(text, first)) return null
  const gap = text.text.slice(text.tokens[first]?.end, text.tokens[first + 1]?.start)
  if (/["“«]\s?$/u.test(gap)) return quoted(text, first + 1, isFree)
  const next = wordAt(text, first + 1)
  if (!KINDS.has(kind) || !isForeign(next) || isGivenName(next) || /[يا]$/.test(next)) return null
  return { text, first: first + 1, last: first + 1 }
}

function quoted(text: TaggedText, first: number, isFree: IsFree): Span | null {
  for (let last = first; last < first + 4 && isFree(last); last++) {
    const end = text.tokens[last]?.end as number
    if (/^\s?["”»]/u.test(text.text.slice(end, end + 2))) return { text, first, last }
    if (!isJoined(text, last)) return null
  }
  return null
}

function englishBodyAt(text: TaggedText, first: number, isFree: IsFree): Span | null {
  let last = first - 1
  while (last < first + 4 && isFree(last + 1) && (last < first || isSpaced(text, last))) {
    const isCapital = /^\p{Lu}/u.test(writtenText({ text, first: last + 1, last: last + 1 }))
    if (!isCapital || (last < first && !isNameWord(text, first))) break
    last++
    if (last > first && ENGLISH_KINDS.has(wordAt(text, last))) return { text, first, last }
  }
  return null
}
