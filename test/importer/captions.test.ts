import t from 'tap'
import { BODY, HEADLINE, MORE, readText as read } from '../helpers/made-up.ts'

const CAPTIONS: [lines: string, caption: string, credit: string | null][] = [
  ['a.jpg\nA bridge at dawn (Jane Doe)', 'A bridge at dawn', 'Jane Doe'],
  ['a.jpg\nA bridge at dawn. Photo: Jane Doe', 'A bridge at dawn.', 'Jane Doe'],
  ['a.jpg\nA bridge at dawn © Jane Doe', 'A bridge at dawn', 'Jane Doe'],
  ['a.jpg\nA bridge opens at dawn. REUTERS/Jane Doe', 'A bridge opens at dawn.', 'REUTERS/Jane Doe'],
  ['a.jpg\nمتطوعون يفرزون البطانيات في حلب - رويترز', 'متطوعون يفرزون البطانيات في حلب', 'رويترز'],
  ['a.jpg\nملعب جذع النخلة (الأناضول)', 'ملعب جذع النخلة', 'الأناضول'],
  ['a.jpg\nجسر عند الفجر\nالصورة: غيتي', 'جسر عند الفجر', 'غيتي'],
  ['a.jpg\n\nجسر عند الفجر (رويترز)', 'جسر عند الفجر', 'رويترز'],
  ['A bridge at dawn\na.jpg', 'A bridge at dawn', null],
  ['my photo (1).jpeg\nA bridge at dawn', 'A bridge at dawn', null],
  ['A bridge at dawn\nA bridge at dawn / AFP', 'A bridge at dawn', 'AFP'],
  ['Image source, Jane Doe\nImage caption, A bridge at dawn', 'A bridge at dawn', 'Jane Doe'],
  ['مصدر الصورة، غيتي\nالتعليق على الصورة، جسر عند الفجر', 'جسر عند الفجر', 'غيتي'],
  ['Подпись к фото, Мост на рассвете', 'Мост на рассвете', null],
]

t.test('captions and credits stand on one line or two, below the image or above it', async (t) => {
  for (const [lines, caption, credit] of CAPTIONS) {
    const { images } = read(`${HEADLINE}\n\n${lines}\n\n${BODY}\n`).article
    t.match(images, [{ caption, credit }], lines)
  }
})

const CREDITS: [line: string, caption: string, credit: string | null][] = [
  ['Die Brücke am Morgen | Bildquelle: Stadtarchiv', 'Die Brücke am Morgen', 'Stadtarchiv'],
  ['Polizei vor einem Haus der Altstadt / Lena Strand', 'Polizei vor einem Haus der Altstadt', 'Lena Strand'],
  ['Wer ruht, wird schneller gesund.Unsplash/Lena Strand', 'Wer ruht, wird schneller gesund.', 'Unsplash/Lena Strand'],
  ['The bridge at dawn. | Jane Doe/PA via Getty Images', 'The bridge at dawn.', 'Jane Doe/PA via Getty Images'],
  ['The bridge was closed for a week. Supplied', 'The bridge was closed for a week.', 'Supplied'],
  ['The bridge at dawn (Photo by Jane Doe/Getty Images)', 'The bridge at dawn', 'Jane Doe/Getty Images'],
  ['El puente al amanecer. Foto: Ana Ruiz', 'El puente al amanecer.', 'Ana Ruiz'],
  ['Le pont à l’aube. Crédit photo : Anne Roux', 'Le pont à l’aube.', 'Anne Roux'],
  ['Most o świcie. Fot. Jan Nowak / PAP', 'Most o świcie.', 'Jan Nowak / PAP'],
  ['Мост на рассвете. Фото: Иван Петров / ТАСС', 'Мост на рассвете.', 'Иван Петров / ТАСС'],
  ['Η γέφυρα την αυγή. Φωτογραφία: Άννα Δήμου', 'Η γέφυρα την αυγή.', 'Άννα Δήμου'],
  ['הגשר עם שחר. צילום: דנה לוי', 'הגשר עם שחר.', 'דנה לוי'],
  ['الجسر عند الفجر. تصوير: ليلى منصور', 'الجسر عند الفجر.', 'ليلى منصور'],
  ['夜明けの橋＝13日、東区で（山田花子撮影）', '夜明けの橋＝13日、東区で', '山田花子撮影'],
  ['夜明けの橋＝共同', '夜明けの橋', '共同'],
  ['새벽의 다리가 안개에 잠겨 있다 [사진=연합뉴스]', '새벽의 다리가 안개에 잠겨 있다', '연합뉴스'],
  ['黎明时分的大桥。 图片来源：新华社', '黎明时分的大桥。', '新华社'],
  ['Most o świcie (fot. Agata Nowak)', 'Most o świcie', 'Agata Nowak'],
  ['الجسر عند الفجر - تصوير - حسام منصور', 'الجسر عند الفجر', 'حسام منصور'],
  [
    'Le pont à l’aube, vu du port. ANNE ROUX / AGENCE DU PORT',
    'Le pont à l’aube, vu du port.',
    'ANNE ROUX / AGENCE DU PORT',
  ],
  ['Köprü şafakta. Fotoğraf: AA', 'Köprü şafakta.', 'AA'],
]

t.test('a credit at the end of a caption is told by its label, its house or its mark, in many languages', async (t) => {
  for (const [line, caption, credit] of CREDITS) {
    const { images } = read(`${HEADLINE}\n\n${BODY}\n\n${line}\n\n${MORE}\n`).article
    t.match(images, [{ caption, credit }], line)
  }
})

