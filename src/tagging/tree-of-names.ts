import { KhabarError } from '../domain/error.ts'
import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { isCommonWord } from '../language/common-words.ts'
import { indexFirstWords } from './first-words.ts'
import type { Phrase } from './institutions.ts'
import { createLazyNames } from './lazy-names.ts'
import { createNameTree, type NameNode, reach } from './name-tree.ts'
import { type AddName, eachGeneratedName, eachListedName, eachSpelling, type Name } from './names.ts'
import { wordsOf } from './words-of.ts'

/** Phrases that are common words; a rule under `ambiguous` may still use one. */
const STOP_LIST = new Set(['المملكه', 'الجزيره', 'البلاد', 'الدوله', 'الحكومه', 'الرييس'])
const SHORTEST_NAME = 3

/**
 * The tree of the names of all entries. They are put in as they are looked for or, for `check`, all at once.
 * @throws KhabarError 'invalid_parameter' for a name that two entries have or that is no name
 */
export function createTreeOfNames(
  entries: ReadonlyMap<string, GazetteerEntry>,
  whereOf: (entry: GazetteerEntry) => string,
  check: boolean,
): NameNode {
  const tree = createNameTree()
  const all = [...entries.values()]
  const names = createLazyNames(indexFirstWords(all), (word, owners) => {
    addNames(owners, (words, name) => {
      if (words[0] === word) addName(tree, words, name, whereOf)
    })
  })
  tree.next = names
  if (check) addNames(all, ([first]) => names.get(first as string))
  for (const entry of entries.values()) addDomesticNames(tree, entry)
  return tree
}

/**
 * Passes on the names of entries, the listed ones first: what a rule makes of an entry's names gives way to what another
 * entry lists.
 */
function addNames(entries: readonly GazetteerEntry[], add: AddName): void {
  const spelled: [readonly string[], Name][] = []
  for (const entry of entries) {
    eachListedName(entry, (words, name) => {
      add(words, name)
      eachSpelling(words, name, (...one) => spelled.push(one))
    })
  }
  for (const entry of entries) eachGeneratedName(entry, add)
  for (const [words, name] of spelled) add(words, name)
}

function addName(
  tree: NameNode,
  words: readonly string[],
  name: Name,
  whereOf: (entry: GazetteerEntry) => string,
): void {
  if (!name.generated) checkName(name, words, whereOf)
  const node = reach(tree, words)
  node.names ??= []
  if (node.names.some(({ entry }) => entry === name.entry)) return
  const owner = isDecided(name) ? undefined : node.names.find((other) => !isDecided(other))
  if (owner === undefined) {
    // A surname that is also a country, a place or what it is called by names these alone.
    if (name.generated && name.evidence === 'short-name' && node.names.some((other) => !isDecided(other))) return
    node.names.push(name)
  } else if (!name.generated || (owner.generated && name.evidence === 'demonym')) {
    const other = `${owner.entry.id} (${whereOf(owner.entry).split(': ')[0]})`
    throw fault(whereOf(name.entry), `has the name "${name.text}", which ${other} has too, and no rule decides`)
  }
}

/** Whether words around it, or another name of the entry, decide if the name counts. */
function isDecided({ rule, evidence }: Name): boolean {
  return rule !== null || evidence === 'short-name'
}

function checkName(
  { text, rule, entry, evidence }: Name,
  words: readonly string[],
  whereOf: (entry: GazetteerEntry) => string,
): void {
  const length = words.reduce((sum, word) => sum + word.replace(/\p{M}/gu, '').length, 0)
  const isAcronym = /^[\p{Lu}.&]{2,}$/u.test(text)
  if (length < SHORTEST_NAME && !isAcronym)
    throw fault(whereOf(entry), `has the name "${text}", shorter than ${SHORTEST_NAME} letters`)
  const [word = '', ...others] = words
  // A short name may be one: it counts behind a title alone.
  const isCommon = STOP_LIST.has(word) || (evidence !== 'short-name' && isCommonWord(word))
  if (rule === null && !isAcronym && others.length === 0 && isCommon)
    throw fault(whereOf(entry), `has the name "${text}", a common word; give it a rule under "ambiguous"`)
}

/** "مجلس الأمن" waits for الروسي behind it, "في بلاده", or "Russian" before its English name. */
function addDomesticNames(tree: NameNode, entry: GazetteerEntry): void {
  for (const language in entry.domesticNames) {
    for (const text of entry.domesticNames[language] ?? []) {
      const words = wordsOf(text)
      const node = reach(tree, words)
      node.phrases ??= []
      const known = node.phrases.find(({ own }) => own === true)
      const phrase: Phrase = known ?? {
        body: { gender: genderOf(words), tail: [], entries: new Map(), find: null },
        form: language === 'ar' ? 'definite' : 'english',
        own: true,
      }
      if (known === undefined) node.phrases.push(phrase)
      phrase.body.entries.set(entry.country as string, entry)
    }
  }
}

function genderOf([noun = '']: readonly string[]): 'm' | 'f' {
  return /(?:ه|ات)$/.test(noun) ? 'f' : 'm'
}

function fault(where: string, reason: string): KhabarError {
  return new KhabarError('invalid_parameter', `${where} ${reason}`)
}
