import snowball from 'snowball-stemmers'

const english = snowball.newStemmer('english')
const french = snowball.newStemmer('french')

const LATIN_WORD = /^[a-z]+$/

/** The Snowball stem ("Porter 2") of a folded English word. */
export function stemEnglish(word: string): string {
  return LATIN_WORD.test(word) ? english.stem(word) : word
}

/**
 * The Snowball stem of a folded French word. Folding takes the accents by which Snowball knows a participle, so the
 * endings that it leaves are mended: "élue" and "élus" are "elu", "française" is "francais", "première" as "premier".
 */
export function stemFrench(word: string): string {
  if (!LATIN_WORD.test(word)) return word
  const demonym = word.match(/^(.{3,}(?:ais|ois))(?:es?)?$/)?.[1]
  if (demonym !== undefined) return demonym
  const stem = french.stem(
    word
      .replace(/ees?$/, 'e')
      .replace(/ieres?$/, 'ier')
      .replace(/us$|ues?$/, (end) => (word.length > 3 ? 'u' : end)),
  )
  return stem.length > 5 ? stem.replace(/i$/, '') : stem
}
