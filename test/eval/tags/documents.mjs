import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAbout } from '../../../dist/domain/tag.js'
import { previewOf, tryDraft } from '../../../dist/ingest.js'
import { fold } from '../../../dist/language/fold.js'
import { textsOf } from '../../../dist/tagging/text.js'
import { BadInput, readCapture } from '../captures.mjs'

/**
 * Countries and actors of whole articles against labels: what a tag filter would find. `optional` countries neither help
 * nor hurt; a predicted actor is right when one of its labels or mentions is one of the names, folded.
 * @returns the measures, and the files that are named by a label
 */
export function measureDocuments(labelFiles, folder, reader) {
  const labels = labelFiles.flatMap(readLabels)
  if (labels.length === 0) return { measures: [], named: new Set() }
  const articles = labels.map((label) => ({ label, article: articleOf(label, folder, reader) }))
  const measures = [
    measure('countries of an article', articles, countriesOf),
    measure('actors of an article', articles, actorsOf),
    measure('offsets', articles, offsetsOf),
  ]
  return { measures, named: new Set(labels.map(({ name }) => name)) }
}

function readLabels(path) {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLabel(line, `${path}, line ${index + 1}`)]))
}

function readLabel(line, where) {
  let label
  try {
    label = JSON.parse(line)
  } catch (error) {
    throw new BadInput(`${where} is not JSON: ${error.message}`)
  }
  if (typeof label?.name !== 'string') throw new BadInput(`${where} has no "name".`)
  return { countries: null, optional: [], actors: null, ...label }
}

function articleOf({ name }, folder, reader) {
  const path = join(folder, name)
  if (!existsSync(path)) throw new BadInput(`"${path}", which a label names, does not exist.`)
  const draft = tryDraft(readCapture(path), reader)
  if (draft instanceof Error) throw new BadInput(`${path} was refused: ${draft.message}`)
  return previewOf(draft)
}

function measure(name, articles, judge) {
  const total = { name, right: 0, predicted: 0, found: 0, gold: 0, errors: [] }
  for (const { label, article } of articles) {
    const judged = judge(label, article)
    if (judged === null) continue
    for (const key of ['right', 'predicted', 'found', 'gold']) total[key] += judged[key]
    total.errors.push(...judged.errors.map((error) => ({ ...error, where: label.name })))
  }
  return total
}

function countriesOf({ countries, optional }, { tags }) {
  if (countries === null) return null
  const all = tags.filter((tag) => tag.type === 'country' && isAbout(tag)).map(({ id }) => id.slice('country:'.length))
  const predicted = all.filter((code) => !optional.includes(code))
  const right = predicted.filter((code) => countries.includes(code))
  const missed = countries.filter((code) => !predicted.includes(code))
  return {
    ...{ right: right.length, predicted: predicted.length, found: right.length, gold: countries.length },
    errors: [...wrong(predicted.filter((code) => !countries.includes(code))), ...missed.map(missing)],
  }
}

function actorsOf({ actors }, { tags }) {
  if (actors === null) return null
  const predicted = tags.filter((tag) => tag.type === 'actor' && isAbout(tag))
  const names = predicted.map(
    ({ label, mentions }) => new Set([...Object.values(label), ...mentions.map(({ text }) => text)].map(fold)),
  )
  const isOne = (actor, at) => actor.names.some((name) => names[at].has(fold(name)))
  const isRight = predicted.map((_, at) => actors.some((actor) => isOne(actor, at)))
  const missed = actors.filter((actor) => !predicted.some((_, at) => isOne(actor, at)))
  return {
    ...{ right: isRight.filter(Boolean).length, predicted: predicted.length },
    ...{ found: actors.length - missed.length, gold: actors.length },
    errors: [
      ...wrong(predicted.filter((_, at) => !isRight[at]).map(({ id }) => id)),
      ...missed.map(({ names }) => missing(names[0])),
    ],
  }
}

/** Each mention must be the served text between its offsets. */
function offsetsOf(_label, article) {
  const texts = new Map(textsOf(article).map(({ place, text }) => [placeKey(place), text]))
  const mentions = article.tags.flatMap((tag) => tag.mentions)
  const bad = mentions.filter((one) => texts.get(placeKey(one))?.slice(one.start, one.end) !== one.text)
  const right = mentions.length - bad.length
  return {
    right,
    predicted: mentions.length,
    found: right,
    gold: mentions.length,
    errors: wrong(bad.map(({ text }) => text)),
  }
}

function placeKey({ field, section, block, related, image }) {
  return [field, section, block, related, image].join(' ')
}

function wrong(texts) {
  return texts.map((text) => ({ kind: 'wrong', text }))
}

function missing(text) {
  return { kind: 'missed', text }
}
