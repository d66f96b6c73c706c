import { withoutProclitics } from '../language/arabic.ts'
import { foldedWords } from '../language/tokenise.ts'
import { isJoined, type Span, wordAt } from './joined.ts'
import type { NameNode } from './name-tree.ts'
import type { TaggedText } from './text.ts'

const setOf = (words: string) => new Set(foldedWords(words).split(' '))

/** What a government does that no city does, in the feminine as Arabic capitals are, and in English. */
const ACTS = setOf(`
  قالت تقول أعلنت تعلن أكدت تؤكد رفضت ترفض دعت تدعو اتهمت تتهم طالبت تطالب أيدت تؤيد عارضت تعارض اعترضت تعترض نددت تندد أدانت تدين رحبت ترحب حذرت تحذر هددت تهدد
  اعتبرت تعتبر ترى نفت تنفي وافقت توافق قررت تقرر وقعت توقع بحثت تبحث ناقشت تناقش أبدت تبدي أعربت تعرب عبرت تعبر انتقدت تنتقد ردت ترد تسعى سعت تعتزم تريد أرادت تأمل
  تصر أصرت تدعم دعمت تفرض فرضت تمول تسلح تتمسك تمسكت تتبنى استدعت طردت سحبت أبلغت تبلغ اقترحت تقترح عرضت تعرض توصلت اتفقت تتفق تعهدت تتعهد تخشى تراهن تنظر تعول اشترطت
  أرسلت ترسل أجرت تجري أوقفت توقف أفرجت تفرج سمحت تسمح منعت تمنع حظرت تحظر تحفظت تتحفظ جددت تجدد رعت ترعى أطلقت تطلق زودت تزود استبعدت تستبعد وصفت تصف أثنت تثني أشادت تشيد
  شكرت تشكر وعدت تعد نشرت ساندت تساند باركت تبارك احتجت تحتج حاولت تحاول تراجعت تتراجع أنكرت تنكر أقرت تقر صادقت تصادق ألغت تلغي تشترط ألمحت تلوح لوحت شددت تشدد أوضحت توضح تعترف اعترفت قطعت استأنفت علقت تضغط ضغطت تواجه حضت حثت تحث ناشدت صعدت بررت تبرر كشفت طلبت تطلب ضمنت تضمن تتوسط توسطت
  said says announced rejected called accused denied condemned urged warned insists insisted wants wanted agreed agrees vowed pledged demanded demands expelled summoned
  backs backed supports supported imposed decided denounced criticised criticized welcomed refused responded retaliated signalled signaled hopes fears believes considers
  promised promises offered offers proposed proposes sent sends recalled granted approved blocked lifted threatened threatens declined seeks sought
`)
/** What only a government has, or has done to it: "موقف طهران", "شكر واشنطن", "ties with Moscow", "backed by Washington". */
const HAS = setOf(`
  موقف مواقف سياسة سياسات علاقات علاقة علاقاتها قرار رد ردود دعم حليف حليفة حلفاء اتهامات اتهام خلاف خلافات توتر تصعيد مفاوضات محادثات تفاهم اتفاق اتفاقية تحالف تقارب
  مصالح نفوذ ضغوط ضغط شروط مطالب تهديدات تهديد وساطة رسالة عقوبات سفير سفيرة حكومة نظام استراتيجية إستراتيجية تدخل رغبة قلق مخاوف دور رؤية مساعي تعهد إعلان جانب
  فلك حضن كنف خصوم أعداء رفض استياء غضب تحفظ تحفظات ترحيب إصرار التزام التزامات ضمانات
  شكر اتهم يتهم انتقد ينتقد ناشد يناشد طالب يطالب حث يحث
  by with against
`)
/** What makes a place of it: "في باريس", "وصل إلى باريس", "العاصمة باريس". */
const PLACES = setOf(`
  في إلى داخل وسط قرب العاصمة مدينة شمال شمالي جنوب جنوبي شرق شرقي غرب غربي مطار جامعة شوارع شارع ضواحي ضاحية سكان أحياء حي سماء زار زيارة يزور غادر وصل قادما متوجها
  بلدية محافظة محافظ عمدة بورصة ميناء فندق اجتماع اجتماعات مؤتمر قمة معرض مهرجان بيان إعلان صحيفة صحف مراسل طريق دوري نادي فريق
  in at to near inside outside visit visited visiting leaving left downtown mayor airport university from
`)
const PAIRED = setOf('بين between')
/** What may stand between a verb and the capital, before it ("تتحفظ عليه طهران") and behind it ("بكين قد رعت", "Washington had promised"). */
const BETWEEN_VERB_AND = setOf('عليه عليها عليهم به بها بهم فيه فيها منه منها له لها لهم إليه إليها عنه عنها')
const BETWEEN_AND_VERB = setOf('قد لن لم لا سوف had has have would will could may also')

