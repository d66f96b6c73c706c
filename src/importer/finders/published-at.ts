import type { Published } from '../../domain/article.ts'
import { isParagraphLike } from '../form.ts'
import { claim, type Line, type Page, type Region } from '../page.ts'
import { type Candidate, dateCandidates } from './date-lines.ts'
import { readInstant } from './instant.ts'
import { publisherZone } from './publisher-zone.ts'
import { findRelativeDate } from './relative-date.ts'

export type Dates = { published: Published | null; updated: Published | null; line: Line | null }

/**
 * Finds when the article was published and last changed. Of the lines before the body (or, failing that, behind it)
 * the best is one that is filled by its date, has a time, says that it is the publication's, and is near the body.
 * A page's own clock stands in the menu, far from it. `url`: where the page was, which may name its day and country;
 * `capturedAt`: when it was captured, for pages that only say "3 hours ago".
 */
export function findDateLine(
  page: Page,
  body: Region,
  url: string | null = null,
  capturedAt: string | null = null,
): Dates {
  const candidates = dateCandidates(page, body, url)
  const published = best(candidates.filter(({ updated }) => !updated))
  const updated = best(candidates.filter((candidate) => candidate.updated && isNear(candidate, published)))
  const chosen = [published, updated].filter((candidate) => candidate !== null)
  for (const line of new Set(chosen.flatMap(({ lines }) => lines))) claim(page, line, 'date', 'date-line')
  moveBelow(page, body, published?.line)
  if (published === null && updated === null) {
    const relative = findRelativeDate(page, body, capturedAt)
    return { published: relative?.published ?? null, updated: null, line: relative?.line ?? null }
  }
  const zone = publisherZone(page, body, url)
  return {
    published: published === null ? null : readInstant(page, published.lines, published.date, zone),
    updated: updated === null ? null : readInstant(page, updated.lines, updated.date, zone),
    line: (published ?? updated)?.line ?? null,
  }
}

/** A caption or standfirst long enough for a paragraph may stand above the date line: the body begins below. */
function moveBelow(page: Page, body: Region, dateLine: Line | undefined): void {
  if (dateLine === undefined || dateLine.index < body.start || dateLine.index > body.start + MOVES_START) return
  const start = page.lines.slice(dateLine.index + 1, body.end + 1).find(isParagraphLike)
  if (start !== undefined) body.start = start.index
}

/** A date line further into the body's run is one that a short column ends with. */
const MOVES_START = 12

function best(candidates: Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  )
}

function isNear(updated: Candidate, published: Candidate | null): boolean {
  return published === null || Math.abs(updated.line.index - published.line.index) <= 4
}
