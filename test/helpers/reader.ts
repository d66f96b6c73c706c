import { openReader } from '../../src/compose.ts'
import type { Reader } from '../../src/ingest.ts'

/** The moment at which tests import. */
export const NOW = new Date('2026-01-02T03:04:05.000Z')

/** The gazetteer that ships, loaded once for all tests of a file. */
export const reader: Reader = openReader({ gazetteer: null, captureLimit: 1024 * 1024 }, () => NOW)
