import type { AmbiguousName } from '../domain/gazetteer.ts'
import { withoutProclitics } from '../language/arabic.ts'
import { foldedWords } from '../language/tokenise.ts'
import { type Span, wordAt, writtenText } from './joined.ts'
import type { NameNode } from './name-tree.ts'
import type { Name } from './names.ts'
import type { TaggedText } from './text.ts'

/**
 * Whether a name counts where it stands, and the words that decided. null: nothing speaks against it, but none of the
 * words that its rule asks for is there.
 */
export type Verdict = { counts: boolean | null; because?: string }

const YES: Verdict = { counts: true }
const NO: Verdict = { counts: false }
const OPEN: Verdict = { counts: null }

export function judge(name: Name, span: Span, tree: NameNode): Verdict {
  if (!hasItsCapitals(name.text, span)) return NO
  if (name.rule === null) return YES
  return judgeByMarks(name.rule, span) ?? judgeByRule(name.rule, span, tree)
}

/** Names in scripts with capitals are written with one, acronyms in capitals throughout: US is not us, nor Polish polish. */
function hasItsCapitals(name: string, span: Span): boolean {
  if (!/^\p{Lu}/u.test(name)) return true
  const written = writtenText(span)
  return /^[\p{Lu}\d.&-]{2,}$/u.test(name) ? written === written.toUpperCase() : /^\p{Lu}/u.test(written)
}

/** Names that only vowel marks tell apart: where the text has marks they decide, e.g. عُمان (Oman) and عمّان (Amman). */
function judgeByMarks(rule: AmbiguousName, span: Span): Verdict | null {
  const written = writtenText(span)
  if (!/\p{M}/u.test(rule.name) || !/\p{M}/u.test(written)) return null
  return written.endsWith(rule.name) ? YES : NO
}

function judgeByRule(rule: AmbiguousName, span: Span, tree: NameNode): Verdict {
  const { before, after, near, notBefore = [], notAfter = [] } = rule
  if (notBefore.some((phrase) => standsBefore(phrase, span, tree))) return NO
  if (notAfter.some((phrase) => standsAfter(phrase, span, tree))) return NO
  if (before === undefined && after === undefined && near === undefined) return YES
  const because = touching(rule, span, tree) ?? near?.find((phrase) => isNear(phrase, span))
  return because === undefined ? OPEN : { counts: true, because }
}

/** The phrase of the rule that stands right before or behind. */
function touching({ before = [], after = [] }: AmbiguousName, span: Span, tree: NameNode): string | undefined {
  return (
    before.find((phrase) => standsBefore(phrase, span, tree)) ?? after.find((phrase) => standsAfter(phrase, span, tree))
  )
}

/** Of several entries that a name may mean, the only one whose deciding words touch it; else none. */
export function decide(names: Name[], span: Span, tree: NameNode): Name | undefined {
  const [first, ...others] = names
  if (others.every(({ entry }) => entry === first?.entry)) return first
  const touched = names.filter(({ rule }) => rule !== null && touching(rule, span, tree) !== undefined)
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

function positionsIn(text: TaggedText): Map<string, number[]> {
  if (text.positions !== undefined) return text.positions
  const made = new Map<string, number[]>()
  for (const [token, { folded }] of text.tokens.entries()) {
    for (const reading of [folded, ...withoutProclitics(folded)]) {
      const list = made.get(reading)
      if (list === undefined) made.set(reading, [token])
      else list.push(token)
    }
  }
  text.positions = made
  return made
}

/** Whether one of the words that a name's rule asks for nearby stands in any of the texts. */
export function isSupported({ rule }: Name, texts: readonly TaggedText[]): boolean {
  return rule?.near?.some((phrase) => texts.some((text) => isNear(phrase, { text }))) ?? false
}

function isNear(phrase: string, { text }: Pick<Span, 'text'>): boolean {
  const at = positionsIn(text).get(wordsOf(phrase)[0] as string) ?? []
  return at.some((token) => wordsAt(phrase, text, token))
}

function isDemonym(text: TaggedText, token: number, tree: NameNode): boolean {
  const node = tree.next?.get(wordAt(text, token))
  return node?.names?.some(({ evidence }) => evidence === 'demonym') ?? false
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
