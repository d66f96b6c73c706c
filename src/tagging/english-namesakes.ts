import { isCommonWord } from '../language/common-words.ts'
import { isJoined, isLatin, wordAt } from './joined.ts'
import type { Match } from './match.ts'
import type { TaggedText } from './text.ts'
import { isComplement, isTitle } from './titles.ts'

/** States of America, before which a name is that of a town: "Lebanon, Ohio", "Paris, Texas". */
const STATE_BEHIND =
  /^,\s(?:Ala(?:bama|ska)|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\b/
/** Given names of people whose surname is a country's name. */
const GIVEN_NAMES = new Set(
  'alexis barbara chris david deandre hamilton jeff jim joe john kevin louis mark michael mike montell neil paul peter robert stephen thomas tom vernon'.split(
    ' ',
  ),
)
/** Countries that are given names: "Chad Smith", "Georgia Miller". */
const GIVEN_TOO = new Set(['chad', 'georgia', 'jordan'])
/** Behind these a word is a place, whoever is called by it elsewhere. */
const PLACING = new Set('in from to of near between across neighbouring neighboring'.split(' '))

/**
 * Takes out what looks like the English name of a country or a capital and is something else: a town ("Lebanon, Ohio"),
 * a person ("Michael Jordan", and "Jordan" in the article that names him), a bird or a tea set, which an article writes
 * small as well ("Turkey prices rose as a frozen turkey …").
 */
export function withoutEnglishNamesakes<T extends Pick<Match, 'text' | 'first' | 'last'>>(
  found: readonly T[],
  texts: readonly TaggedText[],
): T[] {
  const doubtful = found.filter((match) => 'name' in match && mayBeNamesake(match as unknown as Match))
  if (doubtful.length === 0) return found as T[]
  const people = surnamesIn(texts, new Set(doubtful.map(wordOf)))
  const isOther = (match: T) =>
    doubtful.includes(match) &&
    (isTown(match) ||
      (isGivenName(match) && !beginsLonger(match, found)) ||
      (people.has(wordOf(match)) && !PLACING.has(wordAt(match.text, match.first - 1))) ||
      (beginsSentence(match) && isCommonNoun(wordOf(match), texts)))
  return found.filter((match) => !isOther(match))
}

type Found = Pick<Match, 'text' | 'first' | 'last'>

function mayBeNamesake({ name: { entry, evidence }, text, first, last }: Match): boolean {
  const isPlace = entry.id.startsWith('country:') || entry.id.startsWith('place:')
  return isPlace && evidence === 'name' && first === last && isLatin(wordAt(text, first))
}

function wordOf({ text, first }: Found): string {
  return wordAt(text, first)
}

function isTown({ text, last }: Found): boolean {
  const end = text.tokens[last]?.end as number
  return STATE_BEHIND.test(text.text.slice(end, end + 20))
}

/** Which of these words are somebody's surname: "Michael Jordan". */
function surnamesIn(texts: readonly TaggedText[], words: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (let token = 1; token < text.tokens.length; token++) {
      const word = wordAt(text, token)
      if (words.has(word) && GIVEN_NAMES.has(wordAt(text, token - 1)) && isJoined(text, token - 1)) found.add(word)
    }
  }
  return found
}

/** "Chad Smith": a capital behind it that begins no sentence of a headline in capitals. */
function isGivenName({ text, first, last }: Found): boolean {
  if (!GIVEN_TOO.has(wordAt(text, first)) || text.place.field === 'headline') return false
  const next = wordAt(text, last + 1)
  const isName = isCapital(text, last + 1) && next.length > 2 && !isCommonWord(next)
  return isName && isJoined(text, last) && !isTitle(next) && !isComplement(next)
}

/** Whether a longer name begins with it: "Jordan Armed Forces". */
function beginsLonger({ text, first, last }: Found, found: readonly Found[]): boolean {
  return found.some((other) => other.text === text && other.first === first && other.last > last)
}

/** Whether an article writes the word small, and with a capital only where a sentence begins. */
function isCommonNoun(word: string, texts: readonly TaggedText[]): boolean {
  let isSmall = false
  for (const text of texts) {
    for (let token = 0; token < text.tokens.length; token++) {
      if (wordAt(text, token) !== word) continue
      if (!isCapital(text, token)) isSmall = true
      else if (!beginsSentence({ text, first: token, last: token })) return false
    }
  }
  return isSmall
}

function beginsSentence({ text, first }: Found): boolean {
  return /(?:^|[.!?:\n])[\s"'“‘]*$/u.test(text.text.slice(0, text.tokens[first]?.start).slice(-4))
}

function isCapital({ text, tokens }: TaggedText, token: number): boolean {
  return /^\p{Lu}/u.test(text.slice(tokens[token]?.start, tokens[token]?.end))
}
