import t from 'tap'
import { BODY, HEADLINE, MORE, readText as read } from '../helpers/made-up.ts'

t.test('the links below a cue of its own end at the next blank line', async (t) => {
  const { article } = read(
    `${HEADLINE}\n\n${BODY}\n\nRelated stories\nOne story\nAnother story\n\nA heading\n\n${MORE}\n`,
  )
  t.strictSame(
    article.related.map(({ label, title, section }) => [label, title, section]),
    [
      ['Related stories', 'One story', 1],
      ['Related stories', 'Another story', 1],
    ],
  )
  t.equal(article.sections[1]?.heading, 'A heading')
})

t.test('a sentence that begins like a cue is text', async (t) => {
  const { article } = read(
    `${HEADLINE}\n\n${BODY}\n\nRelated costs rose by a fifth in the same year, the report goes on to say.\n\n${MORE}\n`,
  )
  t.strictSame(article.related, [])
})

const WITH_TITLE: [line: string, label: string][] = [
  ['اقرأ أيضاً: خبر آخر عن المدينة', 'اقرأ أيضاً'],
  ['إقرأ أيضا خبر آخر عن المدينة', 'إقرأ أيضا'],
  ['اقرأ المزيد - خبر آخر عن المدينة', 'اقرأ المزيد'],
  ['بیشتر بخوانید: خبر دیگری از شهر', 'بیشتر بخوانید'],
  ['یہ بھی پڑھیں: شہر کی ایک اور خبر', 'یہ بھی پڑھیں'],
  ['קראו גם: ידיעה אחרת מהעיר', 'קראו גם'],
  ['READ ALSO: Another story of the town', 'READ ALSO'],
  ['À lire aussi : Une autre histoire de la ville', 'À lire aussi'],
  ['Lea también | Otra historia de la ciudad', 'Lea también'],
  ['Leia também: Outra história da cidade', 'Leia também'],
  ['Leggi anche > Un’altra storia della città', 'Leggi anche'],
  ['Citește și: O altă poveste a orașului', 'Citește și'],
  ['LESEN SIE AUCH Eine andere Geschichte der Stadt', 'LESEN SIE AUCH'],
  ['Lees ook: Een ander verhaal uit de stad', 'Lees ook'],
  ['Läs också: En annan historia från staden', 'Läs också'],
  ['Les også: En annen historie fra byen', 'Les også'],
  ['Lue myös: Toinen juttu kaupungista', 'Lue myös'],
  ['Czytaj też: Inna historia z miasta', 'Czytaj też'],
  ['Přečtěte si také: Jiný příběh z města', 'Přečtěte si také'],
  ['Olvassa el ezt is: Egy másik történet', 'Olvassa el ezt is'],
  ['Pročitajte još: Druga priča iz grada', 'Pročitajte još'],
  ['Читайте также: Другая история города', 'Читайте также'],
  ['Читайте також: Інша історія міста', 'Читайте також'],
  ['Прочетете още: Друга история от града', 'Прочетете още'],
  ['Διαβάστε επίσης: Μια άλλη ιστορία της πόλης', 'Διαβάστε επίσης'],
  ['Bunu da oku: Kentten başka bir haber', 'Bunu da oku'],
  ['इसे भी पढ़ें: शहर की एक और खबर', 'इसे भी पढ़ें'],
  ['আরও পড়ুন: শহরের আরেকটি খবর', 'আরও পড়ুন'],
  ['Baca juga: Kisah lain dari kota', 'Baca juga'],
  ['อ่านเพิ่มเติม: อีกเรื่องหนึ่งของเมือง', 'อ่านเพิ่มเติม'],
  ['関連記事：町の別の話', '関連記事'],
  ['관련기사: 도시의 다른 이야기', '관련기사'],
  ['相关阅读：城市的另一个故事', '相关阅读'],
]

t.test('a link behind its label is no heading, whatever its language', async (t) => {
  for (const [line, label] of WITH_TITLE) {
    const { article } = read(`${HEADLINE}\n\n${BODY}\n\n${line}\n\n${MORE}\n`)
    t.match(article.related, [{ label, title: /^[\p{L}\p{M}].*[\p{L}\p{M}]$/u }], line)
    t.equal(article.related.length, 1, line)
    t.equal(article.sections.length, 1, line)
  }
})

const NO_CUES = [
  'Zum Thema Klima',
  'Related costs rise',
  'Mehr zum Thema Rente',
  'Read more books this year',
  'ذات صلة بالأحداث',
]

t.test('a heading that begins like a label is a heading', async (t) => {
  for (const line of NO_CUES) {
    const { article } = read(`${HEADLINE}\n\n${BODY}\n\n${line}\n\n${MORE}\n`)
    t.strictSame(article.related, [], line)
    t.equal(article.sections[1]?.heading, line)
  }
})

t.test('titles that stand alone below a label end at a paragraph, or at a heading before it', async (t) => {
  const titles = ['Another story of the town by the sea', 'A third story, of the harbour and the ferry']
  const { article } = read(
    `${HEADLINE}\n\n${BODY}\n\nYou may also like\n\n${titles.join('\n\n')}\n\nWhat comes next\n\n${MORE}\n`,
  )
  t.strictSame(
    article.related.map(({ title }) => title),
    titles,
  )
  t.equal(article.sections[1]?.heading, 'What comes next')
})
