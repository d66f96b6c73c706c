import { readdirSync, readFileSync } from 'node:fs'
import { gazetteerFileSchema } from '../../../dist/domain/gazetteer.js'
import { coreOfEntry } from '../../../dist/domain/tag.js'
import { pick, randomFrom, shuffle, zipf } from '../random.mjs'

const GAZETTEER = new URL('../../../data/gazetteer/', import.meta.url)
const CAPTURES = new URL('../../fixtures/captures/', import.meta.url)

/** A newsroom's archive has about as many different words in Arabic, and fewer in a language that inflects less. */
const SIZES = { ar: 80_000, en: 40_000, fr: 20_000 }
const LETTERS = { ar: /^\p{Script=Arabic}{2,}$/u, en: /^[A-Za-z]{2,}$/, fr: /^[A-Za-zÀ-ÿ]{2,}$/ }

const ROOT_LETTERS = [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي']
/** 1, 2, 3 are the letters of the root: the forms that Arabic news is full of, clitics among them. */
const PATTERNS = '123 1ا23 م12و3 ال12ا3 1و2ي3 ت1ا23 الم12ا3 ا1ت2ا3 و12ا3 بال123 يست123 م1ا2ي3 ال123ية لل12ي3 123ات'
const SYLLABLES =
  'ba be bo ca co de di fa fi ga go la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve'
const ENDINGS = ['', 's', 'ed', 'ing', 'er', 'tion', 'al', 'ly']

/**
 * What made-up articles are made of: for each language a way to draw a word, and for each type of tag a way to draw a tag,
 * all by Zipf's law. The commonest words are those of the fixtures, in their order; the tags are the gazetteer's.
 */
export function createVocabulary(seed) {
  const random = randomFrom(seed)
  const entries = readEntries()
  const tags = entries.map(coreOfEntry)
  const ofType = (type) =>
    zipf(
      shuffle(
        tags.filter((tag) => tag.type === type),
        random,
      ),
      1,
    )
  return {
    entries,
    words: Object.fromEntries(Object.keys(SIZES).map((language) => [language, zipf(wordsOf(language, random))])),
    tags: { country: ofType('country'), actor: ofType('actor'), place: ofType('place') },
    publishers: zipf(
      Array.from({ length: 60 }, () => `${capitalise(latinWord(random))} News`),
      1,
    ),
  }
}

function readEntries() {
  const files = readdirSync(GAZETTEER).filter((name) => name.endsWith('.json'))
  return files
    .flatMap((name) => gazetteerFileSchema.parse(JSON.parse(readFileSync(new URL(name, GAZETTEER), 'utf8'))).entries)
    .filter((entry) => 'id' in entry)
}

/** Words of the language, the commonest first. */
function wordsOf(language, random) {
  const words = new Set(commonWords(language))
  const makeUp = language === 'ar' ? arabicWord : latinWord
  while (words.size < SIZES[language]) words.add(makeUp(random))
  return [...words]
}

function commonWords(language) {
  const counts = new Map()
  const files = readdirSync(CAPTURES).filter((name) => name.startsWith(`${language}-`) && name.endsWith('.txt'))
  for (const name of files) {
    for (const word of readFileSync(new URL(name, CAPTURES), 'utf8').split(/[\s،.:؛؟!"«»()[\],;?-]+/u)) {
      if (LETTERS[language].test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word)
}

function arabicWord(random) {
  const root = [0, 1, 2].map(() => pick(ROOT_LETTERS, random))
  return pick(PATTERNS.split(' '), random).replace(/[123]/g, (digit) => root[digit - 1])
}

function latinWord(random) {
  const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES.split(' '), random))
  return syllables.join('') + pick(ENDINGS, random)
}

function capitalise(word) {
  return word[0].toUpperCase() + word.slice(1)
}
