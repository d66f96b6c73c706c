import t from 'tap'
import type { Capture } from '../../src/domain/capture.ts'
import { decode } from '../../src/importer/readers/decode.ts'
import { draftOf } from '../../src/ingest.ts'
import { textCapture } from '../helpers/captures.ts'
import { encode, encodeUtf16, joinBytes } from '../helpers/encode.ts'
import { reader } from '../helpers/reader.ts'

const ARABIC = `افتتاح مكتبة عامة في حي الميناء القديم

2021.05.04 | 10:20

قالت أمينة المكتبة إن الكتب التي تبرع بها سكان الحي وصلت إلى أكثر من ألف كتاب، وإن القاعة تتسع لستين قارئا من الطلاب في كل يوم.

وأضافت أن العمل في الطابق الثاني يستمر حتى نهاية العام، وأن من يرغب في التبرع يستطيع أن يتصل بالإدارة على الرقم المعلن عند الباب.
`
const PERSIAN = `این کتابخانه که در سال گذشته باز شد از امروز هر روز کار می‌کند. مدیر آن می گوید مردم این شهر را از کتاب دور نمی داند و کاری است که باید کرد.`
const RUSSIAN = `Новая библиотека открылась на улице у порта. Директор сказала, что это первое такое место в районе и что книги по истории города как раз привезли на прошлой неделе.`
const SERBIAN = `Нова библиотека је отворена у улици код луке. Директорка је рекла да се књиге из историје града налазе на првом спрату и да ће бити отворена за све.`
const FRENCH = `La bibliothèque a été rénovée l’an dernier à la demande des élèves. Après les travaux, l’étage où se trouvent les journaux a été fermé, même à ceux qui l’ont payé. « Très bien », dit-elle.`
const GERMAN = `Die Bücherei für Kinder wurde über Nacht geschlossen. Während der Prüfung müssen die Gäste draußen warten und können später zurückkommen, für eine Stunde über Mittag.`
const ENGLISH = `The library’s reading room opened in May, and it’s free. “We are glad that the doors of the old café are open,” the director said – and that is all.`
const TURKISH = `Kütüphane çocuklar için açıldı, ama çok geniş değil. Müdür, kitapların çok olduğunu söyledi ve yeni oda için bağış istedi. Bina, şehrin en eski yapısına göre küçük değil.`
const POLISH = `Biblioteka, która się otworzyła, będzie czynna także w sobotę. Dyrektor mówi, że są tu książki dla dzieci i że może się też odbyć wystawa; będzie ich więcej, także latem.`
const CZECH = `Knihovna, která se otevřela, může být otevřena také v sobotu. Ředitelka říká, že knihy jsou nové a že je možné být zde celý den, také večer, pokud může být světlo.`
const GREEK = `Η βιβλιοθήκη που άνοιξε στην πόλη είναι για όλους και το κτίριο της είναι από τα παλιά. Η διευθύντρια είπε να έρθουν με τα παιδιά και για το βράδυ.`
const HEBREW = `הספרייה של העיר נפתחה אתמול. המנהלת אמרה כי הספרים על המדפים גם של הילדים, וכי זה לא הכול. הוא הזמין את התושבים לבוא עם המשפחה.`
const CHINESE = `图书馆在港口旁边的老街开放了。馆长说，这里的书和报纸是居民捐赠的，二楼的阅览室在年底开放，孩子们和老人都可以来。`
const TAIWANESE = `圖書館在港口旁邊的老街開放了。館長說，這裡的書和報紙是居民捐贈的，二樓的閱覽室在年底開放，孩子和老人都可以來。`
const JAPANESE = `港の近くに新しい図書館が開館した。館長によると、寄付された本は千冊を超え、二階の部屋は年末から使えるという。子どもたちの席もある。`
const KOREAN = `항구 옆 거리에 새 도서관이 문을 열었다. 관장은 주민들이 기증한 책으로 서가를 채웠다고 말했다. 열람실은 연말에 열린다. 누구나 올 수 있다.`

