import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openTokenFile } from '../src/token-file.ts'

/** A token file with this text, its path, and what it has logged. */
function workplace(t: Test, text: string) {
  const path = join(t.testdir({ tokens: text }), 'tokens')
  const logged: [level: string, about: object][] = []
  const log = {
    info: (about: object) => logged.push(['info', about]),
    error: (about: object) => logged.push(['error', about]),
  }
  return { path, logged, open: () => openTokenFile(path, log) }
}

t.test('a token a line, with a name or the number of its line', async (t) => {
  const { open } = workplace(t, '# who may write\n\nabc.1~x/+-_== newsroom  # until May\r\n  def\tdesk-2\nghi')
  t.strictSame(open().tokens(), [
    { name: 'newsroom', secret: 'abc.1~x/+-_==' },
    { name: 'desk-2', secret: 'def' },
    { name: 'line 5', secret: 'ghi' },
  ])
  t.strictSame(workplace(t, '# none\n').open().tokens(), [], 'a file of none is one: nobody may write')
})

t.test('what is changed in the file counts with the next request, in whatever way it was changed', async (t) => {
  const { path, open, logged } = workplace(t, 'one')
  const file = open()
  const secrets = () => file.tokens().map(({ secret }) => secret)
  writeFileSync(path, 'two')
  t.strictSame(secrets(), ['two'], 'of the same length, written in place')
  writeFileSync(`${path}.new`, 'two\nthree')
  renameSync(`${path}.new`, path)
  t.strictSame(secrets(), ['two', 'three'], 'put in its place')
  t.strictSame(secrets(), ['two', 'three'])
  t.equal(logged.length, 2, 'read only where it changed')
  file.reread()
  t.strictSame(logged[2], ['info', { tokens: ['line 1', 'line 2'] }], 'or when told to')
})

t.test('a file that is wrong changes nothing, and is told once by the line and not by what is in it', async (t) => {
  const { path, open, logged } = workplace(t, 'good-secret')
  const file = open()
  for (const text of ['good-secret\nbad secret words', 'sécret', 'a=b']) {
    logged.length = 0
    writeFileSync(path, text)
    for (let count = 0; count < 3; count++) t.match(file.tokens(), [{ secret: 'good-secret' }])
    t.match(logged, [['error', { reason: /^KHABAR_TOKEN_FILE takes .* not so line \d\.$/ }]], text)
    t.notMatch(JSON.stringify(logged), /bad secret|sécret|a=b/)
  }
  logged.length = 0
  rmSync(path)
  for (let count = 0; count < 3; count++) t.match(file.tokens(), [{ secret: 'good-secret' }])
  t.match(logged, [['error', { reason: /cannot be read \(ENOENT\)/ }]])
  writeFileSync(path, 'better')
  t.match(file.tokens(), [{ secret: 'better' }])
})

t.test('a file that is wrong from the start stops it', async (t) => {
  t.throws(workplace(t, 'two words more').open, { code: 'invalid_parameter', message: /not so line 1\.$/ })
  const { path, open } = workplace(t, '')
  rmSync(path)
  t.throws(open, { code: 'invalid_parameter', message: /cannot be read \(ENOENT\)/ })
})
