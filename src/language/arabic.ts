/** Folded prefixes that Arabic writes onto the next word: و ف, then ب ل ك; لل is ل before ال. */
const CONJUNCTIONS = 'وف'
const PREPOSITIONS = 'بلك'
/** What is left of a word must have this many letters to be looked up. */
const SHORTEST_REST = 3

/**
 * The readings of a folded word without its proclitics, e.g. "وللكويت" → "للكويت", "الكويت", "لكويت", "كويت". The word
 * itself is not among them. Only a reading that is a known name means anything: لبنان and باريس begin with such letters too.
 */
export function withoutProclitics(word: string): string[] {
  const readings: string[] = []
  const afterConjunction = CONJUNCTIONS.includes(word[0] as string) ? [word, word.slice(1)] : [word]
  for (const [index, rest] of afterConjunction.entries()) {
    if (index > 0) readings.push(rest)
    if (rest.startsWith('لل')) readings.push(`ا${rest.slice(1)}`)
    if (PREPOSITIONS.includes(rest[0] as string)) readings.push(rest.slice(1))
  }
  return readings.filter((reading) => reading.length >= SHORTEST_REST)
}

/** Endings of an adjective in ـي: gender, number and case ("مواطناً فرنسياً"). The dual and the masculine plural share ـيين. */
const NISBA_ENDINGS = ['ي', 'يا', 'ية', 'يون', 'يين', 'يان', 'يات', 'يتان', 'يتين']

/**
 * All forms of a demonym, with and without the article: "روسي" → روسي، الروسي، روسية، الروسية، روسيون … A form that
 * does not end in ـي ("أتراك") only takes the article. Words of a phrase agree: "كورية جنوبية".
 */
export function inflectDemonym(demonym: string): string[] {
  const words = demonym.split(' ')
  const inflected = words.some((word) => word.endsWith('ي'))
    ? NISBA_ENDINGS.map((ending) => words.map((word) => (word.endsWith('ي') ? word.slice(0, -1) + ending : word)))
    : [words]
  return inflected.flatMap((form) => [form.join(' '), form.map((word) => `ال${word}`).join(' ')])
}
