import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { gazetteerEntrySchema, tagIdSchema } from '../../src/domain/gazetteer.ts'
import { createReader } from '../../src/ingest.ts'
import { readPlainEntry } from '../../src/tagging/entry-form.ts'
import { indexFirstWords } from '../../src/tagging/first-words.ts'
import { loadGazetteer } from '../../src/tagging/gazetteer.ts'
import { findNode } from '../../src/tagging/name-tree.ts'
import { eachGeneratedName, eachListedName, eachSpelling, type Name } from '../../src/tagging/names.ts'
import { reader } from '../helpers/reader.ts'

const FRANCE = { id: 'country:fr', label: { ar: 'فرنسا', en: 'France' }, demonyms: { ar: ['فرنسي'] } }

function load(...files: unknown[]) {
  return loadGazetteer(
    files.map((json, index) => ({
      path: `file-${index + 1}.json`,
      text: typeof json === 'string' ? json : JSON.stringify(json),
    })),
  )
}

t.test('no two names of what ships clash', async (t) => {
  const folder = fileURLToPath(new URL('../../data/gazetteer/', import.meta.url))
  const files = readdirSync(folder).map((name) => ({ path: name, text: readFileSync(folder + name, 'utf8') }))
  t.doesNotThrow(() => loadGazetteer(files))
})

t.test('names are found whether they are put in at once or when they are looked for', async (t) => {
  const entries = [
    { id: 'actor:a', kind: 'person', label: { ar: 'عبدالمنعم قنديلي', en: 'Abdelmonem Qandili' } },
    { id: 'actor:b', kind: 'person', label: { ar: 'سامر بن زنكاوي', en: 'Samer bin Zankawi' }, country: 'fr' },
  ]
  const text = JSON.stringify({ entries: [FRANCE, ...entries] })
  for (const file of [
    { path: 'f', text },
    { path: 'f', text, isChecked: true },
  ]) {
    const { names } = loadGazetteer([file])
    for (const words of ['عبد المنعم قنديلي', 'عبدالمنعم قنديلي', 'بن زنكاوي', 'qandili', 'الفرنسيين', 'france']) {
      t.ok(findNode(names, words.split(' '))?.names?.length, words)
    }
  }
})

t.test('every form of every name is looked for under its first word', async (t) => {
  const entries = [...reader.gazetteer.listed.values()]
  const ownersOf = indexFirstWords(entries)
  const missing: string[] = []
  let forms = 0
  for (const entry of entries) {
    const look = ([first = '']: readonly string[], { text }: Name) => {
      const found = ownersOf(first)
      forms++
      if (!found.includes(entry)) missing.push(`${entry.id}: ${text} under ${first}`)
    }
    eachListedName(entry, (words, name) => {
      look(words, name)
      eachSpelling(words, name, look)
    })
    eachGeneratedName(entry, look)
  }
  t.strictSame(missing, [])
  t.ok(forms > 60_000, `${forms} forms`)
  t.strictSame(ownersOf('قنديلي'), [], 'a word that no name begins with')
})

t.test('files are looked into when the gazetteer is first asked for, and again once it was unloaded', async (t) => {
  const file = { path: 'mine.json', text: '{' }
  const late = createReader([file], { now: () => new Date(), captureLimit: 1024 })
  t.match(late.tagger, /^[0-9a-f]{16}$/)
  t.throws(() => late.gazetteer, { code: 'invalid_parameter', message: /^mine\.json is not JSON/ })
  file.text = JSON.stringify({ entries: [FRANCE] })
  t.equal(late.gazetteer.listed.size, 1)
  t.ok(late.lexicon.isPlace('france'))
  t.equal(late.gazetteer, late.gazetteer)
  const before = late.gazetteer
  late.unload()
  t.not(late.gazetteer, before)
})

t.test('the gazetteer that ships holds every country, and more', async (t) => {
  const ids = [...reader.gazetteer.entries.keys()]
  t.equal(ids.filter((id) => id.startsWith('country:')).length, 249)
  t.ok(ids.filter((id) => id.startsWith('actor:')).length > 100)
  for (const entry of reader.gazetteer.entries.values()) {
    if (entry.timeZone !== undefined)
      t.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: entry.timeZone }), entry.id)
  }
})

