import { withoutProclitics } from '../language/arabic.ts'
import type { Match } from './match.ts'
import type { Name } from './names.ts'

/** Words that, up to three words before a surname, say that a person in office is meant. Folded. */
const TITLES = new Set([
  ...[
    'الرييس',
    'رييس',
    'رييسه',
    'الرييسه',
    'نظيره',
    'نظيرها',
    'الوزير',
    'وزير',
    'وزيره',
    'المستشار',
    'المستشاره',
    'السيد',
  ],
  ...['السيده', 'الملك', 'ملك', 'الامير', 'امير', 'الشيخ', 'الجنرال', 'اللواء', 'العميد', 'المشير', 'السفير'],
  ...['المبعوث', 'الامين', 'المرشد', 'النايب', 'السيناتور', 'السلطان', 'ولي', 'الزعيم', 'زعيم', 'قايد'],
  ...[
    'president',
    'minister',
    'chancellor',
    'premier',
    'mr',
    'mrs',
    'ms',
    'king',
    'prince',
    'sheikh',
    'general',
    'senator',
  ],
  ...['secretary', 'leader', 'ambassador', 'colonel', 'marshal', 'sultan', 'emir'],
])
const REACH = 3

/**
 * Keeps the ambiguous names that nothing near them decided if the same name was decided elsewhere in the article:
 * a word has one sense in an article.
 */
export function resolveUndecided(matches: readonly Match[]): Match[] {
  const decided = new Set(matches.filter(({ undecided }) => undecided !== true).map(({ name }) => name))
  return matches.filter(({ undecided, name }) => undecided !== true || decided.has(name))
}

/**
 * Keeps the short names that something in the article supports: the full name anywhere in it, or a title before the
 * short one. e.g. "بوش" is a surname of many, "عباس" a common first name. Of several people with one short name it is
 * the one who was named last before; where no one was, it stays unlinked.
 */
export function resolveShortNames(matches: readonly Match[]): Match[] {
  const named = new Set(matches.filter(({ name }) => name.evidence !== 'short-name').map(({ name }) => name.entry.id))
  const lastNamed = new Map<string, number>()
  return matches.flatMap((match, order) => {
    const resolved = match.name.evidence === 'short-name' ? resolveShortName(match, named, lastNamed) : match.name
    if (resolved === null) return []
    lastNamed.set(resolved.entry.id, order)
    return [{ ...match, name: resolved }]
  })
}

function resolveShortName(
  match: Match,
  named: ReadonlySet<string>,
  lastNamed: ReadonlyMap<string, number>,
): Name | null {
  const owners = match.owners ?? [match.name]
  const known = owners.filter(({ entry }) => named.has(entry.id))
  if (known.length === 0) return owners.length === 1 && hasTitle(match) ? match.name : null
  if (known.length === 1) return known[0] as Name
  const order = ({ entry }: Name) => lastNamed.get(entry.id) ?? -1
  const last = known.reduce((latest, next) => (order(next) > order(latest) ? next : latest))
  return order(last) < 0 ? null : last
}

function hasTitle({ text, first }: Match): boolean {
  for (let token = Math.max(0, first - REACH); token < first; token++) {
    const word = text.tokens[token]?.folded as string
    if (TITLES.has(word) || withoutProclitics(word).some((reading) => TITLES.has(reading))) return true
  }
  return false
}
