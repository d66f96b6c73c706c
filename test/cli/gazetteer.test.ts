import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { addressOf, ended, khabar, startKhabar, temporaryFolder } from '../helpers/run.ts'

const TOKEN = 'change-me'
const UNION = {
  id: 'actor:harbour-union',
  kind: 'organization',
  country: 'no',
  label: { ar: 'اتحاد عمال الموانئ', en: 'Harbour Workers’ Union' },
}
const STORY = 'The Harbour Workers’ Union said on Monday that its members would not load the boat before spring.'

/** A server with a gazetteer of its own, and ways to change that and to see what came of it. */
async function serve(t: Test) {
  const folder = temporaryFolder(t)
  const gazetteer = join(folder, 'gazetteer')
  mkdirSync(gazetteer)
  const env = {
    KHABAR_DB: join(folder, 'a.db'),
    KHABAR_GAZETTEER: gazetteer,
    KHABAR_TOKEN: TOKEN,
    PORT: '0',
    KHABAR_IMPORT_SECONDS: '200',
  }
  const child = startKhabar(['serve'], env)
  const end = ended(child)
  t.teardown(() => child.kill('SIGKILL'))
  const address = await addressOf(child)
  return {
    end,
    env,
    child,
    put: (name: string, content: unknown) => writeFileSync(join(gazetteer, name), JSON.stringify(content)),
    /** Has the gazetteer read anew; resolves to what the log says of it. */
    async hangUp(): Promise<Record<string, unknown>> {
      const told = new Promise<Record<string, unknown>>((resolve) => {
        child.stderr.on('data', (text) => {
          for (const line of String(text).split('\n')) if (line.includes('gazetteer')) resolve(JSON.parse(line))
        })
      })
      child.kill('SIGHUP')
      return told
    },
    /** The ids of the tags of a capture of some paragraphs; from 64 KiB on another thread reads it. */
    async tagsOf(paragraphs: number): Promise<string[]> {
      const body = `Boats wait for spring\n\n${Array(paragraphs).fill(STORY).join('\n\n')}\n`
      const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'text/plain' }
      const answer = await fetch(`${address}/v1/imports?dryRun=true`, { method: 'POST', headers, body })
      const text = await answer.text()
      t.equal(answer.status, 200, `${paragraphs} paragraphs are read`)
      return (JSON.parse(text) as { data: { article: { tags: { id: string }[] } } }).data.article.tags.map(
        ({ id }) => id,
      )
    },
    async search(q: string): Promise<string[]> {
      const answer = await fetch(`${address}/v1/tags?q=${encodeURIComponent(q)}`)
      return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id)
    },
  }
}

t.test(
  'on SIGHUP a server reads its gazetteer anew, and keeps the one it had if a file is wrong',
  { timeout: 300_000 },
  async (t) => {
    const { child, end, env, put, hangUp, tagsOf, search } = await serve(t)
    const sizes = [1, 800]
    put('mine.json', { entries: [UNION] })
    for (const size of sizes) t.strictSame(await tagsOf(size), [], `${size}: not read yet`)
    t.match(await hangUp(), { level: 30, entries: Number, msg: /khabar retag/ })
    for (const size of sizes) t.strictSame(await tagsOf(size), [UNION.id], `${size}: known`)
    t.strictSame(await search('اتحاد عمّال المواني'), [UNION.id])

    const wrong: [name: string, content: unknown, reason: RegExp][] = [
      [
        'an unknown key',
        { entries: [{ ...UNION, id: 'actor:other', alias: [] }] },
        /wrong\.json, entry 1 \(actor:other\)/,
      ],
      [
        'an id given twice',
        { entries: [UNION] },
        /wrong\.json, entry 1: actor:harbour-union is already defined in .*mine/,
      ],
    ]
    for (const [name, content, reason] of wrong) {
      put('wrong.json', content)
      t.match(await hangUp(), { level: 50, reason, msg: 'the gazetteer is refused; the one before stays in use' }, name)
      for (const size of sizes) t.strictSame(await tagsOf(size), [UNION.id], `${name}, ${size}: as before`)
    }
    child.kill('SIGTERM')
    t.match(await end, { status: 0 })
    const again = await khabar(['serve'], env)
    t.match(again, { status: 2, stdout: '', stderr: /^khabar: .*wrong\.json, entry 1: actor:harbour-union is already/ })
  },
)
