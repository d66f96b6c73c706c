import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { isCommonWord } from '../language/common-words.ts'
import { isGivenName } from '../language/given-names.ts'
import { wordsOf } from './words-of.ts'

const VARYING = /^(?:عبد|ابو|ال)/
const NONE: string[][] = []

/** Other spellings of a name's folded words: "عبد الله" and "عبدالله", "ابو مازن" and "ابومازن"; a person's surname without its article. */
export function spellingsOf(words: readonly string[], { id, kind }: GazetteerEntry): string[][] {
  const mayVary = words.length > 1 || (words[0] as string).length > 5
  if (!mayVary || !id.startsWith('actor:') || !words.some((word) => VARYING.test(word))) return NONE
  const spellings: string[][] = []
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const others =
      (...middle: string[]) =>
      (length: number) =>
        spellings.push([...words.slice(0, index), ...middle, ...words.slice(index + length)])
    if (word === 'عبد' && next?.startsWith('ال')) others(`عبد${next}`)(2)
    else if (word.length > 6 && word.startsWith('عبدال')) others('عبد', word.slice(3))(1)
    else if (word === 'ابو' && next !== undefined) others(`ابو${next}`)(2)
    else if (kind === 'person' && word.length > 5 && word.startsWith('ابو')) others('ابو', word.slice(3))(1)
  }
  const last = words.at(-1) as string
  if (kind === 'person' && words.length > 1 && last.length > 4 && last.startsWith('ال')) {
    spellings.push([...words.slice(0, -1), last.slice(2)])
  }
  return spellings
}

/** Words that a surname begins with, and those that never end a name alone: "بن سلمان", "داود اوغلو", "نصر الله". */
const BEGINNINGS = new Set([
  ...['بن', 'ابن', 'ال', 'ابو', 'بو', 'ولد', 'دي', 'دو', 'لو', 'لا', 'فان', 'فون', 'دير', 'مير', 'ماك', 'سان'],
  ...[
    'bin',
    'ben',
    'ibn',
    'abu',
    'al',
    'el',
    'van',
    'von',
    'der',
    'den',
    'de',
    'del',
    'della',
    'di',
    'da',
    'dos',
    'du',
  ],
  ...['le', 'la', 'ould', 'saint', 'st', 'mac'],
])
const ENDINGS = new Set(['اوغلو', 'اوغلي', 'زاده', 'الله', 'خان', 'oglu'])
/** What stands at the end of a person's label without being a surname. */
const NO_SURNAMES = new Set([
  ...['الاول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'الثامن', 'عشر', 'الدين', 'الاسلام', 'الابن', 'الاب'],
  ...[
    'ii',
    'iii',
    'iv',
    'v',
    'vi',
    'xvi',
    'xiv',
    'jr',
    'sr',
    'may',
    'march',
    'king',
    'prince',
    'pope',
    'young',
    'stone',
    'gates',
  ],
  ...[
    'hunt',
    'rice',
    'bush',
    'hope',
    'way',
    'long',
    'short',
    'white',
    'black',
    'green',
    'brown',
    'johnson',
    'smith',
    'jordan',
  ],
])
const SHORTEST_SURNAME = 3

/**
 * The surname in each of a person's labels. It counts once the full name stands in the article, or behind a title and a
 * nationality that agree with the person; so nothing that is a given name or a common word.
 */
export function surnamesOf({ kind, label }: GazetteerEntry): { words: string[]; text: string }[] {
  if (kind !== 'person') return []
  return [label.ar, label.en].flatMap((text) => {
    const words = surnameOf(wordsOf(text))
    // As written: an English surname has its capital.
    return words === null ? [] : [{ words, text: /^\p{Script=Latin}/u.test(text) ? 'Surname' : words.join(' ') }]
  })
}

function surnameOf(words: readonly string[]): string[] | null {
  if (words.length < 2) return null
  const last = words.at(-1) as string
  if (last.length < SHORTEST_SURNAME || NO_SURNAMES.has(last)) return null
  const before = words.at(-2) as string
  if (BEGINNINGS.has(before) && words.length > 2) return [before, last]
  if (ENDINGS.has(last)) return before === 'عبد' || words.length < 3 ? null : [before, last]
  if (before === 'عبد' || isGivenName(last) || last.startsWith('عبدال') || isCommonWord(last)) return null
  return [last]
}
