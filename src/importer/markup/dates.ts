import type { Published } from '../../domain/article.ts'
import type { Dates } from '../finders/published-at.ts'
import type { Metadata, Stated } from '../metadata.ts'
import { isFree, type Line, type Page, type Region } from '../page.ts'
import {
  MOST_AHEAD,
  MOST_BEHIND,
  onClock,
  readStated,
  type StatedInstant,
  toPublished,
  wallMinutes,
} from './instant.ts'

/** Lines above the text among which the only date of a change is the article's. */
const NEAR = 15

/**
 * When the article was published and last changed, by the line that shows it and by what the page states. What they
 * agree on is served as shown, with the offset that follows from both; where they disagree the stated is, with a note.
 */
export function mergeDates(page: Page, body: Region, visible: Dates, metadata: Metadata): Dates {
  const stated = readFirst([...metadata.published, ...timesNear(page, body)])
  const published = stated === null ? visible.published : merge(page, visible, stated)
  const changed = readFirst(metadata.updated)
  const updated = changed === null ? visible.updated : toPublished(changed)
  if (published === null && updated !== null && (changed !== null || isNear(visible.line, body)))
    return { ...visible, published: dayOfChange(page, visible.line, updated), updated }
  return { ...visible, published, updated: isLater(updated, published) ? updated : null }
}

/** The page's own clock, "آخر تحديث: …" in its head, stands further away. */
function isNear(line: Line | null, body: Region): boolean {
  return line !== null && line.index >= body.start - NEAR
}

/** "Updated 9:22 PM, November 6" and no other date: the article is of that day, or of one not long before it. */
function dayOfChange(page: Page, line: Line | null, { at, raw }: Published): Published {
  const reason = 'only the date of a change is stated; its day stands for that of publication'
  page.notes.push({ rule: 'day-of-change', line: line?.first ?? null, reason })
  return { at: at.slice(0, 10), timeZone: null, zoneFrom: null, precision: 'day', raw }
}

function readFirst(stated: Stated[]): StatedInstant | null {
  const read = stated.map(({ value }) => readStated(value)).filter((instant) => instant !== null)
  const [first] = read
  if (first === undefined) return null
  // A day alone says less than a time of that day further down, and a time less than one with its offset.
  const sameDay = (other: StatedInstant) => Math.abs(wallMinutes(other) - wallMinutes(first)) < 24 * 60
  return (
    read.find((other) => other.offset !== null && sameDay(other)) ??
    read.find((other) => other.precision !== 'day' && sameDay(other)) ??
    first
  )
}

/** The attributes of <time> elements that stand near the text and not in a teaser. */
function timesNear(page: Page, body: Region): Stated[] {
  return page.lines.slice(Math.max(0, body.start - 25), body.start + 6).flatMap((line) => {
    const { hint } = line
    const isTeaser = hint === null || hint.named === 'related' || hint.within.has('aside') || hint.within.has('list')
    const isClaimed = !isFree(page, line) && page.claims.get(line)?.role !== 'date'
    return isTeaser || isClaimed || hint.datetime === null ? [] : [{ value: hint.datetime, from: 'time' }]
  })
}

function merge(page: Page, { published: shown, line }: Dates, stated: StatedInstant): Published {
  const note = (reason: string) => page.notes.push({ rule: 'date-of-metadata', line: line?.first ?? null, reason })
  if (shown === null) return toPublished(stated)
  // What the page states of its offset says more than where its publisher is.
  const wall = readStated(shown.zoneFrom === 'publisher' && stated.offset !== null ? shown.at.slice(0, 19) : shown.at)
  if (wall === null) return toPublished(stated)
  if (wall.precision === 'day' || stated.precision === 'day') {
    const isSame = shown.at.slice(0, 10) === toPublished(stated).at.slice(0, 10)
    if (!isSame) note(`the page states ${stated.raw} and shows ${shown.raw}`)
    return isSame && wall.precision !== 'day' ? shown : toPublished(stated)
  }
  return mergeTimes(shown, wall, stated, note)
}

function mergeTimes(
  shown: Published,
  wall: StatedInstant,
  stated: StatedInstant,
  note: (reason: string) => void,
): Published {
  const ahead = wallMinutes(wall) - wallMinutes(stated) + (stated.offset ?? 0)
  if (stated.offset === null) {
    if (ahead === 0) return shown
    note(`the page states ${stated.raw} and shows ${shown.raw}`)
    return toPublished(stated)
  }
  if (wall.offset !== null && wall.offset === ahead)
    return {
      ...toPublished(onClock(stated, ahead)),
      timeZone: shown.timeZone,
      zoneFrom: shown.zoneFrom,
      raw: shown.raw,
    }
  const fits = ahead % 15 === 0 && ahead >= MOST_BEHIND && ahead <= MOST_AHEAD
  if (!fits || wall.offset !== null) {
    note(`the page states ${stated.raw} and shows ${shown.raw}`)
    return toPublished(stated)
  }
  if (ahead === 0 && stated.offset === 0) note(`${stated.raw} says UTC, but is what the page shows without a zone`)
  return { ...toPublished(onClock(stated, ahead)), raw: shown.raw }
}

/** A change before the publication is none, and one in its minute is the publication itself. */
function isLater(updated: Published | null, published: Published | null): boolean {
  if (updated === null || published === null) return updated !== null
  return updated.precision === 'day'
    ? updated.at > published.at.slice(0, 10)
    : instantOf(updated) - instantOf(published) >= 60_000
}

function instantOf({ at }: Published): number {
  return new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(at) || at.length === 10 ? at : `${at}Z`).getTime()
}
