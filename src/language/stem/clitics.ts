/** What Arabic writes onto the first word of a phrase: و or ف, then ب, ل or ك. */
const CONJUNCTIONS = ['', 'و', 'ف']
const PREPOSITIONS = ['', 'ب', 'ل', 'ك']

/**
 * The forms of a folded Arabic word that a text may have for it at the beginning of a phrase: "روسيا" → وروسيا, بروسيا,
 * وبروسيا …, "الكويت" → والكويت, للكويت … The word itself is not among them; a word in another script has none.
 */
export function clitics(word: string): string[] {
  if (!/^[ء-ي]{2,}$/.test(word)) return []
  return CONJUNCTIONS.flatMap((conjunction) =>
    PREPOSITIONS.map((preposition) => conjunction + joined(preposition, word)),
  ).slice(1)
}

/** ل before ال is لل: "الكويت" → "للكويت", and "اللجنه" → "للجنه". */
function joined(preposition: string, word: string): string {
  if (preposition !== 'ل' || !word.startsWith('ال')) return preposition + word
  return word.startsWith('الل') ? `ل${word.slice(2)}` : `ل${word.slice(1)}`
}
