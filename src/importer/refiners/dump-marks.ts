import { joinedText, type Mark, type RawLine, type Said } from '../page.ts'

/** Longer lines are left as they are. */
const LONGEST = 20_000

/** A line of the list of addresses at the end of a dump. */
const REFERENCE = /^\s*\d{1,4}\.\s(?:https?|file|mailto|javascript|tel|ftp|data):/u
const IMAGE_STAND_IN = /^\s*\[([^[\]]{1,300}\.(?:jpe?g|jfif|png|gif|svg|webp|avif)[^[\]]{0,300})\]\s*$/iu

/** What shows that a capture is a dump of a program, and which signs that program writes into the text. */
type Form = { lynx: boolean; numbered: boolean; margin: boolean; markdown: boolean; stars: boolean }

/**
 * Tells the text of a dump from what the program that made it writes around it: the bullets, buttons, link numbers and
 * addresses of `lynx -dump`, the Markdown of Python's html2text and the stars of Debian's. Captures that show none of
 * these forms stay as they are.
 */
export function readDump(groups: RawLine[][]): RawLine[][] {
  const form = formOf(groups)
  if (!form.lynx && !form.markdown && !form.stars) return groups
  return groups.map((raws) => {
    const said = readGroup(raws, form)
    const [first, ...rest] = raws as [RawLine, ...RawLine[]]
    return said === null ? raws : [{ ...first, said }, ...rest]
  })
}

