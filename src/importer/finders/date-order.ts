import type { DateOrder } from '../../language/date-reading.ts'
import { detectLanguage } from '../../language/detect.ts'
import { linesOf, type Page, type Region } from '../page.ts'

const NUMBERS = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d\d(?![\d/.-])/g
const AMERICAN =
  /\b(?:color|center|favor|labor|honor|neighbor|defense|program|percent|organiz|recogniz|analyz|traveled)/g
const BRITISH =
  /\b(?:colour|centre|favour|labour|honour|neighbour|defence|programme|per cent|organis|recognis|analys|travelled)/g

/**
 * In which order the page writes "03/04/2020": as other dates of it show that cannot be read both ways, else as its
 * language does; English has two orders, and its spelling tells which is likelier. Null where nothing tells.
 */
export function dateOrderOf(page: Page, body: Region): DateOrder {
  const numbers = page.lines.flatMap(({ folded }) =>
    folded.length > 300
      ? []
      : [...folded.matchAll(NUMBERS)].map(([, first, second]) => [Number(first), Number(second)]),
  ) as [number, number][]
  const dayFirst = numbers.some(([first, second]) => first > 12 && second <= 12)
  const monthFirst = numbers.some(([first, second]) => second > 12 && first <= 12)
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first'
  const text = linesOf(page, body)
    .map((line) => line.text)
    .join('\n')
    .slice(0, 5000)
  const { language } = detectLanguage(text)
  return language === 'en' ? orderBySpelling(text.toLowerCase()) : language === 'und' ? null : 'day-first'
}

function orderBySpelling(text: string): DateOrder {
  const [american, british] = [AMERICAN, BRITISH].map((words) => text.match(words)?.length ?? 0) as [number, number]
  if (american === british) return null
  return american > british ? 'month-first' : 'day-first'
}
