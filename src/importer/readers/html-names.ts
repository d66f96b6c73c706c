import type { NamedPart } from '../page.ts'
import type { DomElement } from './dom.ts'

/**
 * Words in the names that pages give to their parts, in the languages that code is written in; the first that fits
 * counts. Names are cut into words ("articleByline_name" → article, byline, name) and matched whole.
 */
const NAMES: [NamedPart, RegExp][] = [
  [
    'credit',
    /^(?:credits?|copyright|photographer|photocredit|imagecredit|bildquelle|rights|attribution|fotograf|fotokredit|agency)$/,
  ],
  [
    'caption',
    /^(?:captions?|figcaption|cutline|bildunterschrift|legende?|bildtext|imagecaption|photocaption|didascalia|pie|resimalti)$/,
  ],
  [
    'byline',
    /^(?:bylines?|authors?|autor(?:en|es|i)?|auteurs?|writers?|yazar|forfatter|skribent|journalist|authorname|creator)$/,
  ],
  [
    'date',
    /^(?:dates?|datetime|dateline|pubdate|published|publishdate|timestamp|datum|tarih|fecha|datepublished|datemodified|modified|updated|postdate)$/,
  ],
  [
    'kicker',
    /^(?:kicker|eyebrow|overline|dachzeile|topline|spitzmarke|surtitle|surtitre|antetitulo|occhiello|vignette|stikktittel|preheadline|pretitle|hattitle|supertitle|roofline)$/,
  ],
  [
    'standfirst',
    /^(?:standfirst|lede|dek|deck|subtitle|subheadline|subhead|chapo|ingress|vorspann|sommario|bajada|underrubrik|manchet|spot|excerpt|perex|zajawka)$/,
  ],
  ['headline', /^(?:headline|entrytitle|posttitle|articletitle)$/],
  [
    'related',
    /^(?:related|relateds|recommended|recommendations?|readmore|readalso|seealso|moreon|alsoread|teasers?|promo|outbrain|taboola|trending|popular|mostread|recirc|recirculation|inlinelink|morestories|similar)$/,
  ],
  [
    'furniture',
    /^(?:shares?|sharing|social|socials|newsletters?|subscribe|subscription|signup|paywall|comments?|advert|adverts|advertisement|advertising|ads?|adslot|sponsored|cookies?|consent|breadcrumbs?|toolbar|tags?|taglist|disclaimer|pagination|menu|navbar|nav|footer|follow|reactions?|poll|donate|donation|banner|popup|modal|skip|toast|tooltip)$/,
  ],
]

const ATTRIBUTES = ['itemprop', 'class', 'id', 'rel', 'data-testid', 'data-component', 'role']

/** What the element's own names say it is. */
export function namedPartOf(element: DomElement): NamedPart | null {
  const names = ATTRIBUTES.map((name) => element.getAttribute(name) ?? '').join(' ')
  if (names.trim() === '' || names.length > 1000) return null
  const words = wordsOf(names)
  return NAMES.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null
}

/** Each name's words, and neighbouring words together: "read-more" → read, more, readmore. */
function wordsOf(names: string): string[] {
  return names.split(/\s+/).flatMap((name) => {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
    return words.flatMap((word, index) => (index + 1 < words.length ? [word, `${word}${words[index + 1]}`] : [word]))
  })
}

/** Whether the page shows the element: not where it says otherwise itself, or keeps its text for screen readers only. */
export function isShown(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return false
  if (/display\s*:\s*none/i.test(element.getAttribute('style') ?? '')) return false
  const isClipped = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|offscreen)(?![a-z])/i
  return element.localName === 'h1' || !isClipped.test(element.getAttribute('class') ?? '')
}
