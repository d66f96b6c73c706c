import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { shippedCapture } from '../helpers/captures.ts'
import { khabar, temporaryFolder } from '../helpers/run.ts'

t.test('a curator looks into the tags of an archive', { timeout: 300_000 }, async (t) => {
  const folder = temporaryFolder(t)
  const capture = join(folder, 'capture.txt')
  writeFileSync(capture, shippedCapture().bytes)
  const env = { KHABAR_DB: join(folder, 'archive.db') }
  t.match(await khabar(['tags'], env), { status: 1, stdout: '', stderr: /missing or empty/ })
  t.match(await khabar(['tags', 'show', 'country:am'], env), { status: 0, stdout: /^articles +no archive yet$/m })
  const story = join(folder, 'story.txt')
  writeFileSync(
    story,
    'Boats wait for spring\n\nThe spokesman John Quillfeather said so on Monday to those who had come.\n',
  )
  await khabar(['import', capture, story], env)

  t.match(await khabar(['tags', 'ارمينيا'], env), { status: 0, stdout: /^ {6}1 {2}country:am {2}Armenia {2}أرمينيا$/m })
  const json = await khabar(['tags', 'karabakh', '--type', 'place', '--json'], env)
  t.match(JSON.parse(json.stdout), { id: 'place:nagorno-karabakh', articles: 1 })
  t.match(await khabar(['tags', 'nothing-of-that-name'], env), { status: 0, stdout: '', stderr: '0 tags.\n' })
  t.match(await khabar(['tags', '--type', 'person'], env), { status: 2, stderr: /country, actor, place/ })

  const show = await khabar(['tags', 'show', 'country:am'], env)
  t.match(show.stdout, /^demonyms ar +أرمني/m)
  t.match(show.stdout, /^articles +1$/m)
  t.match(show.stdout, /^defined in +.*countries\.json, entry \d+$/m)
  t.match(await khabar(['tags', 'show', 'place:atlantis'], env), {
    status: 1,
    stderr: /has no "place:atlantis"; khabar tags/,
  })
  t.match(await khabar(['tags', 'show', 'Armenia'], env), { status: 2, stderr: /"Armenia" is no tag/ })

  const explained = await khabar(['tags', 'explain', '2020-10-02-d3146296', 'country:fr'], env)
  t.match(explained, { status: 0, stdout: /^country:fr {2}France/ })
  t.match(explained.stdout, /score 0\.\d+ = 1 − Π \(1 − weight\); a filter by it finds the article/)
  t.match(explained.stdout, /0\.400 {2}headline: name\n +أميركا \[وفرنسا\] وروسيا/)
  const iran = await khabar(['tags', 'explain', capture, 'country:ir'], env)
  t.match(iran.stdout, /no filter by it finds it\n {2}0\.030 {2}related, related 1: name/)
  const all = await khabar(['tags', 'explain', capture, '--json'], env)
  t.ok(all.stdout.trim().split('\n').length > 10, 'each tag of the article')
  t.match(await khabar(['tags', 'explain', '2020-10-02-00000000'], env), { status: 1, stderr: /No article/ })
  t.match(await khabar(['tags', 'explain', 'nowhere.txt'], env), {
    status: 1,
    stderr: /no file or folder "nowhere\.txt"/,
  })

  const candidates = await khabar(['tags', 'candidates'], env)
  t.match(candidates, {
    status: 0,
    stdout: /^ {6}1 {2}person {2}undated-[0-9a-f]{8} {2}John Quillfeather$/m,
    stderr: /^\d+ candidates?\.$/m,
  })
  t.match(await khabar(['tags', 'candidates', '--min', '0'], env), { status: 2, stderr: /whole number from 1/ })
})
