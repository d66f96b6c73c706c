import { listedStem } from './arabic-lexicon.ts'

/** Endings with what they may stand for: "دولتها" is دول + ه, "مدنهم" is مدن. */
const LISTED_ENDINGS: [ending: string, replacements: string[]][] = [
  ['تهما', ['ه']],
  ['اتها', ['', 'ه']],
  ['اتهم', ['', 'ه']],
  ['اتنا', ['', 'ه']],
  ['اته', ['', 'ه']],
  ['ياته', ['ي']],
  ['تين', ['ه', '']],
  ['تان', ['ه', '']],
  ['تها', ['ه']],
  ['تهم', ['ه']],
  ['تهن', ['ه']],
  ['تنا', ['ه']],
  ['تكم', ['ه']],
  ['ته', ['ه']],
  ['تي', ['ه']],
  ['تا', ['ه']],
  ['هما', ['']],
  ['ها', ['']],
  ['هم', ['']],
  ['هن', ['']],
  ['نا', ['']],
  ['كم', ['']],
  ['ات', ['ه', '']],
  ['ون', ['']],
  ['ين', ['']],
  ['ان', ['']],
  ['ه', ['']],
  ['ا', ['']],
]

/** The endings by their last letter. */
const BY_LAST = new Map(
  [...'اتمنهي'].map((last) => [last, LISTED_ENDINGS.filter(([ending]) => ending.endsWith(last))] as const),
)

/** Pronouns, before which a ء sits on a seat: "لقائه" is لقاء + ه. */
const PRONOUN = /^(?:هما|ها|هم|ه)$/

/** So many letters must remain of a word without its ending; before a pronoun two of a listed one will do: "حقه". */
const SHORTEST = 3

/** The stem of a form that is listed without its ending: "قوته" → "قوه"; undefined where none of its readings is. */
export function stripListedEnding(word: string): string | undefined {
  for (const [ending, replacements] of BY_LAST.get(word[word.length - 1] as string) ?? []) {
    if (!word.endsWith(ending)) continue
    const bare = word.slice(0, -ending.length)
    const rests = replacements.map((replacement) => bare + replacement)
    const isPronoun = PRONOUN.test(ending)
    if (isPronoun && /ا[يو]$/.test(bare)) rests.push(`${bare.slice(0, -1)}ء`)
    for (const rest of rests) {
      const stem = rest.length >= (isPronoun ? 2 : SHORTEST) ? listedStem(rest) : undefined
      if (stem !== undefined) return stem
    }
    const stem = isPronoun ? constructStem(bare) : undefined
    if (stem !== undefined) return stem
  }
  return constructStem(word)
}

/** "مقاتلو غزة" and "مقاتليها" have lost the ن of مقاتلون; "مصري", of what has no such plural, is no form of مصر. */
function constructStem(word: string): string | undefined {
  return /..[وي]$/.test(word) ? listedStem(`${word.slice(0, -1)}ون`) : undefined
}

/** Endings of any word; of ون and ين only what is no name's: behind a participle or an adjective in ي. */
const ENDINGS = [
  /(?:ا?تهما|ا?تها|ا?تهم|ا?ته)$/,
  /(?:هما|ها|هم)$/,
  /(?<=ي)(?:تين|تان|ون|ين|ان|ات|ا)$/,
  /(?<=^(?:م.{3,}|.ا..))(?:ون|ين|تين)$/,
  /ات$/,
  /ه$/,
]

/** A word that is not listed without its ending. */
export function stripEnding(word: string): string {
  for (const ending of ENDINGS) {
    const at = word.search(ending)
    if (at >= SHORTEST) return word.slice(0, at)
  }
  return word
}