/**
 * Whether a capital stands for the government that sits there: it acts ("أنقرة تعترض"), has what governments have
 * ("موقف طهران"), or stands beside another capital with no place about them ("باريس وموسكو", "بين أنقرة وموسكو").
 */
export function isSeat({ text, first, last }: Span, tree: NameNode): boolean {
  const before = wordBefore(text, first, BETWEEN_VERB_AND)
  const behind = wordBehind(text, last, BETWEEN_AND_VERB)
  const clitics = cliticsOf(wordAt(text, first), tree)
  if (clitics.includes('ب') || has(PLACES, before)) return false
  if (acts(before) || acts(behind) || has(HAS, before) || has(PAIRED, before)) return true
  if (clitics === 'و' && first > 0 && isCapital(wordAt(text, first - 1), tree))
    return isSeat({ text, first: first - 1, last: first - 1 }, tree)
  return behind.startsWith('و') && isCapital(behind, tree) && cliticsOf(behind, tree) === 'و'
}

/** The word before a token that joins it, past one of these; '' without one. */
function wordBefore(text: TaggedText, token: number, past: ReadonlySet<string>): string {
  if (token === 0 || !isJoined(text, token - 1)) return ''
  const word = wordAt(text, token - 1)
  return past.has(word) ? wordBefore(text, token - 1, NOTHING) : word
}

/** The word behind a token that joins it, past one of these; '' without one. */
function wordBehind(text: TaggedText, token: number, past: ReadonlySet<string>): string {
  if (!isJoined(text, token)) return ''
  const word = wordAt(text, token + 1)
  return past.has(word) ? wordBehind(text, token + 1, NOTHING) : word
}
const NOTHING: ReadonlySet<string> = new Set()

/** Whether it is a verb of governments, in the future ("ستبحث") and with its object ("تنفيه"), too. */
function acts(word: string): boolean {
  if (has(ACTS, word)) return true
  const bare = word.replace(/^([وف]?)س(?=ت)/, '$1').replace(/(?:ه|ها|هم)$/, '')
  return bare !== word && has(ACTS, bare)
}

function has(words: ReadonlySet<string>, word: string): boolean {
  return word !== '' && (words.has(word) || withoutProclitics(word).some((reading) => words.has(reading)))
}

/** What is written onto a capital: "و" of "وموسكو"; '' without any, or where it is none. */
function cliticsOf(word: string, tree: NameNode): string {
  const reading = [word, ...withoutProclitics(word)].find((one) => isKnownCapital(one, tree))
  return reading === undefined ? '' : word.slice(0, word.length - reading.length)
}

function isCapital(word: string, tree: NameNode): boolean {
  return [word, ...withoutProclitics(word)].some((reading) => isKnownCapital(reading, tree))
}

function isKnownCapital(word: string, tree: NameNode): boolean {
  return tree.next?.get(word)?.names?.some(({ entry }) => entry.capital) ?? false
}
