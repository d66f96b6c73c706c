import type { Language } from '../../language/detect.ts'
import { hasWord, wordCount } from '../form.ts'
import type { Metadata } from '../metadata.ts'
import { servedText } from '../page.ts'
import { decodeEntities } from './entities.ts'

/** The site's name as the page states it. */
export function publisherOf({ publishers }: Metadata): string | null {
  const names = publishers.map(({ value }) => servedText(decodeEntities(value)))
  return names.find((name) => name !== '' && name.length <= 100 && !/^(?:https?:|@)/.test(name)) ?? null
}

/** The section of the paper, which stands for a kicker that the page does not show. */
export function sectionOf({ sections }: Metadata): string | null {
  const names = sections.map(({ value }) => servedText(decodeEntities(value)))
  return names.find((name) => hasWord(name) && name.length <= 40 && wordCount(name) <= 5) ?? null
}

/** Where the page says that it is: absolute, and more than the site's front page. */
export function urlOf({ urls }: Metadata): string | null {
  const found = urls.map(({ value }) => value).filter((value) => URL.canParse(value))
  return found.find((value) => /^https?:$/.test(new URL(value).protocol) && new URL(value).pathname.length > 1) ?? null
}

/** What the text's script and words say comes first: pages say "en" of any language. */
export function languageOf(detected: Language, { languages }: Metadata): Language {
  if (detected.language !== 'und') return detected
  const stated = languages.map(({ value }) => /^([a-z]{2,3})(?:[-_]|$)/i.exec(value)?.[1]?.toLowerCase())
  return { ...detected, language: stated.find((language) => language !== undefined) ?? 'und' }
}
