import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import type { Capture } from '../../src/domain/capture.ts'
import { draftOf } from '../../src/ingest.ts'
import { fixtureCapture, fixtureNames, fixturePages, shippedCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'

/** `npm run fixtures` writes what the importer makes of the captures; a person reads the difference. */
const UPDATE = process.env.UPDATE_FIXTURES === '1'
const FOLDER = new URL('../fixtures/expected/', import.meta.url)

for (const capture of [shippedCapture(), ...[...fixtureNames(), ...fixturePages()].map(fixtureCapture)]) {
  t.test(`${capture.name} becomes the expected article`, async (t) => {
    const file = new URL(`${capture.name?.replace(/\.(?:txt|html)$/, '')}.json`, FOLDER)
    const found = read(capture)
    if (UPDATE) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
    t.ok(existsSync(file), 'the expected article is written down')
    t.strictSame(found, JSON.parse(readFileSync(file, 'utf8')))
  })
}

/** The article, its tags in short, and what became of each line. */
function read(capture: Capture): object {
  const { article, tags, ledger } = draftOf(capture, reader)
  return {
    article,
    tags: tags.map(
      (tag) => `${tag.id} ${tag.score} ${tag.in.join(' ')}: ${tag.mentions.map(({ text }) => text).join(' | ')}`,
    ),
    ledger: ledger.map(({ line, role, rule }) => `${line} ${role} ${rule}`),
  }
}
