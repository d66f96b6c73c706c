import type { GazetteerEntry } from '../domain/gazetteer.ts'
import { inflectDemonym } from '../language/arabic.ts'
import { fold } from '../language/fold.ts'
import { wordEnd, wordStart } from '../language/tokenise.ts'
import { eachName, eachOf } from './names.ts'
import { createNumbersOfWords } from './numbers-of-words.ts'
import { wordsOf } from './words-of.ts'

/** Notes that a name of the entry with this number may begin with the word that stands here in a folded text. */
type Note = (text: string, from: number, to: number, entry: number) => void

/**
 * The entries, in their order, a form of whose names begins with a folded word; now and then one that has none such. The
 * words themselves are not kept: making ten thousands of strings, and finding them in a map, is what would take longest
 * of all when a gazetteer is loaded.
 */
export function indexFirstWords(entries: readonly GazetteerEntry[]): (word: string) => GazetteerEntry[] {
  const numbers = createNumbersOfWords()
  noteNames(entries, numbers.note)
  noteSurnames(entries, numbers.note)
  noteDemonyms(entries, numbers.note)
  return (word) => numbers.of(word).map((number) => entries[number] as GazetteerEntry)
}

function noteNames(entries: readonly GazetteerEntry[], note: Note): void {
  const lines = createLines()
  for (const [number, entry] of entries.entries()) eachName(entry, (text) => lines.add(text, number))
  lines.visit((text, from, to, entry) => {
    const start = wordStart(text, from)
    const end = start < to ? wordEnd(text, start) : start
    note(text, start, end, entry)
    if (isJoined(text, start)) noteJoined(text, start, end, to, entry, note)
  })
}

/** Words before which a name is also written as one or as two: "عبد الله", "عبدالله"; "ابو مازن", "ابومازن". */
function isJoined(text: string, at: number): boolean {
  return text.startsWith('عبد', at) || text.startsWith('ابو', at)
}

function noteJoined(text: string, from: number, to: number, end: number, entry: number, note: Note): void {
  note(text, from, from + 3, entry)
  const next = wordStart(text, to)
  if (to === from + 3 && next < end) {
    const joined = text.slice(from, to) + text.slice(next, wordEnd(text, next))
    note(joined, 0, joined.length, entry)
  }
}

/** A surname is the last word, or the last two: "بن سلمان". */
function noteSurnames(entries: readonly GazetteerEntry[], note: Note): void {
  const lines = createLines()
  for (const [number, { kind, label }] of entries.entries()) {
    if (kind === 'person') for (const text of [label.ar, label.en]) lines.add(text, number)
  }
  lines.visit((text, from, to, entry) => {
    let [before, last] = [from, from]
    for (let start = wordStart(text, from); start < to; start = wordStart(text, wordEnd(text, start)))
      [before, last] = [last, start]
    for (const start of [before, last]) note(text, start, wordEnd(text, start), entry)
  })
}

function noteDemonyms(entries: readonly GazetteerEntry[], note: Note): void {
  for (const [number, { id, demonyms }] of entries.entries()) {
    if (!id.startsWith('country:')) continue
    const noteFirst = ([word = '']: readonly string[]) => note(word, 0, word.length, number)
    eachOf(demonyms, (text) => noteFirst(wordsOf(text)))
    for (const text of demonyms.ar ?? []) for (const { words } of inflectDemonym(wordsOf(text))) noteFirst(words)
  }
}

/** Texts that are folded at once, a line each, and then looked at: five times faster than one by one. */
function createLines() {
  const lines: string[] = []
  const entries: number[] = []
  return {
    add(text: string, entry: number) {
      lines.push(text.includes('\n') ? text.replaceAll('\n', ' ') : text)
      entries.push(entry)
    },
    visit(look: Note) {
      const text = fold(lines.join('\n'))
      let from = 0
      for (const entry of entries) {
        const next = text.indexOf('\n', from)
        const end = next < 0 ? text.length : next
        look(text, from, end, entry)
        from = end + 1
      }
    },
  }
}
