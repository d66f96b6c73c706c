/** Folded prefixes that Arabic writes onto the next word: و ف, then ب ل ك; لل is ل before ال. */
const CONJUNCTIONS = 'وف'
const PREPOSITIONS = 'بلك'
/** What is left of a word must have this many letters to be looked up. */
const SHORTEST_REST = 3

/**
 * The readings of a folded word without its proclitics, e.g. "وللكويت" → "للكويت", "الكويت", "لكويت", "كويت". The word
 * itself is not among them. Only a reading that is a known name means anything: لبنان and باريس begin with such letters too.
 */
export function withoutProclitics(word: string): readonly string[] {
  const first = word[0] ?? ''
  if (first === '' || !(CONJUNCTIONS.includes(first) || PREPOSITIONS.includes(first))) return NONE
  let readings = known.get(word)
  if (readings === undefined) {
    readings = readingsOf(word, first)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(word, readings)
  }
  return readings
}

const NONE: readonly string[] = []
/** The readings of words that were asked for lately: each word of a text is asked for by several rules. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 20_000

function readingsOf(word: string, first: string): string[] {
  const readings: string[] = []
  const afterConjunction = CONJUNCTIONS.includes(first) ? [word, word.slice(1)] : [word]
  for (const [index, rest] of afterConjunction.entries()) {
    if (index > 0) readings.push(rest)
    if (rest.startsWith('لل')) readings.push(`ا${rest.slice(1)}`)
    if (PREPOSITIONS.includes(rest[0] as string)) readings.push(rest.slice(1))
  }
  return readings.filter((reading) => reading.length >= SHORTEST_REST)
}

/** What an adjective agrees with: a masculine noun, a feminine one, or people in dual or plural. */
export type Gender = 'm' | 'f' | 'p'

/** Folded endings of an adjective in ـي: gender, number and case ("مواطناً فرنسياً"). The dual and the masculine plural share ـيين. */
const NISBA_ENDINGS: [ending: string, gender: Gender][] = [
  ['ي', 'm'],
  ['يا', 'm'],
  ['يه', 'f'],
  ...['يون', 'يين', 'يان', 'يات', 'يتان', 'يتين'].map((ending): [string, Gender] => [ending, 'p']),
]

export type Inflected = { words: string[]; definite: boolean; gender: Gender }

/**
 * All forms of a demonym, given as folded words, with and without the article: "روسي" → روسي، الروسي، روسيه، الروسيه،
 * روسيون … A form that does not end in ـي ("اتراك") only takes the article. Words of a phrase agree: "كوريه جنوبيه".
 */
export function inflectDemonym(demonym: readonly string[]): Inflected[] {
  const forms: [string[], Gender][] = demonym.some((word) => word.endsWith('ي'))
    ? NISBA_ENDINGS.map(([ending, gender]) => [
        demonym.map((word) => (word.endsWith('ي') ? word.slice(0, -1) + ending : word)),
        gender,
      ])
    : [[[...demonym], 'p']]
  return forms.flatMap(([words, gender]) => [
    { words, definite: false, gender },
    { words: words.map((word) => `ال${word}`), definite: true, gender },
  ])
}