const REFUSED: [name: string, files: unknown[], message: RegExp][] = [
  ['no JSON', ['{'], /file-1\.json is not JSON/],
  [
    'an unknown key',
    [{ entries: [{ ...FRANCE, alias: ['x'] }] }],
    /file-1\.json, entry 1 \(country:fr\): Unrecognized key: "alias"$/,
  ],
  ['a list', [[]], /^file-1\.json is no gazetteer: Invalid input: expected object/],
  ['entries that are no list', [{ entries: 5 }], /^file-1\.json is no gazetteer: entries: Invalid input/],
  [
    'a malformed id',
    [{ entries: [{ ...FRANCE, id: 'France' }] }],
    /entry 1 \(France\).*country:xx, actor:slug or place:slug/,
  ],
  [
    'an id given twice',
    [{ entries: [FRANCE] }, { entries: [FRANCE] }],
    /file-2\.json, entry 1: country:fr is already defined in file-1\.json, entry 1; use "extends"/,
  ],
  [
    'an actor without a kind',
    [{ entries: [{ id: 'actor:x', label: { ar: 'منظمة ما', en: 'Some body' } }] }],
    /actor:x has no kind/,
  ],
  ['a place with demonyms', [{ entries: [FRANCE, { ...FRANCE, id: 'place:x' }] }], /place:x has demonyms/],
  [
    'an unknown country',
    [{ entries: [{ id: 'place:x', label: { ar: 'مدينة ما', en: 'Some town' }, country: 'zz' }] }],
    /place:x names the country "zz"/,
  ],
  [
    'a name of two entries',
    [{ entries: [FRANCE, { id: 'place:x', label: { ar: 'مدينة ما', en: 'Some town' }, names: { ar: ['فِرَنسا'] } }] }],
    /place:x has the name "فِرَنسا", which country:fr \(file-1\.json, entry 1\) has too/,
  ],
  [
    'a name too short',
    [{ entries: [{ ...FRANCE, names: { ar: ['فر'] } }] }],
    /country:fr has the name "فر", shorter than 3 letters/,
  ],
  [
    'a name that is a common word',
    [{ entries: [{ ...FRANCE, names: { ar: ['المملكة'] } }] }],
    /"المملكة", a common word/,
  ],
  [
    'a single frequent word as a name',
    [{ entries: [{ ...FRANCE, names: { ar: ['السلام'] } }] }],
    /country:fr has the name "السلام", a common word; give it a rule under "ambiguous"/,
  ],
  [
    'an institution with an unknown key',
    [{ entries: [FRANCE], institutions: [{ id: 'x', kind: 'government', gender: 'n', label: { ar: 'a', en: 'b' } }] }],
    /file-1\.json, entry 1 \(x\): gender/,
  ],
  [
    'an extension of nothing',
    [{ entries: [{ extends: 'country:fr', names: { ar: ['الجمهورية الفرنسية'] } }] }],
    /extends country:fr, which no entry defines/,
  ],
]

for (const [name, files, message] of REFUSED) {
  t.test(`${name} is refused, with the file and the entry`, async (t) => {
    t.throws(() => load(...files), { code: 'invalid_parameter', message })
  })
}

t.test("a user's own file adds entries, and names to entries", async (t) => {
  const own = {
    entries: [
      { extends: 'country:fr', names: { ar: ['بلاد الغال'] } },
      { id: 'actor:own', kind: 'organization', label: { ar: 'جمعيتنا', en: 'Our Society' } },
    ],
  }
  const { entries } = load({ entries: [FRANCE] }, own)
  t.strictSame(entries.get('country:fr')?.names, { ar: ['بلاد الغال'] })
  t.ok(entries.has('actor:own'))
})

t.test('acronyms may be short, and a shared name may have a rule in each entry', async (t) => {
  const us = { id: 'country:us', label: { ar: 'الولايات المتحدة', en: 'United States' }, names: { en: ['US'] } }
  const town = (id: string, near: string) => ({
    id,
    label: { ar: `مدينة ${near}`, en: `Town ${id}` },
    ambiguous: [{ name: 'المدينة الفلانية', near: [near] }],
  })
  t.equal(load({ entries: [us, town('place:a', 'الأولى'), town('place:b', 'الثانية')] }).entries.size, 3)
})

t.test('an entry that is plainly right is read as the schema reads it, and any other is left to it', async (t) => {
  const right = [
    FRANCE,
    { id: 'actor:x', kind: 'person', label: { ar: 'فلان الفلاني', en: 'So And So' }, country: 'fr', wikidata: 'Q1' },
    { id: 'place:x', label: { ar: 'مدينة', en: 'Town' }, country: 'fr', capital: true, timeZone: 'Europe/Paris' },
    { id: 'place:y', label: { ar: 'قرية', en: 'Village' }, ambiguous: [{ name: 'قرية ما', near: ['نهر'] }] },
  ]
  for (const entry of right) t.same(readPlainEntry(entry), gazetteerEntrySchema.parse(entry), entry.id)
  const others: unknown[] = [null, [], 'x', { ...FRANCE, alias: [] }, { ...FRANCE, id: 'country:FR' }]
  others.push({ ...FRANCE, label: { ar: ' فرنسا', en: 'France' } }, { ...FRANCE, label: { ar: 'فرنسا' } })
  others.push({ ...FRANCE, wikidata: 'x' }, { ...FRANCE, names: { arabic: ['x'] } }, { ...FRANCE, names: { ar: [1] } })
  others.push({ ...FRANCE, ambiguous: [{ name: 'x', next: [] }] }, { ...FRANCE, capital: 1 }, { ...FRANCE, kind: 'x' })
  for (const entry of others) t.equal(readPlainEntry(entry), null, JSON.stringify(entry))
})

t.test('every country has its institutions, in the style of those that are listed', async (t) => {
  const { entries } = reader.gazetteer
  const ministry = entries.get('actor:turkish-foreign-ministry')
  t.match(ministry, {
    kind: 'government',
    country: 'tr',
    label: { ar: 'وزارة الخارجية التركية', en: 'Turkish Foreign Ministry' },
  })
  t.notOk(entries.has('actor:us-defence-ministry'), 'the Pentagon is listed')
  t.strictSame(
    [...entries.keys()].filter((id) => !tagIdSchema.safeParse(id).success),
    [],
  )
})
