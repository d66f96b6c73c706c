import { readFileSync } from 'node:fs'
import { withoutProclitics } from '../../../dist/language/arabic.js'
import { foldedWords } from '../../../dist/language/tokenise.js'
import { eachName } from '../../../dist/tagging/names.js'
import { tagArticle } from '../../../dist/tagging/tag-article.js'
import { BadInput } from '../captures.mjs'

const TAG = /^(?:[BI]-(?:PERS|LOC|ORG|MISC)|O)$/
/** A tagged corpus of so many lines has mistakes in a few; a file with more of them is something else. */
const MISTAKES_ALLOWED = 0.01

/**
 * Names in a corpus of tokens against its tags. Country names: a mention by name is right inside a LOC or an ORG (a
 * national team is called by its country), wrong outside of names and inside those of people and things. The others:
 * a mention is right where it touches a name of its type, and a name is found where a mention touches it.
 */
export function measureCorpus(path, reader) {
  const countryNames = namesOfCountries(reader)
  const cases = readArticles(path).flatMap((sentences) => tagTogether(sentences, reader))
  const isCountry = ({ type, text }) => type === 'LOC' && isNamed(text, countryNames)
  const isPerson = ({ kind }) => kind === 'person'
  const isBody = ({ kind }) => kind !== undefined && kind !== 'person'
  const measures = [
    ['country names', (one) => one.type === 'country' && one.evidence === 'name', isCountry, ['LOC', 'ORG']],
    ['places (LOC)', isPlace, isOf('LOC'), ['LOC']],
    ['people, linked (PERS)', linked(isPerson), isOf('PERS'), ['PERS']],
    ['people, candidates too (PERS)', isPerson, isOf('PERS'), ['PERS']],
    ['bodies, linked (ORG)', linked(isBody), isOf('ORG'), ['ORG']],
    ['bodies, candidates too (ORG)', isBody, isOf('ORG'), ['ORG']],
  ]
  return measures.map(([name, isPredicted, isGold, allowed]) => compare({ name, isPredicted, isGold, allowed }, cases))
}

function isPlace({ type, evidence }) {
  return type === 'place' || (type === 'country' && evidence !== 'demonym')
}

function linked(isPredicted) {
  return (one) => !one.candidate && isPredicted(one)
}

function isOf(type) {
  return (span) => span.type === type
}

/** Articles of sentences of { word, tag }. A line that says ARTICLE begins a new one; a tag that is none is taken for O. */
function readArticles(path) {
  const lines = readFileSync(path, 'utf8').split('\n')
  const articles = [[[]]]
  let mistakes = 0
  for (const line of lines) {
    const [word, tag = ''] = line.trim().split(/\s+/)
    if (/^article$/i.test(word) && tag === '') articles.push([[]])
    else if (word === '') articles.at(-1).push([])
    else {
      const isTag = TAG.test(tag)
      if (!isTag) mistakes++
      articles
        .at(-1)
        .at(-1)
        .push({ word, tag: isTag ? tag : 'O' })
    }
  }
  if (mistakes > lines.length * MISTAKES_ALLOWED)
    throw new BadInput(`${path} is no tagged corpus: ${mistakes} of its lines are no token with O, B-LOC, I-LOC …`)
  return articles
    .map((sentences) => sentences.filter((sentence) => sentence.length > 0))
    .filter((sentences) => sentences.length > 0)
}

function namesOfCountries({ gazetteer }) {
  const names = new Set()
  for (const entry of gazetteer.entries.values())
    if (entry.id.startsWith('country:')) eachName(entry, (name) => names.add(foldedWords(name)))
  return names
}

function isNamed(text, names) {
  const [first, ...rest] = foldedWords(text).split(' ')
  return [first, ...withoutProclitics(first)].some((reading) => names.has([reading, ...rest].join(' ')))
}

/** The sentences as paragraphs of one article: what was found and what is to be found in each. */
function tagTogether(sentences, reader) {
  const texts = sentences.map((sentence) => sentence.map(({ word }) => word).join(' '))
  const blocks = texts.map((text) => ({ type: 'paragraph', text, lines: [1, 1] }))
  const bare = { kicker: null, headline: null, dateline: null, images: [], related: [], lead: texts[0] }
  const { tags, candidates } = tagArticle(
    { ...bare, sections: [{ number: 1, heading: null, blocks }] },
    reader.gazetteer,
  )
  const found = [...tags, ...candidates.map((one) => ({ ...one, candidate: true }))].flatMap(({ mentions, ...tag }) =>
    mentions.map((mention) => ({ ...tag, ...mention })),
  )
  return sentences.map((sentence, index) => ({
    text: texts[index],
    spans: spansOf(sentence),
    mentions: found.filter(({ block }) => block === index + 1),
  }))
}

/** The names of a sentence with their character offsets. */
function spansOf(sentence) {
  const spans = []
  let start = 0
  for (const { word, tag } of sentence) {
    const [position, type] = tag.split('-')
    const last = spans.at(-1)
    if (position === 'I' && last?.type === type && last.end === start - 1) {
      last.text += ` ${word}`
      last.end = start + word.length
    } else if (position !== 'O') spans.push({ type, text: word, start, end: start + word.length })
    start += word.length + 1
  }
  return spans
}

function compare({ name, isPredicted, isGold, allowed }, cases) {
  const total = { name, right: 0, predicted: 0, found: 0, gold: 0, errors: [] }
  for (const { text, spans, mentions } of cases) {
    const predicted = mentions.filter(isPredicted)
    const gold = spans.filter(isGold)
    const isRight = (mention) => spans.some((span) => allowed.includes(span.type) && touch(span, mention))
    const missed = gold.filter((span) => !predicted.some((mention) => touch(span, mention)))
    total.predicted += predicted.length
    total.right += predicted.filter(isRight).length
    total.gold += gold.length
    total.found += gold.length - missed.length
    for (const one of predicted.filter((mention) => !isRight(mention))) total.errors.push(errorOf('wrong', one, text))
    for (const one of missed) total.errors.push(errorOf('missed', one, text))
  }
  return total
}

function touch(one, other) {
  return one.start < other.end && other.start < one.end
}

function errorOf(kind, { start, end, id }, text) {
  const around = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`
  return { kind, text: text.slice(start, end) + (id === undefined ? '' : ` (${id})`), where: around }
}
