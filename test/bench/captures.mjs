import { pick, randomFrom } from './random.mjs'

/** Made-up captures of 5 KB in the shipped one's conventions: no two alike, with as many names as news has. */

const WORDS =
  'قال مسؤول محلي إن العمل في المشروع الجديد سيبدأ قبل نهاية العام وإن الكلفة لن تتجاوز ما أعلن سابقا بعد أشهر من الانتظار والمشاورات بين الأطراف كلها حول الطريق والجسر والميناء والمدارس التي تحتاج إلى إصلاح عاجل'.split(
    ' ',
  )
const NAMES = [
  ...[
    'فرنسا',
    'وروسيا',
    'تركيا',
    'أرمينيا',
    'لأذربيجان',
    'الرئيس التركي رجب طيب أردوغان',
    'الكرملين',
    'مجلس الأمن الدولي',
  ],
  ...[
    'القوات الأرمينية',
    'السوريون',
    'باريس',
    'بغداد',
    'الأمم المتحدة',
    'حلف الناتو',
    'الاتحاد الأوروبي',
    'القاهرة',
    'إيران',
  ],
]

/** The text of the capture with this number; the same number gives the same text. */
export function makeCapture(number) {
  const random = randomFrom(number)
  const day = String(1 + (number % 28)).padStart(2, '0')
  const month = String(1 + (number % 12)).padStart(2, '0')
  const paragraphs = (count) => Array.from({ length: count }, () => `${sentence(random, 22)}، ${sentence(random, 12)}.`)
  return [
    'icon\nالتغطية الحية',
    `${sentence(random, 8)} رقم ${number}`,
    `20${10 + (number % 14)}.${month}.${day} | 16:43 دمشق`,
    `image_${number}.jpg\n${sentence(random, 5)} (الأناضول)\nإسطنبول ـ متابعات\n+A\nحجم الخط\n-A`,
    ...paragraphs(2),
    `اقرأ أيضاً: ${sentence(random, 7)}`,
    `${sentence(random, 3)}:`,
    ...paragraphs(5),
    sentence(random, 3),
    ...paragraphs(5),
    `اقرأ أيضاً: ${sentence(random, 7)}`,
  ].join('\n\n')
}

function sentence(random, length) {
  return Array.from({ length }, () => (random() < 0.12 ? pick(NAMES, random) : pick(WORDS, random))).join(' ')
}
