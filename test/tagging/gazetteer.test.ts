import t from 'tap'
import { loadGazetteer } from '../../src/tagging/gazetteer.ts'
import { listedNames } from '../../src/tagging/names.ts'
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

t.test('the gazetteer that ships holds every country, and more', async (t) => {
  const ids = [...reader.gazetteer.entries.keys()]
  t.equal(ids.filter((id) => id.startsWith('country:')).length, 249)
  t.ok(ids.filter((id) => id.startsWith('actor:')).length > 100)
  for (const entry of reader.gazetteer.entries.values()) {
    if (entry.timeZone !== undefined)
      t.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: entry.timeZone }), entry.id)
    t.ok(listedNames(entry).length >= 2)
  }
})

const REFUSED: [name: string, files: unknown[], message: RegExp][] = [
  ['no JSON', ['{'], /file-1\.json is not JSON/],
  ['an unknown key', [{ entries: [{ ...FRANCE, alias: ['x'] }] }], /file-1\.json, entry 1 \(country:fr\).*alias/],
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
  t.ok(listedNames(entries.get('country:fr') as never).includes('بلاد الغال'))
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
