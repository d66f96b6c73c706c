/**
 * What an article is worth against its truth, measure by measure. A case is { measure, score, found, expected }, its score
 * from 0 to 1. The measures of issue 3 come first, and what a truth does not say is not measured.
 */

/** @param {string} file whether a text capture holds what the truth says is asked of `occurs(field)` */
export function casesOf({ article, problem, truth, occurs }) {
  const cases = [
    { measure: 'answered', score: problem === null ? 1 : 0, found: problem ?? 'article', expected: 'article' },
  ]
  const add = (measure, score, found, expected) =>
    cases.push({ measure, score: Number(score), found: found ?? null, expected })
  for (const measure of [headline, published, people, body, snippets, headings, pictures, rest, byHand])
    measure({ article: article ?? {}, truth, occurs, add })
  return cases
}

function headline({ article, truth, occurs, add }) {
  if (!truth.title || !occurs('title')) return
  add('headline exact', normal(article.headline) === normal(truth.title), article.headline, truth.title)
  add(
    'headline F1',
    f1(overlap(grams(words(article.headline), 1), grams(words(truth.title), 1))),
    article.headline,
    truth.title,
  )
}

function published({ article, truth, occurs, add }) {
  if (!truth.published || truth.date_trusted === false || !occurs('published')) return
  const at = article.published?.at
  add('day', isSameDay(at, truth.published), at, truth.published)
  if (truth.published_has_zone && /\d\d:\d\d/.test(truth.published))
    add('instant to the minute', isSameMinute(at, truth.published), at, truth.published)
}

function people({ article, truth, occurs, add }) {
  if (!truth.authors?.length || !occurs('authors')) return
  const found = (article.authors ?? []).map(({ name }) => name).join(' ; ')
  const all = normal(found).toLowerCase()
  add(
    'authors',
    share(truth.authors, (name) => all.includes(normal(name).toLowerCase())),
    found,
    truth.authors.join(' ; '),
  )
}

function body({ article, truth, add }) {
  const wanted = truth.sections?.length
    ? [
        ...(truth.summary ?? []),
        ...truth.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
      ].filter(Boolean)
    : []
  if (wanted.length === 0) return
  const [found, expected] = [textsOf(article).join('\n'), wanted.join('\n')]
  const both = overlap(grams(words(found), 4), grams(words(expected), 4))
  add('body precision', both.precision, missingFrom(textsOf(article), wanted), 'nothing else')
  add('body recall', both.recall, 'not there', missingFrom(wanted, textsOf(article)))
  add('body F1', f1(both), `${words(found).length} words`, `${words(expected).length} words`)
}

function snippets({ article, truth, add }) {
  if (!truth.must) return
  const text = normal(textsOf(article).join(' '))
  const isThere = (snippet) => text.includes(normal(snippet))
  add(
    'must snippets',
    share(truth.must, isThere),
    'not there',
    truth.must.find((snippet) => !isThere(snippet)),
  )
  if (truth.must_not?.length)
    add(
      'must-not left out',
      share(truth.must_not, (snippet) => !isThere(snippet)),
      truth.must_not.find(isThere),
      'not there',
    )
}

function headings({ article, truth, add }) {
  const wanted = truth.manual?.section_headings ?? (truth.sections ?? []).map(({ heading }) => heading).filter(Boolean)
  if (!truth.manual?.section_headings && wanted.length === 0) return
  const found = (article.sections ?? []).map(({ heading }) => heading).filter(Boolean)
  const [wantedTexts, foundTexts] = [wanted.map(normal), found.map(normal)]
  if (wanted.length > 0)
    add(
      'headings recall',
      share(wantedTexts, (text) => foundTexts.includes(text)),
      found.join(' | '),
      wanted.join(' | '),
    )
  if (found.length > 0 || wanted.length === 0)
    add(
      'headings precision',
      share(foundTexts, (text) => wantedTexts.includes(text)),
      found.join(' | '),
      wanted.join(' | '),
    )
}

