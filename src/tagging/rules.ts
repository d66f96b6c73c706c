import type { AmbiguousName } from '../domain/gazetteer.ts'
import { withoutProclitics } from '../language/arabic.ts'
import { foldedWords } from '../language/tokenise.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import type { TaggedText } from './text.ts'

/** Some tokens of a text, first and last, inclusive. */
export type Span = { text: TaggedText; first: number; last: number }

/** The country that the text named last, lower case; null where none was. */
export type LastCountry = () => string | null

/**
 * Whether a name counts where it stands. `undecided`: nothing speaks against it, but none of the words that its rule
 * asks for is there.
 */
export type Verdict = 'counts' | 'undecided' | 'no'

export function judge(name: Name, span: Span, tree: NameNode, lastCountry: LastCountry): Verdict {
  if (!hasItsCapitals(name.text, span)) return 'no'
  if (name.ofNamedCountry && lastCountry() !== name.entry.country) return 'no'
  if (name.rule === null) return 'counts'
  return judgeByMarks(name.rule, span) ?? judgeByRule(name.rule, span, tree)
}

/** Names in scripts with capitals are written with one, acronyms in capitals throughout: US is not us, nor Polish polish. */
function hasItsCapitals(name: string, span: Span): boolean {
  if (!/^\p{Lu}/u.test(name)) return true
  const written = writtenText(span)
  return /^[\p{Lu}\d.&-]{2,}$/u.test(name) ? written === written.toUpperCase() : /^\p{Lu}/u.test(written)
}

function writtenText({ text, first, last }: Span): string {
  return text.text.slice(text.tokens[first]?.start, text.tokens[last]?.end)
}

/** Names that only vowel marks tell apart: where the text has marks they decide, e.g. عُمان (Oman) and عمّان (Amman). */
function judgeByMarks(rule: AmbiguousName, span: Span): Verdict | null {
  const written = writtenText(span)
  if (!/\p{M}/u.test(rule.name) || !/\p{M}/u.test(written)) return null
  return written.endsWith(rule.name) ? 'counts' : 'no'
}

function judgeByRule(rule: AmbiguousName, span: Span, tree: NameNode): Verdict {
  const { before, after, near, notBefore = [], notAfter = [] } = rule
  if (notBefore.some((phrase) => standsBefore(phrase, span, tree))) return 'no'
  if (notAfter.some((phrase) => standsAfter(phrase, span, tree))) return 'no'
  if (before === undefined && after === undefined && near === undefined) return 'counts'
  return touches(rule, span, tree) || (near ?? []).some((phrase) => isNear(phrase, span)) ? 'counts' : 'undecided'
}

function touches({ before = [], after = [] }: AmbiguousName, span: Span, tree: NameNode): boolean {
  return (
    before.some((phrase) => standsBefore(phrase, span, tree)) || after.some((phrase) => standsAfter(phrase, span, tree))
  )
}

/** Of several entries that a name may mean, the only one whose deciding words touch it; else none. */
export function decide(names: Name[], span: Span, tree: NameNode): Name | undefined {
  const [first, ...others] = names
  if (others.every(({ entry }) => entry === first?.entry)) return first
  const touched = names.filter(({ rule }) => rule !== null && touches(rule, span, tree))
  return touched.length === 1 ? touched[0] : undefined
}

const DEMONYM = '@demonym'

function standsAfter(phrase: string, { text, last }: Span, tree: NameNode): boolean {
  if (phrase === DEMONYM) return isDemonym(text, last + 1, tree)
  return wordsAt(phrase, text, last + 1)
}

function standsBefore(phrase: string, { text, first }: Span, tree: NameNode): boolean {
  if (phrase === DEMONYM) return isDemonym(text, first - 1, tree)
  return wordsAt(phrase, text, first - wordsOf(phrase).length)
}

/** What was found near in each text: the same phrases are asked for at every mention of a name. */
const nearby = new WeakMap<TaggedText, Map<string, boolean>>()

function isNear(phrase: string, { text }: Span): boolean {
  const known = nearby.get(text) ?? new Map<string, boolean>()
  nearby.set(text, known)
  let found = known.get(phrase)
  if (found === undefined) {
    found = text.tokens.some((_, index) => wordsAt(phrase, text, index))
    known.set(phrase, found)
  }
  return found
}

function isDemonym(text: TaggedText, token: number, tree: NameNode): boolean {
  const node = tree.next.get(text.tokens[token]?.folded ?? '')
  return node?.names.some(({ evidence }) => evidence === 'demonym') ?? false
}

/** Whether the phrase's words stand at a token; the first may carry proclitics. */
function wordsAt(phrase: string, text: TaggedText, at: number): boolean {
  return wordsOf(phrase).every((word, index) => {
    const found = text.tokens[at + index]?.folded
    return found !== undefined && (found === word || (index === 0 && withoutProclitics(found).includes(word)))
  })
}

/** The phrases of rules, split once; there are as many as the gazetteer lists. */
const phrases = new Map<string, string[]>()

function wordsOf(phrase: string): string[] {
  let words = phrases.get(phrase)
  if (words === undefined) {
    words = foldedWords(phrase).split(' ')
    phrases.set(phrase, words)
  }
  return words
}
