import { draftOf } from '../../src/ingest.ts'
import { textCapture } from './captures.ts'
import { reader } from './reader.ts'

export const HEADLINE = 'The harbour bridge opens after four years of work'
export const BODY = [
  'The harbour bridge was opened on Monday after four years of work, and the first lorries crossed it in the afternoon. The mayor was there.',
  'The work had cost twice what was planned in the beginning. The council will look into it before the summer, said the mayor.',
  'For the ferry this is the end: the last one left the harbour in the evening, and those who worked on it look for other work.',
]
export const MENU = ['News', 'Sports', 'Weather', 'Business', 'Culture', 'Opinion', 'Podcasts']
/** What the importer makes of a made-up text. */
export function read(...lines: string[]) {
  return draftOf(textCapture(lines.join('\n')), reader)
}

/** Its headings and the texts of its blocks, in order. */
export function texts(...lines: string[]): string[] {
  const { sections } = read(...lines).article
  return sections.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [heading]),
    ...blocks.map((block) => ('text' in block ? block.text : '')),
  ])
}
