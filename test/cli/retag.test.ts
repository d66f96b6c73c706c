import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'

const UNION = {
  id: 'actor:harbour-union',
  kind: 'organization',
  label: { ar: 'اتحاد عمال الموانئ', en: 'Harbour Workers’ Union' },
}

/** An archive of so many short articles, the first of which names what `UNION` is called, and a folder for a gazetteer. */
async function workplace(t: Test, articles: number) {
  const folder = temporaryFolder(t)
  const captures = join(folder, 'captures')
  const gazetteer = join(folder, 'gazetteer')
  for (const path of [captures, gazetteer]) mkdirSync(path)
  for (let at = 0; at < articles; at++) {
    const who = at === 0 ? 'اتحاد عمال الموانئ' : 'مجلس المدينة'
    const text = `اجتماع رقم ${at} في الميناء الشمالي\n\n2020.10.02 | 16:43 دمشق\n\nعقد ${who} اجتماعا مطولا في ${at} من القاعات ليبحث أحوال الرصيف الجديد وأجور الحمالين فيه.\n`
    writeFileSync(join(captures, `${at}.txt`), text)
  }
  const env = { KHABAR_DB: join(folder, 'archive.db') }
  await khabar(['import', captures], env)
  return { gazetteer, env, own: { ...env, KHABAR_GAZETTEER: gazetteer } }
}

function write(gazetteer: string, entries: unknown[]): void {
  writeFileSync(join(gazetteer, 'own.json'), JSON.stringify({ entries }))
}

t.test('an entry that is added, renamed and removed reaches the articles that name it', async (t) => {
  const { gazetteer, env, own } = await workplace(t, 3)
  t.match(await khabar(['retag'], env), {
    status: 0,
    stdout: '',
    stderr: /^Every article has the tags of this gazetteer already/,
  })

  write(gazetteer, [UNION])
  const dry = await khabar(['retag', '--dry-run'], own)
  t.match(dry, { status: 0, stdout: 'actor:harbour-union +1 -0\n', stderr: /^1 article would change, 2 did not/ })
  const first = await khabar(['retag', '--json'], own)
  t.match(first, { status: 0, stderr: /^1 article changed, 2 did not, 0 could not be read\.\n$/ })
  t.match(JSON.parse(first.stdout), { added: ['actor:harbour-union'], removed: [] })

  write(gazetteer, [{ ...UNION, id: 'actor:dockers' }])
  t.match(JSON.parse((await khabar(['retag', '--json'], own)).stdout), {
    added: ['actor:dockers'],
    removed: ['actor:harbour-union'],
  })

  rmSync(join(gazetteer, 'own.json'))
  t.match(JSON.parse((await khabar(['retag', '--json'], own)).stdout), { added: [], removed: ['actor:dockers'] })
  t.match(await khabar(['check'], env), { status: 0, stderr: /no fault/ })
})

t.test('a run that is killed goes on the next time', async (t) => {
  const { gazetteer, env, own } = await workplace(t, 900)
  write(gazetteer, [{ ...UNION, label: { ar: 'مجلس المدينة', en: 'City Council' } }])
  const killed = startKhabar(['retag', '--json'], own)
  killed.stdout.once('data', () => killed.kill('SIGKILL'))
  const before = (await ended(killed)).stdout.split('\n').length - 1
  const second = await khabar(['retag', '--json'], own)
  const [, changed] = /^(\d+) articles changed/.exec(second.stderr) ?? []
  t.ok(Number(changed) <= 899, `${before} before it was killed, ${changed} after`)
  t.match((await khabar(['retag'], own)).stderr, /^Every article has the tags of this gazetteer already/)
  t.match(await khabar(['check'], env), { status: 0, stderr: /900 articles, 900 captures, no fault/ })
  const { stdout } = await khabar(['retag', '--dry-run'], env)
  t.match(stdout, 'actor:harbour-union +0 -899')
})

t.test('a wrong gazetteer changes nothing', async (t) => {
  const { gazetteer, own } = await workplace(t, 1)
  write(gazetteer, [{ ...UNION, kind: 'club' }])
  t.match(await khabar(['retag'], own), { status: 2, stderr: /own\.json, entry 1 \(actor:harbour-union\): kind/ })
  t.match(await khabar(['retag'], { KHABAR_DB: join(gazetteer, 'none.db') }), { status: 1, stderr: /none\.db/ })
})
