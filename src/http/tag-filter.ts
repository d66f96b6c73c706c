import { tagIdSchema } from '../domain/gazetteer.ts'
import type { TagTerm } from '../domain/store.ts'
import type { TagType } from '../domain/tag.ts'
import { Complaint, parameter } from './parameters.ts'
import { nearest } from './suggest.ts'

/** A filter as the store takes it, and its text in one spelling. */
export type TagFilter = { groups: TagTerm[][]; text: string }

export const MAX_TERMS = 20

const PREFIXES = ['country:', 'actor:', 'place:']
const FORM = {
  country: 'two letters, e.g. am',
  actor: 'a slug, e.g. recep-tayyip-erdogan',
  place: 'a slug, e.g. damascus',
}

/** `,` is and, `|` is or, `-` is not: `country:am,-actor:x|place:y` is "am, and either not x or y". */
export function tagFilter(description: string) {
  return parameter({ description, examples: ['country:am,-actor:nato'] }, (text) => readFilter(text, readTagId))
}

/** The same with the type left out: `country=am,ru`. */
export function shorthandFilter(type: TagType, example: string) {
  const description = `Shorthand for \`tag\` with \`${type}:\` before each id: ${FORM[type]}`
  return parameter({ description, examples: [example] }, (text) =>
    readFilter(text, (term) => readTypedId(type, term), `${type}:`),
  )
}

function readFilter(text: string, readId: (term: string) => string, prefix = ''): TagFilter {
  const groups = text.split(',').map((group) => group.split('|').map((term) => readTerm(term, readId)))
  return { groups, text: writeFilter(groups, prefix) }
}

function writeFilter(groups: readonly TagTerm[][], prefix: string): string {
  const write = ({ id, not }: TagTerm) => (not ? '-' : '') + id.slice(prefix.length)
  return groups.map((group) => group.map(write).join('|')).join(',')
}

/** The place of the alternatives that a facet selects among: the last that leave nothing out. -1 where there are none. */
export function selectionOf(groups: readonly TagTerm[][]): number {
  return groups.findLastIndex((group) => group.every(({ not }) => !not))
}

/** The shorthand filter with the tag as one more alternative, or without it where it is one; undefined for none at all. */
export function toggleTag(type: TagType, groups: readonly TagTerm[][], id: string): string | undefined {
  const own = selectionOf(groups)
  const group = groups[own] ?? []
  const others = group.filter((term) => term.id !== id)
  const toggled = others.length < group.length ? others : [...group, { id, not: false }]
  const filter = own === -1 ? [...groups, toggled] : groups.map((one, at) => (at === own ? toggled : one))
  return (
    writeFilter(
      filter.filter((one) => one.length > 0),
      `${type}:`,
    ) || undefined
  )
}

function readTerm(term: string, readId: (term: string) => string): TagTerm {
  const not = term.startsWith('-')
  return { id: readId(not ? term.slice(1) : term), not }
}

function readTagId(term: string): string {
  const id = term.toLowerCase()
  if (tagIdSchema.safeParse(id).success) return id
  const prefix = nearest(id.slice(0, id.indexOf(':') + 1), PREFIXES)
  const suggestion = prefix === undefined ? undefined : prefix + id.slice(id.indexOf(':') + 1)
  const better = tagIdSchema.safeParse(suggestion).success ? suggestion : undefined
  throw new Complaint('invalid', `must be tag ids like country:am or actor:nato, not '${term}'`, better)
}

function readTypedId(type: TagType, term: string): string {
  const id = `${type}:${term.toLowerCase()}`
  if (tagIdSchema.safeParse(id).success) return id
  throw new Complaint('invalid', `must have ids of the form ${FORM[type]}, not '${term}'`)
}
