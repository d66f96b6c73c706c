import { ARABIC, BENGALI, CYRILLIC, DEVANAGARI, ETHIOPIC, HEBREW, LATIN, type Profile } from './languages.ts'

/** A script's range of characters, and the one language of the news that is written in it or those it is shared by. */
type Range = [from: number, to: number, languages: string | Profile[]]

/** Blocks of Unicode that letters of the news stand in; their bounds are multiples of 16. */
const RANGES: Range[] = [
  [0x0040, 0x007f, LATIN],
  [0x00c0, 0x024f, LATIN],
  [0x1e00, 0x1eff, LATIN],
  [0x0370, 0x03ff, 'el'],
  [0x0400, 0x052f, CYRILLIC],
  [0x0530, 0x058f, 'hy'],
  [0x0590, 0x05ff, HEBREW],
  [0x0600, 0x06ff, ARABIC],
  [0x0750, 0x077f, ARABIC],
  [0xfb50, 0xfdff, ARABIC],
  [0xfe70, 0xfeff, ARABIC],
  [0x0780, 0x07bf, 'dv'],
  [0x0900, 0x097f, DEVANAGARI],
  [0x0980, 0x09ff, BENGALI],
  [0x0a00, 0x0a7f, 'pa'],
  [0x0a80, 0x0aff, 'gu'],
  [0x0b00, 0x0b7f, 'or'],
  [0x0b80, 0x0bff, 'ta'],
  [0x0c00, 0x0c7f, 'te'],
  [0x0c80, 0x0cff, 'kn'],
  [0x0d00, 0x0d7f, 'ml'],
  [0x0d80, 0x0dff, 'si'],
  [0x0e00, 0x0e7f, 'th'],
  [0x0e80, 0x0eff, 'lo'],
  [0x0f00, 0x0fff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x139f, ETHIOPIC],
  [0x1780, 0x17ff, 'km'],
  [0x2d30, 0x2d7f, 'zgh'],
  [0x3040, 0x30ff, 'ja'],
  [0x4e00, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
]

export type Script = string | Profile[]

const scripts: Script[] = [...new Set(RANGES.map(([, , languages]) => languages))]
/** For each run of 16 characters, the place in `scripts` of the one it belongs to, from 1; 0 for no script. */
const places = new Uint8Array(0x1000)
for (const [from, to, script] of RANGES) places.fill(scripts.indexOf(script) + 1, from >> 4, (to >> 4) + 1)

/** Characters of these scripts say as much as two or three letters of an alphabet. */
const DENSE = new Set<Script>(['zh', 'ja', 'ko'])

/** How much of a text is in each script that it has letters of. */
export function scriptsOf(text: string): Map<Script, number> {
  const counts = new Uint32Array(scripts.length + 1)
  for (let at = 0; at < text.length; at++) {
    const place = places[text.charCodeAt(at) >> 4] as number
    counts[place] = (counts[place] as number) + 1
  }
  const weights = scripts.map((script, index) => [
    script,
    (counts[index + 1] as number) * (DENSE.has(script) ? 2.5 : 1),
  ])
  return new Map((weights as [Script, number][]).filter(([, weight]) => weight > 0))
}
