import type { Published } from '../../domain/article.ts'
import { type Ago, readAgo } from '../../language/relative-time.ts'
import { dayText } from '../../language/time-zone.ts'
import { claim, freeLines, type Line, type Page, type Region } from '../page.ts'

const LONGEST = 80
/** Lines above the text among which it may stand; teasers further up have their own. */
const NEAR = 12
/** Letters beside it: a label, a writer, a section. */
const MOST_BESIDE = 40

const MINUTES = { minute: 1, hour: 60, day: 24 * 60 }

/**
 * When a page says that the article appeared "3 hours ago": so long before the capture was made, where that is known.
 * Hours and days give the day in UTC, minutes the minute. null, with a note, where the capture has no date of its own.
 */
export function findRelativeDate(
  page: Page,
  body: Region,
  capturedAt: string | null,
): { line: Line; published: Published | null } | null {
  const lines = freeLines(page, Math.max(0, body.start - NEAR), body.start + 3).reverse()
  for (const line of lines) {
    const read = line.text.length <= LONGEST ? readAgo(line.folded) : null
    if (read === null || (read.rest.match(/\p{L}/gu)?.length ?? 0) > MOST_BESIDE) continue
    claim(page, line, 'date', 'relative-date')
    const reason = capturedAt === null ? 'and when it was captured is not known' : `counted from ${capturedAt}`
    page.notes.push({
      rule: 'relative-date',
      line: line.first,
      reason: `only a time relative to the reading is shown; ${reason}`,
    })
    return { line, published: capturedAt === null ? null : toPublished(capturedAt, read.ago, line.text) }
  }
  return null
}

function toPublished(capturedAt: string, { count, unit }: Ago, raw: string): Published {
  const at = new Date(new Date(capturedAt).getTime() - count * MINUTES[unit] * 60_000)
  if (unit === 'minute')
    return {
      at: `${at.toISOString().slice(0, 16)}:00+00:00`,
      timeZone: null,
      zoneFrom: 'metadata',
      precision: 'minute',
      raw,
    }
  const day = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  return { at: dayText(day), timeZone: null, zoneFrom: null, precision: 'day', raw }
}