const CERTAIN: [encoding: string, text: string, as?: string][] = [
  ['windows-1256', ARABIC],
  ['iso-8859-6', ARABIC],
  ['windows-1256', PERSIAN],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['windows-1251', SERBIAN],
  ['windows-1252', FRENCH],
  ['windows-1252', GERMAN],
  ['windows-1254', ENGLISH, 'windows-1252'],
  ['windows-1254', TURKISH],
  ['windows-1250', POLISH],
  ['iso-8859-2', POLISH],
  ['windows-1250', CZECH],
  ['windows-1253', GREEK],
  ['windows-1255', HEBREW],
  ['gbk', CHINESE],
  ['big5', TAIWANESE],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['euc-kr', KOREAN],
]

for (const [encoding, text, as = encoding] of CERTAIN) {
  t.test(`${encoding} that says nothing of itself is certain by its words: ${text.slice(0, 20)}…`, async (t) => {
    // What the encoding has no mark for is left out, as the programs of its time did.
    const written = encodable(text, encoding)
    const found = decode(encode(written, encoding), { charset: null, mediaType: 'text/plain' })
    t.equal(found.text, written)
    t.match(found.notes, [{ rule: 'encoding', line: null, reason: new RegExp(`read as ${as}`) }])
  })
}

function encodable(text: string, encoding: string): string {
  return [...text].filter((char) => isIn(char, encoding)).join('')
}

function isIn(char: string, encoding: string): boolean {
  try {
    return encode(char, encoding).length > 0
  } catch {
    return false
  }
}

t.test('an article in windows-1256 is read, and its source stays byte for byte', async (t) => {
  const bytes = encode(ARABIC, 'windows-1256')
  const undeclared = draftOf(textCapture(bytes), reader)
  t.equal(undeclared.article.headline, 'افتتاح مكتبة عامة في حي الميناء القديم')
  t.equal(undeclared.article.sections[0]?.blocks.length, 2)
  t.strictSame(undeclared.bytes, bytes)
  t.match(undeclared.ledger[0], { line: 1, text: /^افتتاح/ })
  const declared = draftOf({ ...textCapture(bytes), charset: 'CP1256' }, reader)
  t.strictSame(declared.article.sections, undeclared.article.sections)
  t.notMatch(declared.article.notes, [{ rule: 'encoding' }])
})

const FORMS: [name: string, bytes: Uint8Array, charset: string | null][] = [
  ['UTF-8 with a mark', joinBytes([0xef, 0xbb, 0xbf], ARABIC), null],
  ['UTF-16, little end first, with a mark', joinBytes([0xff, 0xfe], encodeUtf16(ARABIC)), null],
  ['UTF-16, big end first, with a mark', joinBytes([0xfe, 0xff], encodeUtf16(ARABIC, true)), null],
  ['UTF-16 with a mark, whatever it is said to be', joinBytes([0xff, 0xfe], encodeUtf16(ARABIC)), 'windows-1256'],
  ['UTF-16 without a mark, as stated', encodeUtf16(ARABIC), 'utf-16'],
  ['an encoding that nobody knows, in UTF-8', joinBytes(ARABIC), 'x-nonesuch'],
]

for (const [name, bytes, charset] of FORMS) {
  t.test(name, async (t) => {
    t.strictSame(decode(bytes, { charset, mediaType: 'text/plain' }), { text: ARABIC, notes: [] })
  })
}

t.test('UTF-8 is UTF-8 even where the capture says otherwise, which is noted', async (t) => {
  const { text, notes } = decode(joinBytes(ARABIC), { charset: 'windows-1256', mediaType: 'text/plain' })
  t.equal(text, ARABIC)
  t.match(notes, [{ rule: 'encoding', reason: /read as UTF-8.*says windows-1256/ }])
  t.strictSame(decode(joinBytes('plain\n'), { charset: 'windows-1252', mediaType: 'text/plain' }).notes, [])
})

t.test('windows-1252 has its marks and signs, under each of its names', async (t) => {
  const bytes = joinBytes('caf', [0xe9], ' ', [0x93], 'ouvert', [0x94], ' ', [0x80], '5')
  for (const charset of ['windows-1252', 'ISO-8859-1', 'latin1'])
    t.equal(decode(bytes, { charset, mediaType: 'text/plain' }).text, 'café “ouvert” €5')
})

const PAGES: [name: string, head: string][] = [
  ['a meta element', '<!doctype html><html><head><meta charset="windows-1256"><title>'],
  [
    'a meta element of old',
    "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1256'><title>",
  ],
  ['an XML declaration', '<?xml version="1.0" encoding="windows-1256"?><html><head><title>'],
  [
    'a meta element far down',
    `<html><head>${'<link rel="x" href="/y">'.repeat(100)}<meta charset=windows-1256><title>`,
  ],
  [
    'a meta element after a comment with another',
    '<html><!-- <meta charset="koi8-r"> --><meta charset="windows-1256"><title>',
  ],
]

