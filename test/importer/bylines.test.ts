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
  ['김철수 기자 | 2020-03-04 16:52', '김철수 기자'],
  ['سلمى نجار\n3 يوليو 2024 - 14:05', 'سلمى نجار'],
  ['By Staff - The Town Times - 3 July 2024'],
  ['Latest News\n3 July 2024'],
  ['القاهرة\n3 يوليو 2024 - 14:05'],
]

t.test('names are told by a label, or by their form beside the date', async (t) => {
  for (const [lines, ...names] of BYLINES) t.strictSame(authors(lines), names, lines)
})

t.test('a byline behind the text counts where there is none before it', async (t) => {
  t.strictSame(authors('3 July 2024', 'By Lena Berg'), ['Lena Berg'])
})
