import { stripEnding, stripListedEnding } from './arabic-endings.ts'
import { listedStem } from './arabic-lexicon.ts'

const ARABIC_WORD = /^[ء-ي]{3,}$/
/** What is left behind the article must have so many letters. */
const SHORTEST = 3

/** Masdars and participles by their form: what stands before them is a preposition ("بتوقيع", "لاستقبال", "بمشاركة"). */
const DERIVED = /^(?:ت..ي.|ا.ت.ا.|ان..ا.|است.{3,4}|م.{4,})(?:ه|ها|هم|ات)?$/

/**
 * The light stem of a folded Arabic word. A word that is listed is whole (لبنان, وزير); so is one that is listed without
 * its endings. Else proclitics go: before the article always, others before a word that is listed or whose form shows it.
 */
export function stemArabic(word: string): string {
  if (!ARABIC_WORD.test(word)) return word
  return whole(word) ?? behindProclitics(word) ?? stripEnding(withoutArticle(word) ?? withoutAnd(word))
}

/** The stem of a word without proclitics, where it is listed, alone or with an article or endings. */
function whole(word: string): string | undefined {
  return listedStem(word) ?? listedBehindArticle(word) ?? stripListedEnding(word)
}

function listedBehindArticle(word: string): string | undefined {
  if (!word.startsWith('ال')) return undefined
  const rest = word.slice(2)
  return listedStem(rest) ?? stripListedEnding(rest)
}

/** "الكويت" → "كويت"; null for a word without an article that may go. */
function withoutArticle(word: string): string | null {
  return word.startsWith('ال') && word.length >= 2 + SHORTEST ? word.slice(2) : null
}

function behindProclitics(word: string): string | undefined {
  for (const rest of afterProclitics(word)) {
    const stem = whole(rest)
    if (stem !== undefined) return stem
  }
  for (const rest of afterProclitics(word)) {
    const bare = withoutArticle(rest)
    if (bare !== null) return stripEnding(bare)
    if (DERIVED.test(rest) && !'وف'.includes(word[word.length - rest.length - 1] as string)) return stripEnding(rest)
  }
  return undefined
}

/** What may stand behind و ف, then ب ل ك س, then لل, nearest first: "وللكويت" → "للكويت", "الكويت", "لكويت", "كويت". */
function afterProclitics(word: string): string[] {
  const starts = 'وف'.includes(word[0] as string) ? [word, word.slice(1)] : [word]
  return starts
    .flatMap((start, index) => [
      ...(index > 0 ? [start] : []),
      ...('بلك'.includes(start[0] as string) ? [start.slice(1)] : []),
      ...(start.startsWith('لل') ? [`ا${start.slice(1)}`, `ال${start.slice(1)}`] : []),
      ...(/^س[يتن]/.test(start) ? [start.slice(1)] : []),
    ])
    .filter((rest) => rest.length >= SHORTEST)
}

/** و is "and" before most words that begin with it and are not listed: "وتبادلوا". */
function withoutAnd(word: string): string {
  return word[0] === 'و' && word.length >= 5 ? word.slice(1) : word
}
