import { hashOf, keysOf } from '../../../dist/importer/identity.js'
import { scoreOf } from '../../../dist/tagging/score.js'
import { randomFrom } from '../random.mjs'

/** Fifteen years, the last day not included. */
const FIRST_DAY = Date.UTC(2011, 0, 1)
const LAST_DAY = Date.UTC(2026, 0, 1)
const IMPORTED = '2026-01-01T00:00:00.000Z'
const PARAGRAPHS = 8
const WORDS_OF_PARAGRAPH = 34
const TAGS = { country: 4, actor: 3, place: 3 }

/**
 * A draft with this number as the importer and the tagger would make it: a headline, eight paragraphs in two sections, about
 * 300 words, about ten tags by name with the offsets of their mentions. The same seed and number give the same draft.
 */
export function makeDraft(vocabulary, seed, number) {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ number)
  const language = drawLanguage(random)
  const tags = drawTags(vocabulary, random)
  const texts = writeTexts(vocabulary.words[language], number, random)
  const mentions = new Map(tags.map((tag) => [tag, []]))
  for (const tag of tags) {
    for (const text of placesOf(texts, random)) mentions.get(tag).push(insertName(text, tag, language, random))
  }
  const article = composeArticle({ texts, language, publisher: vocabulary.publishers(random), number, random })
  return {
    ...article,
    tags: [...mentions].map(([tag, spots]) => withMentions(tag, spots)).sort((one, other) => other.score - one.score),
    candidates: [],
    tagger: 'made-up',
    ...keysOf(article.article),
  }
}

function drawLanguage(random) {
  const drawn = random()
  return drawn < 0.75 ? 'ar' : drawn < 0.95 ? 'en' : 'fr'
}

/** Each once. */
function drawTags({ tags }, random) {
  return Object.entries(TAGS).flatMap(([type, most]) => [
    ...new Set(Array.from({ length: most }, () => tags[type](random))),
  ])
}

/** The headline first; each text is its words, with what is needed to say where a mention stands. */
function writeTexts(drawWord, number, random) {
  const sentence = (length) => Array.from({ length }, () => drawWord(random))
  const headline = { field: 'headline', words: [...sentence(8), String(number)], spots: [] }
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => ({
    field: at === 0 ? 'lead' : 'body',
    section: at < 4 ? 1 : 2,
    block: 1 + (at % 4),
    words: sentence(WORDS_OF_PARAGRAPH),
    spots: [],
  }))
  return [headline, ...paragraphs]
}

/** One tag in five stands in the headline, too; each once or twice in the text. */
function placesOf([headline, ...paragraphs], random) {
  const one = paragraphs[Math.floor(random() * PARAGRAPHS)]
  const another = random() < 0.3 ? [paragraphs[Math.floor(random() * PARAGRAPHS)]] : []
  return [...(random() < 0.2 ? [headline] : []), ...new Set([one, ...another])]
}

/** Puts the name before a word of the text; where it begins is known once the text is whole. */
function insertName(text, tag, language, random) {
  const spot = { text, name: tag.label[language === 'ar' ? 'ar' : 'en'] }
  text.words.splice(Math.floor(random() * text.words.length), 0, spot)
  return spot
}

function withMentions(tag, spots) {
  const mentions = spots.map((spot) => {
    const { field, section, block } = spot.text
    const start = startOf(spot)
    const where = field === 'headline' ? { field } : { field, section, block }
    return { ...where, start, end: start + spot.name.length, text: spot.name, evidence: 'name' }
  })
  const fields = [...new Set(mentions.map(({ field }) => field))]
  return { ...tag, in: fields, mentions, evidence: { name: mentions.length }, score: scoreOf(mentions) }
}

function startOf(spot) {
  const before = spot.text.words.slice(0, spot.text.words.indexOf(spot))
  return before.reduce((length, word) => length + (word.name ?? word).length + 1, 0)
}

function composeArticle({ texts, language, publisher, number, random }) {
  const [headline, ...paragraphs] = texts.map(({ words }) => words.map((word) => word.name ?? word).join(' '))
  const at = new Date(FIRST_DAY + Math.floor((random() * (LAST_DAY - FIRST_DAY)) / 60_000) * 60_000)
  const bytes = Buffer.from([headline, ...paragraphs].join('\n'))
  const blocks = paragraphs.map((text, at) => ({ type: 'paragraph', text, lines: [at + 2, at + 2] }))
  const raw = `${at.toISOString().slice(0, 16)}Z`
  const article = {
    ...{ language, direction: language === 'ar' ? 'rtl' : 'ltr', publisher, url: `https://news.example/${number}` },
    ...{ authors: [], kicker: null, headline, updated: null, dateline: null, images: [], lead: paragraphs[0] },
    published: { at: raw, timeZone: null, zoneFrom: 'offset', precision: 'minute', raw },
    sections: [
      { number: 1, heading: null, blocks: blocks.slice(0, 4) },
      { number: 2, heading: paragraphs[4].split(' ', 3).join(' '), blocks: blocks.slice(4) },
    ],
    related: [],
    capture: {
      ...{ sha256: hashOf(bytes), mediaType: 'text/plain', bytes: bytes.length, name: `${number}.txt`, url: null },
      ...{ capturedAt: null, importedAt: IMPORTED, importer: 'made-up' },
    },
    notes: [],
  }
  const ledger = [headline, ...paragraphs].map((text, at) => ({
    ...{ line: at + 1, role: at === 0 ? 'headline' : at === 1 ? 'lead' : 'paragraph', rule: 'made-up', text },
  }))
  return { article, ledger, bytes }
}
