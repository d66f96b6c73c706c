import { files } from './files.mjs'
import { full } from './full.mjs'
import { importers } from './importers.mjs'
import { kill } from './kill.mjs'
import { malformed } from './malformed.mjs'
import { overload } from './overload.mjs'
import { probes } from './probes.mjs'
import { restarts } from './restarts.mjs'
import { slow } from './slow.mjs'
import { writes } from './writes.mjs'

/** What a release must survive, each as often as the test run has time for (`short`) and as often as a release needs (`long`). */
export const ROWS = {
  storage: [kill, writes, full, files, importers],
  network: [malformed, probes, slow, restarts, overload],
}
