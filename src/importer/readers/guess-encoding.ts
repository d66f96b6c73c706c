import { decodeAs } from './encoding.ts'

type Candidate = { encoding: string; letters: RegExp; words: RegExp }

/** Central European languages, which two encodings write: a letter of another language gives the wrong one away. */
const CENTRAL: [letters: string, words: string][] = [
  ['ąćęłńóśźż', 'się są także który która być będzie może też już'],
  ['áčďéěíňóřšťúůýž', 'že být také který která může při roku jsou až'],
  ['áäčďéíĺľňóôŕšťúýž', 'že tiež ktorý ktorá môže pri už aký sú'],
  ['áéíóöőúüű', 'és után között még így több már'],
  ['čćđšž', 'što će više još može već če še že tudi'],
  ['ăâîşţ', 'şi în să până după'],
]

/**
 * Encodings of before Unicode that news is found in, with the letters beyond ASCII that their languages have, and words
 * (in scripts without spaces, runs of characters) of these letters that stand in any text. Other bytes read so give
 * rubbish without such words: "في" of windows-1256 is "Ýí" in windows-1252 and "Эн" in windows-1251.
 */
const CANDIDATES: Candidate[] = (
  [
    ['windows-1256', 'ء-يپچژگکی\u200c', 'في من على إلى أن التي الذي عن هذا مع است را این که از'],
    ['iso-8859-6', 'ء-ي', 'في من على إلى أن التي الذي عن هذا مع'],
    ['windows-1251', 'а-яёіїєґў', 'на не что это как по та що за се от'],
    ['windows-1251', 'абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ', 'на је да се од за који из како'],
    ['koi8-r', 'а-яё', 'на не что это как по'],
    [
      'windows-1252',
      'ß-öø-ÿœ',
      'à été où même après être très für über können während müssen más también según está años não são até já è più perché är på från för å når også får där når',
    ],
    ['windows-1252', '‘’“”–—…é£©', 'the of and to in that'],
    ['windows-1254', 'ß-öø-ÿığşâîû', 'için çok değil olduğu olduğunu şu göre açıkladı söyledi çünkü'],
    ...CENTRAL.map((language) => ['windows-1250', ...language] as const),
    ...CENTRAL.map((language) => ['iso-8859-2', ...language] as const),
    ['windows-1253', 'ά-ώΐΰ', 'και το του της για με από που να στην'],
    ['windows-1255', 'א-ת', 'של את על לא עם כי גם הוא זה'],
    ['gbk', '\\p{Script=Han}', '的 在 了 和'],
    ['big5', '\\p{Script=Han}', '的 在 了 和'],
    ['shift_jis', '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー', 'した の する いる から'],
    ['euc-jp', '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー', 'した の する いる から'],
    ['euc-kr', '\\p{Script=Hangul}', '다. 했다 이다 에서 으로'],
  ] as const
).map(([encoding, letters, words]) => candidate(encoding, letters, words.split(' ')))

function candidate(encoding: string, letters: string, words: string[]): Candidate {
  const isSpaced = !/Han|Hangul/u.test(letters)
  const [before, after] = isSpaced ? ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'] : ['', '']
  const escaped = words.map((word) => word.replace('.', '\\.')).join('|')
  return {
    encoding,
    letters: new RegExp(`[${letters}]`, 'giu'),
    words: new RegExp(`${before}(?:${escaped})${after}`, 'giu'),
  }
}

/** All beyond ASCII but white space and the marks of any news text. */
const FOREIGN = /[^\p{ASCII}\s«»‹›“”„‚‘’–—…•·©®°€£،؛؟ـً-ْ\u3000-\u303f・\uff00-\uff60]/gu
/** Bytes that are looked at, from the first that is not ASCII. */
const SAMPLE = 32_768
const FEWEST_WORDS = 4
/** Share of the letters beyond ASCII that are the language's, and of these letters that stand in the known words. */
const LETTERS = 0.98
const WORDS = 0.02

/**
 * The encoding that bytes which say nothing of theirs are certainly in: read so, their letters are one language's and its
 * commonest words are among them, and no other reading does the same. Null where that is not so.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const from = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(Math.max(0, from), from + SAMPLE)
  const readings = new Map<string, string>()
  for (const { encoding, letters, words } of CANDIDATES) {
    const text = decodeAs(encoding, sample, { isCut: true })
    if (text !== null && isLanguage(text, letters, words) && !readings.has(text)) readings.set(text, encoding)
  }
  const [first, second] = readings.values()
  return first === undefined || second !== undefined ? null : first
}

function isLanguage(text: string, letters: RegExp, words: RegExp): boolean {
  if (/[\p{Co}\p{Cn}\u0080-\u009f]/u.test(text)) return false
  const foreign = text.match(FOREIGN)?.length ?? 0
  const own = text.match(letters)?.length ?? 0
  const known = text.match(words) ?? []
  return own >= foreign * LETTERS && known.length >= FEWEST_WORDS && known.join('').length >= own * WORDS
}
