import { withoutProclitics } from '../language/arabic.ts'
import { foldedWords } from '../language/tokenise.ts'
import { isJoined, wordAt } from './joined.ts'
import type { NameNode } from './name-tree.ts'
import type { TaggedText } from './text.ts'

const setOf = (words: string) => new Set(foldedWords(words).split(' '))

/** Words that call the person named behind them: ranks, offices, forms of address. */
const TITLES = setOf(`
  الرئيس رئيس الرئيسة رئيسة نظيره نظيرها نظيرتها نظيرته الوزير وزير وزيرة الوزيرة المستشار مستشار المستشارة مستشارة السيد السيدة السيدان
  الملك ملك الملكة ملكة الأمير أمير الأميرة ولي الشيخ الشيخة السلطان سلطان البابا بابا البطريرك المطران الكاردينال الأنبا المفتي مفتي الإمام آية
  الجنرال اللواء لواء العميد عميد العقيد عقيد المقدم الرائد النقيب الملازم المشير الفريق الأدميرال القائد قائد قائدة الزعيم زعيم زعيمة
  السفير سفير السفيرة سفيرة المبعوث مبعوث مبعوثة الموفد موفد الأمين أمين الأمينة المرشد النائب نائب النائبة نائبة السيناتور سيناتور السناتور
  المتحدث متحدث المتحدثة الناطق ناطق الناطقة المدير مدير المديرة مديرة المفوض مفوض المفوضة المنسق منسق المندوب مندوب مندوبة المحافظ محافظ
  الدكتور الدكتورة د الأستاذ الأستاذة البروفسور البروفيسور المهندس المحامي المحامية القاضي الحاج المدرب مدرب اللاعب لاعب المهاجم مهاجم الحارس حارس النجم نجم
  الفنان الفنانة المطرب المطربة الممثل الممثلة المخرج المخرجة الكاتب الكاتبة الشاعر الشاعرة الصحفي الصحفية الصحافي الصحافية الإعلامي الإعلامية
  المحلل الخبير خبير الباحث الباحثة باحث الناشط الناشطة ناشط المعارض معارض القيادي قيادي القيادية العضو عضو المرشح مرشح المرشحة مرشحة
  الرئيسين الوزيرين الوزراء الملياردير رجل حاكم الحاكم عمدة العمدة والي الوالي المسؤول مسؤول المسؤولة المؤرخ المفكر الروائي الروائية المؤسس مؤسس
  president minister chancellor premier mr mrs ms miss dr king queen prince princess sheikh pope cardinal general senator secretary leader ambassador
  colonel marshal sultan emir captain major lieutenant admiral commander chief chairman chairwoman director governor mayor congressman congresswoman
  representative spokesman spokeswoman spokesperson envoy counterpart professor judge sir lord lady coach striker goalkeeper analyst activist founder
`)

/** What may stand between a title and the name: "وزير الخارجية الروسي السابق", "Prime Minister". */
const COMPLEMENTS = setOf(`
  الخارجية الدفاع الداخلية المالية العدل النفط الصحة الاقتصاد الإعلام الثقافة التعليم التربية العالي الطاقة التجارة الخزانة الأمن القومي خارجية دفاع داخلية مالية
  الوزراء وزراء الحكومة حكومة الدولة دولة الجمهورية جمهورية البلاد بلاده البرلمان مجلس النواب الشعب الأمة الشورى الشيوخ المجلس الأركان أركان الجيش القوات المسلحة
  العام العامة للأمم المتحدة الأمم الأممي الأممية الدولي الخاص الخاصة العهد عهد السابق السابقة الأسبق الحالي الحالية الراحل الراحلة المنتخب المنتخبة الجديد الجديدة
  المخلوع المقال المستقيل المؤقت المؤقتة المكلف الأعلى الأول الأولى الثاني للثورة الإسلامية الحزب حزب الحركة حركة الجماعة التنظيم تنظيم باسم الرسمي الرسمية الإعلامي
  السياسي السياسية العسكري العسكرية البارز البارزة المعارض المعارضة الوطني الأسبوع آنذاك حينها لـ في عن لدى ركن الركن أول الشهير الشهيرة الكبير الكبيرة المصاب
  former prime foreign vice deputy defence defense interior general late acting then outgoing incoming elect secretary of state the opposition supreme
`)
const REACH = 7

/** A title before a name: its words, and the country whose nationality or name is in it; null where none is. */
export type Title = { words: string; country: string | null }

/** The title that leads up to a token: "وزير الخارجية الروسي السابق" before "لافروف"; null without one. */
export function titleBefore(text: TaggedText, first: number, tree: NameNode): Title | null {
  let country: string | null = null
  for (let token = first - 1; token >= 0 && token >= first - REACH && isJoined(text, token); token--) {
    const readings = [wordAt(text, token), ...withoutProclitics(wordAt(text, token))]
    if (readings.some((reading) => TITLES.has(reading)))
      return { words: text.text.slice(text.tokens[token]?.start, text.tokens[first - 1]?.end), country }
    const named = countryNamedBy(readings, tree)
    if (named === null && !readings.some((reading) => COMPLEMENTS.has(reading))) return null
    country ??= named
  }
  return null
}

/** Whether the word alone is a title. */
export function isTitle(word: string): boolean {
  return TITLES.has(word) || withoutProclitics(word).some((reading) => TITLES.has(reading))
}

/** Whether the word may stand between a title and a name. */
export function isComplement(word: string): boolean {
  return COMPLEMENTS.has(word)
}

function countryNamedBy(readings: readonly string[], tree: NameNode): string | null {
  for (const reading of readings) {
    const names = tree.next?.get(reading)?.names
    const name = names?.find(({ entry }) => entry.id.startsWith('country:'))
    if (name !== undefined) return name.entry.id.slice('country:'.length)
  }
  return null
}
