import t from 'tap'
import { BODY, HEADLINE, MORE, readText } from '../helpers/made-up.ts'

function authors(lines: string, behind = '') {
  const { article } = readText(`${HEADLINE}\n\n${lines}\n\n${BODY}\n\n${MORE}\n\n${behind}\n`)
  return article.authors.map(({ name }) => name)
}

const BYLINES: [lines: string, ...names: string[]][] = [
  ['By Lena Berg and Tom Fields, Staff Writers', 'Lena Berg', 'Tom Fields'],
  ['By LENA BERG', 'LENA BERG'],
  ['كَتَبَ: سعاد العلوي', 'سعاد العلوي'],
  ['Written by\nLena Berg', 'Lena Berg'],
  ['Von Lena Berg', 'Lena Berg'],
  ['Par Lena Berg et Tom Fields', 'Lena Berg', 'Tom Fields'],
  ['Por Luis de la Cruz', 'Luis de la Cruz'],
  ['Text: Lena Berg', 'Lena Berg'],
  ['Door Jan van den Berg', 'Jan van den Berg'],
  ['Автор: Иван Лесков', 'Иван Лесков'],
  ['Yazan: Elif Deniz', 'Elif Deniz'],
  ['كتبت - سلمى نجار', 'سلمى نجار'],
  ['Lena Berg\n3 July 2024, 14:05', 'Lena Berg'],
  ['3 July 2024, 14:05\nLena Berg, Correspondent', 'Lena Berg'],
  ['Lena Berg / SITE.COM / Apr 16, 2026, 14:04', 'Lena Berg'],
  ['Town, News | Published: 3 July 2024 | Written by Lena Berg', 'Lena Berg'],
  ['김철수 기자 | 2020-03-04 16:52', '김철수'],
  ['سلمى نجار\n3 يوليو 2024 - 14:05', 'سلمى نجار'],
  ['كتب: حسن أوبها                 الاثنين 7 غشت 2023 - 10:30', 'حسن أوبها'],
  ['Written By: सुनीता झा\nPublished: 14 मार्च 2024', 'सुनीता झा'],
  ['2024年4月5日 6時00分\n佐伯真由\n橋を確認する作業員＝3月28日、佐伯真由撮影', '佐伯真由'],
  ['byLena Berg\n3 July 2024', 'Lena Berg'],
  ['by Lena Berg @lena_berg 3 July 2024: 12:41 PM ET', 'Lena Berg'],
  ['Lena Berg Lena Berg\npřed 2 hodinami', 'Lena Berg'],
  ['Headshot of Lena Berg\nLena BergThe Town Paper\n3 July 2024', 'Lena Berg'],
  ['Avatar photo by Lena Berg 3 July 2024', 'Lena Berg'],
  ['Lena Berg’s avatar\n\nTown', 'Lena Berg'],
  ['A caption of the day\n\nTown\n\nMore\n\nLena Berg\nlena.berg@example.org', 'Lena Berg'],
  ['Lena Berg North of England correspondent\n3 July 2024', 'Lena Berg'],
  ['Par Lena Berg (Saint-Aubin, envoyée spéciale)\n3 juillet 2024', 'Lena Berg'],
  ['Text Lena Berg Bilder Tom Fields\n3. Juli 2024', 'Lena Berg'],
  ['Town Paper Town Paper Lena Berg\n3 July 2024', 'Lena Berg'],
  ['Lena Berg\nSaint Aubin - 3 July 2024', 'Lena Berg'],
  ['صورة الكاتب البلدة 24 - سلمى نجار\n3 يوليو 2024', 'سلمى نجار'],
  ['حاورها: سلمى نجار', 'سلمى نجار'],
  ['A standfirst that ends with a point.\n\nLena Berg\nLyssna på artikeln', 'Lena Berg'],
  ['Senior Correspondent\n3 July 2024'],
  ['Giriş Tarihi\n3 Temmuz 2024'],
  ['By Staff - The Town Times - 3 July 2024'],
  ['Latest News\n3 July 2024'],
  ['القاهرة\n3 يوليو 2024 - 14:05'],
]

t.test('names are told by a label, or by their form beside the date', async (t) => {
  for (const [lines, ...names] of BYLINES) t.strictSame(authors(lines), names, lines)
})

const BEHIND: [behind: string, ...names: string[]][] = [
  ['By Lena Berg', 'Lena Berg'],
  ['Lena Berg', 'Lena Berg'],
  ['Иван Лесков', 'Иван Лесков'],
  ['Lena Berg is a reporter who covers the town.', 'Lena Berg'],
  ['Lena Berg ist Redakteurin im Ressort Stadt.', 'Lena Berg'],
  ['About\n\nLena Berg\n\nLena Berg hails from the hills and lives with two dogs.', 'Lena Berg'],
  ['Tags\n\nMore from Lena Berg', 'Lena Berg'],
  ['Tags\n\nMehr von Lena Berg (leb)', 'Lena Berg'],
  ['Tags\n\nAll articles by Lena Berg', 'Lena Berg'],
  ['Tags\n\nMore from New York'],
  ['Lena Berg won the race on Sunday.'],
  ['Lena Berg told reporters on the quay that the race was the best of her life.'],
  ['Colonel Lena Berg and her counterparts accused the league of bowing to foreign influence.'],
  ['More News\n\nOur Products'],
]

t.test('where no byline stands before the text, what stands behind it names the writer', async (t) => {
  for (const [behind, ...names] of BEHIND) t.strictSame(authors('3 July 2024', behind), names, behind)
  const named = readText(
    `${HEADLINE}\n\n${BODY}\n\nThe mayor, Lena Berg, says that she has known of it for years and that the town will pay.\n\n${MORE}\n\n${BODY}\n\nLena Berg\n`,
  )
  t.strictSame(named.article.authors, [], 'of whom the text speaks')
})

const OPENINGS: [opening: string, ...names: string[]][] = [
  ['(서울=하늘통신) 김철수 기자 = 시는 수요일 옛 역사를 허물지 않기로 했다고 밝혔다.', '김철수'],
  ['МОСКВА, 14 окт — Вести, Иван Лесков. Город решил не сносить старый вокзал, сообщил мэр.', 'Иван Лесков'],
  ['But Lena is known to be an author of the plan, as all of the town knows.'],
]

t.test('a wire names its reporter where the text begins', async (t) => {
  for (const [opening, ...names] of OPENINGS) {
    const { article } = readText(`${HEADLINE}\n\n3 July 2024\n\n${opening} ${BODY}\n\n${MORE}\n`)
    t.strictSame(
      article.authors,
      names.map((name) => ({ name })),
      opening,
    )
  }
})

t.test('a byline may stand below the standfirst, and beside a date above the headline', async (t) => {
  const standfirst = readText(`${HEADLINE}\n\n${BODY}\n\nLena Berg\nvon\nLena Berg\n\n${MORE}\n\n${BODY}\n`)
  t.strictSame(standfirst.article.authors, [{ name: 'Lena Berg' }])
  const above = readText(`3 July 2024\nBy Lena Berg\n0 Comments\nTown\n\n${HEADLINE}\n\n${BODY}\n\n${MORE}\n`)
  t.strictSame(above.article.authors, [{ name: 'Lena Berg' }])
})
