import { readdirSync, readFileSync } from 'node:fs'
import type { Capture } from '../../src/domain/capture.ts'

const SHIPPED = new URL('../../data/captures/', import.meta.url)
const FIXTURES = new URL('../fixtures/captures/', import.meta.url)

export function textCapture(text: string | Uint8Array, name: string | null = null, url: string | null = null): Capture {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return { bytes, mediaType: 'text/plain', charset: null, name, url, capturedAt: null }
}

export function htmlCapture(html: string | Uint8Array, name: string | null = null, url: string | null = null): Capture {
  return { ...textCapture(html, name, url), mediaType: 'text/html' }
}

/** The capture that ships with the product. */
export function shippedCapture(): Capture {
  const name = '000_b21d5fbc0fe15a88.txt'
  return textCapture(readFileSync(new URL(name, SHIPPED)), name)
}

export function fixtureNames(): string[] {
  return readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'))
}

/** Pages as HTML among the fixtures. */
export function fixturePages(): string[] {
  return readdirSync(FIXTURES).filter((name) => name.endsWith('.html'))
}

export function fixtureCapture(name: string): Capture {
  const bytes = readFileSync(new URL(name, FIXTURES))
  return name.endsWith('.html') ? htmlCapture(bytes, name) : textCapture(bytes, name)
}
