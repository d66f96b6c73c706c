/** The language of a text, ISO 639, and how it is written. */
export type Language = { language: string; direction: 'rtl' | 'ltr' }

/** Scripts that one language of the news is written in; Latin, Arabic and Cyrillic are told apart further. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Arabic}/gu, 'Arab'],
  [/\p{Script=Latin}/gu, 'Latn'],
  [/\p{Script=Cyrillic}/gu, 'Cyrl'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
]

/** Short words that stand in any text of the language and seldom in another's, and letters that only it has. */
const WORDS: Record<string, [language: string, words: RegExp][]> = {
  Arab: [
    ['ur', /[ٹڈڑےں]|(?<!\p{L})(?:ہے|کے|میں|اور|نے)(?!\p{L})/gu],
    ['ckb', /[ڵڕۆێ]|(?<!\p{L})(?:لە|بە|و)(?!\p{L})/gu],
    ['ps', /[ټډړښګڼ]|(?<!\p{L})(?:چې|کې|دی)(?!\p{L})/gu],
    ['fa', /[پچژگ]|(?<!\p{L})(?:است|که|این|را|با|های|شد|در)(?!\p{L})/gu],
    ['ar', /[ةأإىؤ]|(?<!\p{L})(?:في|من|على|إلى|أن|التي|الذي|عن|هذا|مع)(?!\p{L})/gu],
  ],
  Cyrl: [
    ['uk', /[іїєґ]|(?<!\p{L})(?:що|та|від|це)(?!\p{L})/giu],
    ['bg', /ъ|(?<!\p{L})(?:на|за|от|се|че|да)(?!\p{L})/giu],
    ['sr', /[ђјљњћџ]/giu],
    ['ru', /[ыэё]|(?<!\p{L})(?:и|в|не|что|это|как|по)(?!\p{L})/giu],
  ],
  Latn: [
    ['en', /(?<!\p{L})(?:the|of|and|to|is|that|was|for|with|on|it)(?!\p{L})/giu],
    ['fr', /(?<!\p{L})(?:le|les|des|et|est|une|du|dans|que|pour|qui|au)(?!\p{L})/giu],
    ['de', /(?<!\p{L})(?:der|die|das|und|ist|nicht|den|von|zu|mit|ein|im)(?!\p{L})/giu],
    ['es', /(?<!\p{L})(?:el|los|las|del|que|y|en|una|por|con|su|para)(?!\p{L})/giu],
    ['it', /(?<!\p{L})(?:il|che|di|della|è|per|non|sono|gli|nel|con|una)(?!\p{L})/giu],
    ['pt', /(?<!\p{L})(?:o|os|que|não|em|uma|do|da|para|com|são|ao)(?!\p{L})/giu],
    ['nl', /(?<!\p{L})(?:het|een|van|en|niet|zijn|op|dat|voor|met|te)(?!\p{L})/giu],
    ['tr', /(?<!\p{L})(?:ve|bir|bu|için|ile|olarak|da|de|olan|çok)(?!\p{L})|[ığş]/giu],
    ['sv', /(?<!\p{L})(?:och|att|det|är|som|på|inte|för|till|med|har)(?!\p{L})/giu],
    ['da', /(?<!\p{L})(?:og|det|er|af|ikke|på|til|med|har|blev|som)(?!\p{L})|[æø]/giu],
    ['no', /(?<!\p{L})(?:og|det|er|av|ikke|på|til|med|har|ble|som)(?!\p{L})/giu],
    ['fi', /(?<!\p{L})(?:ja|on|ei|että|se|oli|myös|mutta|kun|ovat)(?!\p{L})/giu],
    ['pl', /(?<!\p{L})(?:i|w|na|się|nie|że|z|do|jest|to|o)(?!\p{L})|[łąęż]/giu],
    ['cs', /(?<!\p{L})(?:a|se|na|že|je|v|to|jsou|pro|jako)(?!\p{L})|[řěů]/giu],
    ['hu', /(?<!\p{L})(?:a|az|és|hogy|nem|egy|is|van|volt)(?!\p{L})|[őű]/giu],
    ['ro', /(?<!\p{L})(?:și|în|de|la|cu|pe|nu|este|care|din)(?!\p{L})|[șț]/giu],
    ['id', /(?<!\p{L})(?:yang|dan|di|dengan|untuk|dari|ini|itu|pada|tidak)(?!\p{L})/giu],
    ['vi', /[ơưđ]|(?<!\p{L})(?:của|và|là|có|không|được)(?!\p{L})/giu],
  ],
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'he'])
/** Characters that are looked at; more make no text clearer. */
const SAMPLE = 5000

/** Tells a text's language by script, letters and function words; "und" where no letter is found. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const script = mostFrequent(SCRIPTS.map(([pattern, name]) => [name, count(sample, pattern)]))
  const japanese = script === 'zh' && count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0 ? 'ja' : script
  const candidates = WORDS[japanese ?? '']
  const language =
    candidates === undefined ? japanese : mostFrequent(candidates.map(([name, words]) => [name, count(sample, words)]))
  return describe(language ?? unknownOf(script))
}

function describe(language: string): Language {
  return { language, direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr' }
}

/** Without one known word, the script's commonest language in the news for Arabic script, else undetermined. */
function unknownOf(script: string | null): string {
  return script === 'Arab' ? 'ar' : 'und'
}

function mostFrequent(counts: [string, number][]): string | null {
  const [name, number] = counts.reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])
  return number === 0 ? null : name
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
