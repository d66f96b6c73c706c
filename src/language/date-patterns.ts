/**
 * Dates in figures. `first` and `second` are day and month, in an order that the figures alone may not tell. To the year
 * the same date in words may be glued: "20/2/202420 فبراير".
 */
export const NUMERIC_DATES = [
  /(?<!\d)(?<year>\d{4})\s?[-./]\s?(?<month>\d{1,2})\s?[-./]\s?(?<day>\d{1,2})(?!\d)/g,
  /(?<era>令和|平成|民国|民國)\s?(?<year>\d{1,3}|元)\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号號]/g,
  /(?<!\d)(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号號]/g,
  /(?<!\d)(?<year>\d{4})\s?년\s?(?<month>\d{1,2})\s?월\s?(?<day>\d{1,2})\s?일/g,
  /(?<!\d)(?<day>\d{1,2})\s?(?:thang|thg)\s?(?<month>\d{1,2})[,\s]{1,2}(?:nam\s)?(?<year>\d{4})(?!\d)/g,
  /(?<![\d.])(?<first>\d{1,2})\s?(?<by>[-./])\s?(?<second>\d{1,2})\s?\k<by>\s?(?<year>20\d\d(?=\d{1,2}\s\p{L})|\d{4}(?![\d.]?\d)|\d{2}(?![\d.]?\d))/gu,
]

/** What may be part of a name: told by what it is not, as patterns of all letters take long to build. */
const LETTER = '[^\\s\\d!-/:-@\\[-`{-~،؛。，]'
/** One word or two, of a month's length; whether it is a month's name is looked up. */
const WORDS = [`${LETTER}{2,10}\\s${LETTER}{3,8}`, `${LETTER}(?:${LETTER}|\\.(?=${LETTER})){1,13}`]

/**
 * Dates with a month by name, with the names of two words first (تشرين الثاني). A second name of the same month may
 * follow: `month` and `also` ("نيسان / أبريل"). "٢٧ من سبتمبر", "July 18th, 2024", "2021. július 2.", "22-Sep-24".
 */
export const NAMED_DATES = WORDS.flatMap((words) => {
  const month = `(?:(?<!${LETTER})|(?<=[^\\x00-\\u024f])(?=[a-z]))(?<month>${words})(?!${LETTER})[.॰]?(?:\\s?[/(|-]\\s?(?<also>${LETTER}{3,14})\\)?)?`
  const day = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|eme|a|(?<point>\\.)|[ºª°]|-?(?:го|ое))?'
  // The time may be glued to the year: "March 4, 202412:45 PM".
  const year = '(?<year>\\d{4})(?=\\d{1,2}:\\d\\d|(?!\\d))'
  const gap = '\\s?[-,،./]?\\s?'
  const of = "(?:(?:من|de|of|di|ta)\\s|d['’])?"
  const clock = '(?:\\d\\d:\\d\\d(?::\\d\\d)?\\s(?:[a-z]{2,4}\\s|[+-]\\d{4}\\s)?)?'
  return [
    `${day}${gap}${of}${month}${gap}(?:(?:de|del|سنه|عام)\\s)?${year}`,
    `${month}\\s?${day}${gap}${clock}${year}`,
    `(?<!\\d)${year}(?:\\s(?:m|gada|nian|оны|йил)|-?yil|(?:e?ko))?${gap}${month}${gap}${day}(?!\\d)`,
    `(?<!\\d)${year}\\.?\\sgada\\s${day}\\s${month}`,
    `${day}-${month}-(?<year>\\d{2})(?!\\d)`,
  ].map((source) => new RegExp(source, 'gu'))
})
