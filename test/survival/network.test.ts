import t from 'tap'
import { runRows } from './run-rows.ts'

t.test('what the program survives: network', { timeout: 1_190_000 }, (t) => runRows(t, 'network'))
