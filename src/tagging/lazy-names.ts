import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { inflectDemonym } from '../language/arabic.ts'
import { createNameTree, type NameNode } from './name-tree.ts'
import { eachListedName, listedNames } from './names.ts'
import { spellingsOf } from './people.ts'
import type { WordsOf } from './word-memo.ts'

/** Words before which a name is also written as one or as two: what it begins with may be another word then. */
const JOINED = /^(?:عبد|ابو)/

/**
 * The first steps of a name tree: the names that begin with a word are put in when that word is first looked for. An
 * article knows some hundred of the fifty thousand words that names begin with.
 * @param compile puts all names of these entries that begin with the word into the tree
 */
export function createLazyNames(
  entries: Iterable<GazetteerEntry>,
  wordsOf: WordsOf,
  compile: (word: string, entries: readonly GazetteerEntry[]) => void,
) {
  const waiting = new Map<string, GazetteerEntry[]>()
  for (const entry of entries) wait(entry, wordsOf, waiting)
  const made = new Map<string, NameNode>()
  const get = (word: string): NameNode | undefined => {
    const owners = waiting.get(word)
    if (owners === undefined) return made.get(word)
    waiting.delete(word)
    const node = made.get(word) ?? createNameTree()
    made.set(word, node)
    compile(word, owners)
    return node
  }
  return {
    get,
    set: (word: string, node: NameNode) => made.set(word, node),
    /** Puts all names in, so that what is wrong with one is told now. */
    compileAll() {
      for (const word of [...waiting.keys()]) get(word)
    },
  }
}

/** Notes the entry under each word that a form of one of its names may begin with. */
function wait(entry: GazetteerEntry, wordsOf: WordsOf, waiting: Map<string, GazetteerEntry[]>): void {
  const note = (word: string) => {
    const owners = waiting.get(word)
    if (owners === undefined) waiting.set(word, [entry])
    else if (owners.at(-1) !== entry) owners.push(entry)
  }
  let mayVary = false
  const noteFirst = (text: string) => {
    const first = wordsOf(text.slice(0, wordEnd(text)))[0] as string
    mayVary ||= JOINED.test(first)
    note(first)
  }
  for (const text of listedNames(entry)) noteFirst(text)
  if (entry.id.startsWith('country:')) noteDemonyms(entry, wordsOf, note)
  if (entry.kind === 'person') for (const text of [entry.label.ar, entry.label.en]) noteSurname(text, wordsOf, note)
  if (!mayVary) return
  eachListedName(entry, wordsOf, (words) => {
    for (const [first] of spellingsOf(words, entry)) note(first as string)
  })
}

function wordEnd(text: string): number {
  const space = text.indexOf(' ')
  return space < 0 ? text.length : space
}

function noteDemonyms({ demonyms }: GazetteerEntry, wordsOf: WordsOf, note: (word: string) => void): void {
  for (const [language, list] of Object.entries(demonyms)) {
    for (const text of list ?? []) {
      const words = wordsOf(text)
      note(words[0] as string)
      if (language === 'ar') for (const inflected of inflectDemonym(words)) note(inflected.words[0] as string)
    }
  }
}

/** A surname is the last word, or the last two: "بن سلمان". */
function noteSurname(text: string, wordsOf: WordsOf, note: (word: string) => void): void {
  const last = text.lastIndexOf(' ')
  if (last < 0) return
  const words = wordsOf(text.slice(text.lastIndexOf(' ', last - 1) + 1))
  for (const word of words.slice(-2)) note(word)
}
