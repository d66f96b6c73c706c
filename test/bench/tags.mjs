/**
 * How long a gazetteer of ten thousand entries takes to load in a process of its own, and an article of 5 KB to tag,
 * each also as a ratio to folding the same text once, which says more on a busy machine than milliseconds do.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SELF = fileURLToPath(import.meta.url)
const FOLDER = fileURLToPath(new URL('../../data/gazetteer/', import.meta.url))
const ENTRIES = 10_000
const ARTICLE = `قالت وزارة الخارجية التركية إن أنقرة وموسكو بحثتا الملف، ورفض الرئيس الروسي فلاديمير بوتين ذلك. وأضاف بوتين أن القوات الأرمينية
والأذربيجانية توقفت عند الحدود. وذكر المحلل السياسي سامر القنديلي أن الأمم المتحدة ومجلس الأمن دعيا إلى جلسة في نيويورك بحضور وفود من فرنسا وألمانيا. `

if (process.argv[2] === 'load') await load()
else if (process.argv[2] === 'tag') await tag()
else for (const part of ['load', 'tag']) execFileSync(process.execPath, [SELF, part], { stdio: 'inherit' })

/** What ships, filled up with people and places to the number, or cut down to it. */
function files() {
  const shipped = readdirSync(FOLDER).map((name) => {
    return { path: name, text: readFileSync(FOLDER + name), isChecked: true }
  })
  const count = shipped.reduce((sum, { text }) => sum + (JSON.parse(text).entries?.length ?? 0), 0)
  const names = ['قنديلي', 'زنكاوي', 'مرجعيوني', 'شطناوي', 'بحيصي', 'عوضلي', 'فرزدقي', 'هلباوي']
  const made = Array.from({ length: Math.max(0, ENTRIES - count) }, (_, index) => ({
    id: `actor:made-${index}`,
    kind: 'person',
    country: 'jo',
    label: {
      ar: `سامر ${names[index % names.length]}ن${index} ال${names[(index >> 3) % names.length]}`,
      en: `Samer Made${index} Quillfeather`,
    },
    names: { ar: [`سمير ${names[index % names.length]}ن${index}`], en: [`Samir Made${index}`] },
  }))
  return [...shipped, { path: 'made.json', text: JSON.stringify({ entries: made }), isChecked: true }]
}

async function load() {
  const { loadGazetteer } = await import('../../dist/tagging/gazetteer.js')
  const { fold } = await import('../../dist/language/fold.js')
  const read = files()
  const loading = await time(() => loadGazetteer(read))
  const text = read.map((file) => String(file.text)).join('\n')
  const folding = await time(() => fold(text))
  console.log(
    `gazetteer: ${loading.result.listed.size} entries in ${loading.text}, ${(loading.cpu / folding.cpu).toFixed(1)} times folding its files`,
  )
}

async function tag() {
  const { loadGazetteer } = await import('../../dist/tagging/gazetteer.js')
  const { tagArticle } = await import('../../dist/tagging/tag-article.js')
  const { foldWithOffsets } = await import('../../dist/language/fold.js')
  const gazetteer = loadGazetteer(files())
  const paragraphs = Array.from({ length: Math.ceil(5120 / Buffer.byteLength(ARTICLE)) }, () => ARTICLE)
  const blocks = paragraphs.map((text) => ({ type: 'paragraph', text, lines: [1, 1] }))
  const bare = { kicker: null, headline: null, dateline: null, lead: null, images: [], related: [] }
  const article = { ...bare, sections: [{ number: 1, heading: null, blocks }] }
  const times = 500
  for (let warm = 0; warm < 200; warm++) tagArticle(article, gazetteer)
  const tagging = await time(() => repeat(times, () => tagArticle(article, gazetteer)))
  const folding = await time(() => repeat(times, () => paragraphs.map((text) => foldWithOffsets(text))))
  const each = (tagging.cpu / times).toFixed(2)
  console.log(
    `tagging: ${each} ms of CPU for an article of 5 KB, ${(tagging.cpu / folding.cpu).toFixed(1)} times folding it`,
  )
}

function repeat(times, work) {
  for (let at = 0; at < times; at++) work()
}

async function time(work) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const spent = (user + system) / 1000
  return { result, cpu: spent, text: `${wall.toFixed(0)} ms (${spent.toFixed(0)} ms of CPU)` }
}