function formOf(groups: RawLine[][]): Form {
  const firsts = groups.map(([first]) => (first as RawLine).raw)
  const count = (form: RegExp) => firsts.filter((raw) => raw.length <= LONGEST && form.test(raw)).length
  const references = count(REFERENCE)
  const feed = /^\s*#(?:\[\d+\])?\p{L}/u.test(firsts[0] ?? '') ? 1 : 0
  const lynx = count(/^\s*\(BUTTON\)/u) + count(IMAGE_STAND_IN) + feed > 0 || references >= 3
  const linked = count(/\]\((?:https?:|\/|<)/u)
  return {
    lynx,
    numbered: references >= 2 && count(/\[\d{1,4}\]\S/u) >= 2,
    margin: lynx && count(/^ {3}\S/u) * 2 >= firsts.length - references - count(/^ {4,}[*+o]\s/u),
    markdown: linked > 0 ? linked + count(/^#{1,6}\s\S/u) >= 2 : count(/^#{1,6}\s\S/u) >= 2,
    stars: groups.some(isStarred) || count(/^ {10}o\s\S/u) >= 3,
  }
}

function isStarred(raws: RawLine[]): boolean {
  return /^\s*\*{3,6}\s/u.test((raws[0] as RawLine).raw) && /^\s*\*{3,6}\s.{1,300}\s\*{3,6}$/u.test(joinedText(raws))
}

/** What the lines say and as what; null where nothing of the program is in them. */
function readGroup(raws: RawLine[], form: Form): Said | null {
  const raw = joinedText(raws).trimEnd()
  if (raw.length > LONGEST) return null
  const said = form.markdown ? readMarkdown(raws, raw) : form.stars ? readStars(raw) : readLynx(raws, raw, form)
  return said.mark === null && said.text === raw ? null : said
}

function readLynx(raws: RawLine[], raw: string, form: Form): Said {
  if (REFERENCE.test(raw) || /^\s*I?FRAME:\s/u.test(raw)) return { text: raw, mark: 'control' }
  const bare = (form.numbered ? raw.replace(/\[\d{1,4}\]/gu, '') : raw).replace(/\(BUTTON\)/gu, '').trim()
  // "(BUTTON) 9:51" is the clock of an article, whatever it opens.
  const isControl = /^\s*(?:\(BUTTON\)|\[[ X_]\]|\([ *]\)\s)/u.test(raw) && !/\d[:.]\d\d/u.test(raw)
  if (isControl || /^\s*#(?:\[\d+\])?(?:alternate|stylesheet|search|index|icon|prev|next)\b/u.test(raw))
    return { text: bare, mark: 'control' }
  const image = IMAGE_STAND_IN.exec(bare)
  if (image !== null) return { text: image[1] as string, mark: null }
  if (/^\s{2,}[*+o#@]\s/u.test(raw)) return { text: bare.replace(/^[*+o#@]\s+/u, ''), mark: 'item' }
  return { text: bare, mark: form.margin ? markOfIndent(raws) : null }
}

/** Lynx sets text 3 columns in, quotations further, and headings below the first to 0, 2 or 4 columns. */
function markOfIndent(raws: RawLine[]): Mark | null {
  const [indent = 0, ...others] = raws.map(({ raw }) => raw.length - raw.trimStart().length)
  const length = raws.reduce((sum, { raw }) => sum + raw.trim().length, 0)
  if (others.length === 0 && [0, 2, 4].includes(indent) && length <= 100) return 'heading'
  return indent >= 5 && indent <= 9 && others.every((other) => other === indent) && length >= 60 ? 'quote' : null
}

function readMarkdown(raws: RawLine[], raw: string): Said {
  const heading = /^\s*#{1,6}\s+(.{0,500}?)\s*#{0,6}$/u.exec(raw)
  if (heading !== null)
    return { text: withoutMarkdown(heading[1] as string), mark: /^\s*#\s/u.test(raw) ? 'title' : 'heading' }
  if (raws.every((line) => /^\s*>/u.test(line.raw))) {
    const inner = raws.map((line) => ({ ...line, raw: line.raw.replace(/^[\s>]{0,20}/u, '') }))
    return { text: withoutMarkdown(joinedText(inner)), mark: 'quote' }
  }
  const item = /^\s*[*+-]\s+(?=\S)/u.exec(raw)
  const isRule = /^[\s*_-]{3,}$/u.test(raw)
  if (item !== null && !isRule) return { text: withoutMarkdown(raw.slice(item[0].length)), mark: 'item' }
  return { text: withoutMarkdown(raw), mark: null }
}

const IMAGE = /!\[([^[\]]{0,1000})\]\((?:<[^<>]{0,2000}>|([^()\s]{0,2000}))(?:\s"[^"]{0,500}")?\)/gu
const LINK = /\[([^[\]]{0,1000})\]\((?:<[^<>]{0,2000}>|[^()\s]{0,2000})(?:\s"[^"]{0,500}")?\)/gu

/** The text alone: of links their words, of images the alternative text, or where there is none the file's name. */
function withoutMarkdown(text: string): string {
  return text
    .replace(IMAGE, (_, alt: string, url = '') => alt.trim() || ((url as string).split(/[/?#]/u).at(-1) ?? ''))
    .replace(LINK, '$1')
    .replace(/\*\*([^*]{1,2000})\*\*/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_([^_]{1,2000})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([-.[\]()#*_+!>`])/gu, '$1')
    .trim()
}

/** "****** The title ******", "***** A heading *****", "[The bridge at dawn]", "[bridge.jpg][The bridge at dawn]". */
function readStars(raw: string): Said {
  const heading = /^\s*(\*{2,6})\s(.{1,500}?)\s\*{2,6}$/u.exec(raw)
  if (heading !== null)
    return { text: withoutUnderscores(heading[2] as string), mark: heading[1] === '******' ? 'title' : 'heading' }
  if (/^\s{4,}[*o]\s/u.test(raw)) return { text: withoutUnderscores(raw.trim().replace(/^[*o]\s+/u, '')), mark: 'item' }
  const alternative = /^\s*\[([^[\]]{2,300})\]$/u.exec(raw)
  return { text: withoutUnderscores(alternative?.[1] ?? raw), mark: null }
}

/** Debian's html2text underlines links: "Старый_мост_разберут" → "Старый мост разберут", but not an address. */
function withoutUnderscores(text: string): string {
  return text.replace(/[^\s_]+(?:_[^\s_]+)+/gu, (words) =>
    /[@/]|\.\p{L}{2,4}$/u.test(words) ? words : words.replaceAll('_', ' '),
  )
}
