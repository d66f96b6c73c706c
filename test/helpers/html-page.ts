import { draftOf } from '../../src/ingest.ts'
import { htmlCapture } from './captures.ts'
import { BODY, MORE } from './made-up.ts'
import { reader } from './reader.ts'

/** Reads a page of any size. */
export function readPage(html: string, url: string | null = null) {
  return draftOf(htmlCapture(html, null, url), { ...reader, captureLimit: 1e9 })
}

/** A page with a headline, two paragraphs and what the test is about. */
export function page({ head = '', above = '', between = '', below = '' }): string {
  return `<html><head>${head}</head><body><article><h1>A headline that says what happened</h1>${above}
    <p>${BODY}</p>${between}<p>${MORE}</p>${below}</article></body></html>`
}

export function jsonLd(text: string): string {
  return `<script type="application/ld+json">${text}</script>`
}
