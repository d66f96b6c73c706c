import { foldedWords } from '../../language/tokenise.ts'
import { endsSentence, hasWord, wordCount } from '../form.ts'
import type { Metadata } from '../metadata.ts'
import { claim, isFree, type Line, type Page, type Region, servedText } from '../page.ts'
import { decodeEntities } from './entities.ts'

type Author = { name: string }

/** The writers that the page states, else those that a line shows; lines named as the byline are claimed as such. */
export function mergeAuthors(page: Page, body: Region, shown: Author[], metadata: Metadata): Author[] {
  const lines = bylinesNear(page, body)
  const stated = namesOf(
    metadata.authors.map(({ value }) => value),
    metadata,
  )
  const named = namesOf(
    lines.map(({ text }) => text),
    metadata,
  )
  for (const line of lines) claim(page, line, 'author', 'named-byline')
  if (stated.length > 0) return stated
  return shown.length > 0 ? shown : named
}

function bylinesNear(page: Page, body: Region): Line[] {
  const near = page.lines.slice(Math.max(0, body.start - 25), body.start + 3)
  return near.filter(
    (line) => line.hint?.named === 'byline' && line.hint.tag !== 'img' && isFree(page, line) && isByline(line),
  )
}

function isByline({ text }: Line): boolean {
  return wordCount(text) >= 1 && wordCount(text) <= 12 && !endsSentence(text)
}

/** Several names in one text: commas, semicolons, "and"; a comma alone also sets off what a person is. */
const BETWEEN = /\s*[;|•؛/]\s*|\s*[,،]\s*|\s+(?:and|et|und|y|e|i|og|och|en|ve|&|и|і|a|و)\s+|\s(?=و\p{L}{3})/u

function namesOf(values: string[], { publishers }: Metadata): Author[] {
  const sites = new Set(publishers.map(({ value }) => foldedWords(value)))
  const names = values
    .flatMap((value) => splitNames(servedText(decodeEntities(value))))
    .map(bareName)
    .filter(isName)
  const persons = names.filter((name) => !sites.has(foldedWords(name)))
  const distinct = new Map((persons.length > 0 ? persons : names).reverse().map((name) => [foldedWords(name), name]))
  return [...distinct.values()].reverse().map((name) => ({ name }))
}

/** Only texts of several words each are several names: "Smith, John" is one. */
function splitNames(text: string): string[] {
  const parts = text.split(BETWEEN).map((part) => part.trim())
  return parts.every((part) => wordCount(part) >= 2 || /^[\p{Script=Han}\p{Script=Hangul}]{2,8}/u.test(part))
    ? parts
    : [text]
}

/** Without what introduces it, and what stands behind it: an address, a city, a bracket with initials. */
function bareName(text: string): string {
  return text
    .replace(/^(?:by|von|par|por|di|da|af|av|door|od|yazan|автор|текст|بقلم|كتب|كتبت|تحرير|نویسنده)\s*[:：]?\s+/iu, '')
    .replace(/\s*[(（[][^)）\]]{0,40}[)）\]]$/u, '')
    .replace(/\s+[-–—|]\s+.{1,60}$/u, '')
    .replace(/\s*기자$/u, '')
    .replace(/^@/, '')
    .trim()
}

function isName(text: string): boolean {
  return (
    hasWord(text) &&
    text.length <= 80 &&
    wordCount(text) <= 8 &&
    !/@|https?:|www\.|\.(?:com|net|org)(?:\/|$)|\d{4}/i.test(text)
  )
}
