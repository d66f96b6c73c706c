import { join } from 'node:path'
import t from 'tap'
import { khabar, temporaryFolder } from '../helpers/run.ts'

t.test('khabar reindex makes the index anew, and the check finds nothing wrong with it', async (t) => {
  const folder = temporaryFolder(t)
  const file = join(folder, 'archive.db')
  const capture = new URL('../../data/captures/000_b21d5fbc0fe15a88.txt', import.meta.url).pathname
  t.equal((await khabar(['import', capture], { KHABAR_DB: file })).status, 0)
  const { status, stdout, stderr } = await khabar(['reindex'], { KHABAR_DB: file })
  t.strictSame([status, stdout, stderr], [0, '', `${file}: the search index is made anew; it has 1 article.\n`])
  t.match(await khabar(['check'], { KHABAR_DB: file }), { status: 0, stdout: '', stderr: /no fault/ })
  t.match(await khabar(['reindex', '--db', join(folder, 'none.db')]), { status: 1, stderr: /missing or empty/ })
})
