import type { Page, Region } from '../page.ts'

/** Addresses as text has them: links, "www.…" and mail, and names under a country's own "co" or "com": "site.com.au". */
const ADDRESS =
  /(?:(?:https?:\/\/|www\.|[\w.+-]{1,64}@)(?<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})|(?<![\w.@/-])(?<second>[a-z0-9-]{2,40}\.(?:com?|org|net|or|ne|gov|go)\.[a-z]{2})(?![\w.-]))/g
const BARE_HOST = /^(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2}$/
/** A bare name with a point in it may be a typing error ("the end.it was"), but not with these letters, and not in a footer. */
const FOOTER_HOST =
  /(?<![\w.@/-])[a-z0-9-]{3,40}\.(?:ru|ua|by|kz|pl|cz|sk|hu|ro|bg|gr|tr|fr|nl|dk|fi|ch|lt|lv|ee|hr|rs|ba|gl|uk|ie|jp|kr|cn|tw|hk|vn|pk|ph|za|ng|ke|tz|gh|eg|jo|lb|iq|ir|sy|ye|kw|qa|dz|br|cl|pe)(?![\w.-])/g

/** Top-level domains of countries that anybody takes, for their letters: twitch.tv, site.io. */
const GENERIC = new Set(
  'ac ag ai am as bz cc cd cf co cx dj fm ga gd gg gq im io la lk ly ml nu pw sc sh st su tf tk to tv vc vg ws'.split(
    ' ',
  ),
)
/** Hosts that shorten addresses, or that anybody's channel has. */
const SHORTENERS =
  /(?:^|\.)(?:youtu\.be|goo\.gl|t\.me|wa\.me|fb\.me|m\.me|is\.gd|git\.io|lin\.ee|ig\.me|vk\.me|telegram\.me|about\.me|zen\.ya\.ru|kko\.to|me2\.kr)$/
/** Domains that are not the code of their country. */
const CODES: Record<string, string> = { uk: 'gb' }

/** Countries by the number that is dialled; +1 and +7 are those of several. */
const DIALLED = new Map(
  '20eg 27za 30gr 31nl 32be 33fr 34es 36hu 39it 40ro 41ch 43at 44gb 45dk 46se 47no 48pl 49de 51pe 52mx 54ar 55br 56cl 57co 58ve 60my 61au 62id 63ph 64nz 65sg 66th 81jp 82kr 84vn 86cn 90tr 91in 92pk 94lk 98ir 212ma 213dz 216tn 218ly 220gm 221sn 223ml 225ci 226bf 227ne 228tg 229bj 233gh 234ng 237cm 241ga 243cd 244ao 249sd 250rw 251et 254ke 255tz 256ug 258mz 260zm 261mg 263zw 264na 265mw 267bw 298fo 299gl 351pt 352lu 353ie 354is 355al 356mt 357cy 358fi 359bg 370lt 371lv 372ee 373md 374am 375by 376ad 377mc 380ua 381rs 382me 385hr 386si 387ba 389mk 420cz 421sk 423li 502gt 503sv 504hn 505ni 506cr 507pa 591bo 593ec 595py 598uy 852hk 853mo 855kh 856la 880bd 886tw 960mv 961lb 962jo 963sy 964iq 965kw 966sa 967ye 968om 970ps 971ae 972il 973bh 974qa 975bt 976mn 977np 992tj 993tm 994az 995ge 996kg 998uz'
    .split(' ')
    .map((entry) => [entry.slice(0, -2), entry.slice(-2)]),
)
const PHONE = /(?<![\d+])\+\s?(?<code>\d{2,3})(?=[\s().\d-]{7,16}(?!\d))/g

/**
 * The countries that the addresses on a page and the telephone numbers around its text belong to, each with the number
 * of lines that name one: "www.site.dk", "redaktion@site.dk", "site.com.au", "+299 …".
 */
export function countriesOn(page: Page, body: Region): Map<string, number> {
  const found = new Map<string, number>()
  for (const { folded, index } of page.lines) {
    if (folded.length > 2000) continue
    const isAround = index < body.start || index > body.end
    const codes = [...hostsIn(folded, isAround).map(countryOfHost), ...(isAround ? dialledIn(folded) : [])]
    for (const code of new Set(codes)) if (code !== null) found.set(code, (found.get(code) ?? 0) + 1)
  }
  return found
}

function hostsIn(folded: string, isAround: boolean): string[] {
  if (!folded.includes('.')) return []
  if (BARE_HOST.test(folded)) return [folded]
  const addresses = [...folded.matchAll(ADDRESS)].map((match) => match.groups?.host ?? match.groups?.second ?? '')
  return isAround ? [...addresses, ...[...folded.matchAll(FOOTER_HOST)].map(([host]) => host)] : addresses
}

function dialledIn(folded: string): (string | null)[] {
  if (!folded.includes('+')) return []
  return [...folded.matchAll(PHONE)].map((match) => {
    const digits = match.groups?.code ?? ''
    return DIALLED.get(digits) ?? DIALLED.get(digits.slice(0, 2)) ?? null
  })
}

/** The country that an address is under; null for "site.com" and for what is no address. */
export function countryOfUrl(url: string | null): string | null {
  try {
    return url === null ? null : countryOfHost(new URL(url).hostname)
  } catch {
    return null
  }
}

function countryOfHost(host: string): string | null {
  const domain = /\.([a-z]{2})$/.exec(host.toLowerCase())?.[1]
  if (domain === undefined || GENERIC.has(domain) || SHORTENERS.test(host)) return null
  return CODES[domain] ?? domain
}