function pictures({ article, truth, occurs, add }) {
  for (const [measure, key, present] of [
    ['captions', 'caption', 'captions'],
    ['image credit', 'credit', 'credits'],
  ]) {
    const wanted = (truth.images ?? []).map((image) => image[key]).filter(Boolean)
    if (wanted.length === 0 || !occurs(present)) continue
    const found = (article.images ?? []).map((image) => image[key]).join(' | ')
    add(
      measure,
      share(wanted, (text) => normal(found).includes(normal(text))),
      found,
      wanted.join(' | '),
    )
  }
}

function rest({ article, truth, occurs, add }) {
  const { kicker_or_category: kicker, dateline, related_lines: related, modified, lang } = truth
  if (kicker && occurs('kicker_or_category'))
    add('kicker', normal(article.kicker) === normal(kicker), article.kicker, kicker)
  for (const key of ['place', 'source'])
    if (dateline?.[key])
      add(
        `dateline ${key}`,
        normal(article.dateline?.[key]) === normal(dateline[key]),
        article.dateline?.[key],
        dateline[key],
      )
  const titles = (article.related ?? []).map(({ title }) => title)
  if (related?.length)
    add(
      'related',
      share(related, (line) => titles.some((title) => normal(line).includes(normal(title)))),
      titles.join(' | '),
      related.join(' | '),
    )
  if (modified) add('updated', isSameDay(article.updated?.at, modified), article.updated?.at, modified)
  if (lang) add('language', article.language === lang.slice(0, 2).toLowerCase(), article.language, lang)
}

/** What a person noted, where a truth has it. */
function byHand({ article, truth: { manual }, add }) {
  if (!manual) return
  const texts = textsOf(article).map(normal)
  const begins = (text) => texts.some((found) => found.startsWith(normal(text).slice(0, 25)))
  if (manual.headline)
    add('hand: headline', normal(article.headline) === normal(manual.headline), article.headline, manual.headline)
  if (manual.instant)
    add('hand: instant', isSameMinute(article.published?.at, manual.instant), article.published?.at, manual.instant)
  if (manual.kicker)
    add('hand: kicker', normal(article.kicker) === normal(manual.kicker), article.kicker, manual.kicker)
  if (manual.body_first) {
    add('hand: first paragraph', begins(manual.body_first), texts[0], manual.body_first)
    add('hand: last paragraph', begins(manual.body_last), texts.at(-1), manual.body_last)
  }
  if (manual.furniture)
    add(
      'hand: furniture left out',
      share(manual.furniture, (line) => !texts.includes(normal(line))),
      null,
      manual.furniture.join(' | '),
    )
}

/** Headings and blocks, in order. */
function textsOf({ sections = [] }) {
  return sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(({ text }) => text)]).filter(Boolean)
}

/** The first text of which hardly a run of four words is in the others; null where each is there. */
function missingFrom(texts, others) {
  const known = grams(words(others.join('\n')), 4)
  const missing = texts.find((text) => words(text).length >= 4 && overlap(known, grams(words(text), 4)).recall < 0.3)
  return missing ?? null
}

function normal(text) {
  return String(text ?? '')
    .normalize('NFC')
    .replaceAll('&quot;', '"')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu, '')
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
}

function words(text) {
  return (
    normal(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

function grams(list, size) {
  const counts = new Map()
  const length = Math.max(1, Math.min(size, list.length))
  for (let at = 0; at + length <= list.length; at++) {
    const key = list.slice(at, at + length).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function overlap(found, expected) {
  let [common, all, wanted] = [0, 0, 0]
  for (const count of found.values()) all += count
  for (const [key, count] of expected) {
    wanted += count
    common += Math.min(count, found.get(key) ?? 0)
  }
  return { precision: all > 0 ? common / all : wanted > 0 ? 0 : 1, recall: wanted > 0 ? common / wanted : 1 }
}

function f1({ precision, recall }) {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

function share(items, isRight) {
  return items.length === 0 ? 1 : items.filter(isRight).length / items.length
}

/** The same day where the article was written, or in UTC. */
function isSameDay(at, expected) {
  const day = String(expected).slice(0, 10)
  const date = new Date(at ?? Number.NaN)
  return !Number.isNaN(+date) && (at.slice(0, 10) === day || date.toISOString().slice(0, 10) === day)
}

function isSameMinute(at, expected) {
  return Math.abs(new Date(at ?? Number.NaN) - new Date(expected)) < 60_000
}