for (const [name, head] of PAGES) {
  t.test(`a page is decoded as ${name} says`, async (t) => {
    const page = joinBytes(head, encode('خبر قصير', 'windows-1256'), '</title>')
    t.equal(decode(page, { charset: null, mediaType: 'text/html' }).text, `${head}خبر قصير</title>`)
    t.throws(() => decode(page, { charset: null, mediaType: 'text/plain' }), { code: 'no_article' })
  })
}

t.test('a few broken bytes of a page are shown as such, and noted with their line', async (t) => {
  const page = joinBytes(`<meta charset="utf-8">\n<p>${ARABIC}`, [0xd8, 0x0a], `${ARABIC}</p>`)
  const { text, notes } = decode(page, { charset: null, mediaType: 'text/html' })
  t.match(text, /\n\ufffd\n/)
  t.match(notes, [{ rule: 'encoding', line: 9, reason: /^1 broken/ }])
  const many = joinBytes('<meta charset="utf-8"><p>', ...Array.from({ length: 50 }, () => [0xd8, 0x20]), '</p>')
  t.throws(() => decode(many, { charset: null, mediaType: 'text/html' }), {
    code: 'no_article',
    faults: [{ code: 'not_utf8', line: 1 }],
  })
})

const REFUSED: [name: string, bytes: Uint8Array, options: Partial<Capture>, code: string, line: number][] = [
  ['UTF-16 without a mark', encodeUtf16('A short\nheadline'), {}, 'binary', 1],
  ['a NUL after lines of every kind', joinBytes('a\r\nb\rc\nd\u2028e\u0085f\0'), {}, 'binary', 6],
  ['a broken byte after lines of every kind', joinBytes('a\r\nb\rc\nd\u2028', [0xff]), {}, 'not_utf8', 5],
  ['a character that is cut', joinBytes('خبر\n', [0xd8]), {}, 'not_utf8', 2],
  ['halves of pairs', joinBytes('x\ny', [0xed, 0xa0, 0x80]), {}, 'not_utf8', 2],
  ['a half of a pair in UTF-16', joinBytes([0xff, 0xfe, 0x41, 0, 0x0a, 0, 0, 0xd8, 0x41, 0]), {}, 'not_utf8', 2],
  ['what is said to be UTF-8 and is not', joinBytes('x\n', [0xe9], ' y'), { charset: 'utf-8' }, 'not_utf8', 2],
  ['what is said to be Shift_JIS and is not', joinBytes('x\n\n', [0x81, 0xff]), { charset: 'sjis' }, 'not_utf8', 3],
  ['a few words in windows-1256', encode('خبر\nقصير', 'windows-1256'), {}, 'not_utf8', 1],
  ['a word in windows-1252', encode('A caf\u00e9 has opened in town', 'iso-8859-15'), {}, 'not_utf8', 1],
  [
    'windows-1256 with a line of UTF-8',
    joinBytes(encode(ARABIC.repeat(20), 'windows-1256'), 'وهذا سطر من ملف آخر\n'),
    {},
    'not_utf8',
    141,
  ],
  [
    'the same where it is stated',
    joinBytes(encode('خبر\n', 'windows-1256'), 'وهذا سطر من ملف آخر\n'),
    { charset: 'windows-1256' },
    'not_utf8',
    2,
  ],
  [
    'UTF-8 with a line of windows-1256',
    joinBytes(ARABIC, encode('وهذا سطر', 'windows-1256'), `\n${ARABIC}`),
    {},
    'not_utf8',
    8,
  ],
  [
    'random bytes',
    Uint8Array.from({ length: 4000 }, (_, at) => 1 + ((at * 7919 + (at >> 3) * 104729) % 255)),
    {},
    'not_utf8',
    1,
  ],
]

for (const [name, bytes, options, code, line] of REFUSED) {
  t.test(`${name} is refused, at its line`, async (t) => {
    const capture = { ...textCapture(bytes), ...options }
    t.throws(() => draftOf(capture, reader), { code: 'no_article', faults: [{ code, line }] })
  })
}