const IN_THE_BODY: [name: string, lines: string, caption: string | null, credit: string | null, roles: string[]][] = [
  ['a credit below', 'The bridge at dawn.\nPhoto: Jane Doe', 'The bridge at dawn.', 'Jane Doe', ['caption', 'credit']],
  ['a house below', 'The bridge at dawn.\n\nAP', 'The bridge at dawn.', 'AP', ['caption', 'credit']],
  [
    'said twice',
    'A ferry leaves at dawn.\n\nA ferry leaves at dawn.',
    'A ferry leaves at dawn.',
    null,
    ['image', 'caption'],
  ],
  ['both on one line', 'A ferry leaves at dawn. A ferry leaves at dawn.', 'A ferry leaves at dawn.', null, ['caption']],
  [
    'a list above',
    'lodge, night, pool\nThe lodge is open again.',
    'The lodge is open again.',
    null,
    ['image', 'caption'],
  ],
  [
    'another alternative text',
    'Men on deck.\nA ferry at dawn.\nBild: DPA',
    'A ferry at dawn.',
    'DPA',
    ['image', 'caption', 'credit'],
  ],
  [
    'an alternative text of which it has every word',
    'Green trams\nGreen trams on a first ride along the river',
    'Green trams on a first ride along the river',
    null,
    ['image', 'caption'],
  ],
  [
    'a button above',
    'Bild in Vollbild öffnen\nDie Fähre am frühen Morgen',
    'Die Fähre am frühen Morgen',
    null,
    ['furniture', 'caption'],
  ],
  [
    'places in it',
    'Jane Doe (left) and John Roe on the bridge.',
    'Jane Doe (left) and John Roe on the bridge.',
    null,
    ['caption'],
  ],
]

t.test('a caption between paragraphs is told by its neighbours, which are none of the text', async (t) => {
  for (const [name, lines, caption, credit, roles] of IN_THE_BODY) {
    const { article, ledger } = read(`${HEADLINE}\n\n${BODY}\n\n${lines}\n\n${MORE}\n`)
    t.match(article.images, [{ caption, credit }], name)
    t.strictSame(
      ledger.slice(2, -1).map(({ role }) => role),
      roles,
      name,
    )
    t.equal(article.sections.flatMap(({ blocks }) => blocks).length, 2, name)
  }
})

t.test('between date and text a caption stands right below an alternative text that speaks of the same', async (t) => {
  const ABOVE: [lines: string, caption: string, credit: string | null][] = [
    [
      'Bats at dusk\nFree-tailed bats leave the bridge. Harbour Parks Department',
      'Free-tailed bats leave the bridge.',
      'Harbour Parks Department',
    ],
    ['عمال في الورشة\nعمال الورشة أثناء تجميع الكراسي', 'عمال الورشة أثناء تجميع الكراسي', null],
    [
      `${HEADLINE}\nالعبارة الجديدة أثناء تجربة الرسو - هيثم درويش\nحجم الخط A+ A-`,
      'العبارة الجديدة أثناء تجربة الرسو',
      'هيثم درويش',
    ],
  ]
  for (const [lines, caption, credit] of ABOVE) {
    const { images, lead } = read(`${HEADLINE}\n\nJuly 3, 2025\n${lines}\n\n${BODY}\n\n${MORE}\n`).article
    t.match(images, [{ caption, credit }], lines)
    t.equal(lead, BODY, lines)
  }
})

t.test('a heading that touches its paragraph is no alternative text', async (t) => {
  const { article } = read(`${HEADLINE}\n\n${BODY}\n\nThe second paragraph\n${MORE}\n\n${BODY} ${MORE}\n`)
  t.strictSame(article.images, [])
})

t.test('a credit below a long paragraph is that of a picture without a caption', async (t) => {
  const { article } = read(`${HEADLINE}\n\n${BODY} ${MORE} ${BODY} ${BODY}\n\nFoto: Lena Strand\n\n${MORE}\n`)
  t.match(article.images, [{ caption: null, credit: 'Lena Strand' }])
  t.equal(article.sections[0]?.blocks.length, 2)
})

t.test('a line on top of the body that ends in place and day is a caption', async (t) => {
  for (const line of [
    'Le maire, devant la gare, à Lille, le 12 juin 2021.',
    'The mayor of the town speaks to passengers at the station in Leeds, Friday, June 4, 2021.',
  ]) {
    const { images, lead } = read(`${HEADLINE}\n\n${line}\n\n${BODY}\n\n${MORE}\n`).article
    t.match(images, [{ caption: line, credit: null }], line)
    t.equal(lead, BODY)
  }
})

t.test('a picture that a gallery shows again is one image', async (t) => {
  const caption = 'The bridge at dawn.\nPhoto: Jane Doe'
  const { images } = read(`${HEADLINE}\n\n${BODY}\n\n${caption}\n\n${MORE}\n\n${caption}\n\n${MORE} ${BODY}\n`).article
  t.equal(images.length, 1)
})

t.test('the sign of an agency below the last paragraph, and a place beside it, are no credits', async (t) => {
  for (const line of ['AFP', 'Reuters']) {
    const { article } = read(`${HEADLINE}\n\n${BODY}\n\n${MORE}\n\n${line}\n`)
    t.strictSame(article.images, [], line)
    t.equal(article.sections[0]?.blocks.length, 2)
  }
  const { images } = read(`${HEADLINE}\n\nThe council voted against it.\nAFP, LONDON\n\n${BODY}\n`).article
  t.strictSame(images, [])
})

t.test('a paragraph that ends in a bracket is no caption', async (t) => {
  const { article } = read(`${HEADLINE}\n\n${BODY}\n\n${MORE} (AFP)\n\n${BODY}\n`)
  t.strictSame(article.images, [])
  t.equal(article.sections[0]?.blocks.length, 3)
})
