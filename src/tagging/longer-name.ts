import { withoutProclitics } from '../language/arabic.ts'
import { isCommonWord } from '../language/common-words.ts'
import { isGivenName } from '../language/given-names.ts'
import { foldedWords } from '../language/tokenise.ts'
import { isJoined, wordAt, writtenText } from './joined.ts'
import type { Match } from './match.ts'
import type { NameNode } from './name-tree.ts'
import type { TaggedText } from './text.ts'
import { isTitle } from './titles.ts'

const setOf = (words: string) => new Set(foldedWords(words).split(' '))

/** What is named after people, before the name in Arabic. */
const NAMED_AFTER = setOf(`
  شارع طريق مطار جامعة مستشفى كأس مدينة ميدان ساحة جسر كوبري نفق ملعب استاد ستاد مدرسة ثانوية مجمع مركز مؤسسة جائزة قاعة حديقة مسجد جامع ميناء مكتبة
  متحف سد محطة حي معهد كلية برج قاعدة دوري بطولة قناة منتزه مخيم كتائب كتيبة سرايا لواء مسرح معسكر أكاديمية وقف منطقة ضاحية قصر حصن معبر وسام ميدالية
  حاملة فرقاطة مدمرة صالة ضريح قبر نصب تمثال شركة منحة كرسي
`)
/** And behind it in English. */
const NAMED_AFTER_BEHIND = setOf(`
  street airport university hospital cup city bridge stadium foundation center centre library institute museum prize award square avenue mosque school
  park hall port dam tower road boulevard college academy field base
`)
const SHIPS = setOf('حاملة سفينة فرقاطة مدمرة غواصة بارجة ناقلة')
const TITLE_BETWEEN = 2

/**
 * Whether a person's name is part of a longer one: of what is named after them ("مطار رفيق الحريري"), or of somebody
 * unknown ("خليفة بن زايد بن صقر", "أحمد محمود عباس", "ماهر الأسد" where only "الأسد" is known).
 */
export function belongsToLonger(match: Match, tree: NameNode): boolean {
  if (match.name.entry.kind !== 'person') return false
  return isOfNamedThing(match) || hasOtherGivenName(match, tree) || hasOtherSurname(match)
}

function isOfNamedThing({ text, first, last }: Match): boolean {
  if (
    isJoined(text, last) &&
    NAMED_AFTER_BEHIND.has(wordAt(text, last + 1)) &&
    isCapital(text.text, text.tokens[last + 1]?.start)
  )
    return true
  let token = first - 1
  while (token >= first - TITLE_BETWEEN && token >= 0 && isJoined(text, token) && isTitle(wordAt(text, token))) token--
  if (token < 0 || !isJoined(text, token)) return false
  return isOneOf(NAMED_AFTER, wordAt(text, token)) || isShip(text, token)
}

/** "حاملة الطائرات الأميركية" before "جيرالد فورد". */
function isShip(text: TaggedText, token: number): boolean {
  const kind = [token - 1, token - 2].find((at) => at >= 0 && isOneOf(SHIPS, wordAt(text, at)))
  if (kind === undefined) return false
  for (let at = kind + 1; at <= token; at++)
    if (!wordAt(text, at).startsWith('ال') || !isJoined(text, at - 1)) return false
  return true
}

function isOneOf(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || withoutProclitics(word).some((reading) => words.has(reading))
}

/** The word before is a given name that no title or known name explains. */
function hasOtherGivenName({ text, first, name, last }: Match, tree: NameNode): boolean {
  if (first === 0 || !isJoined(text, first - 1)) return false
  const word = wordAt(text, first - 1)
  if (/^\p{Script=Latin}/u.test(word)) {
    const start = text.tokens[first - 1]?.start as number
    if (first !== last || !isCapital(text.text, start) || isTitle(word) || isCommonWord(word)) return false
    if (first === 1 || !isJoined(text, first - 2)) return false
    return tree.next?.get(word)?.names == null && !name.text.includes(' ')
  }
  // "المرفوعة على دونالد ترامب": the preposition folds as Ali does.
  if (/ى$/.test(writtenText({ text, first: first - 1, last: first - 1 })) && word === 'علي') return false
  return isGivenName(word) && (first === last || isGivenName(wordAt(text, first)))
}

/** "بن" behind a name goes on with it, unless the house that it belongs to follows: "محمد بن سلمان بن عبد العزيز آل سعود". */
function hasOtherSurname({ text, first, last }: Match): boolean {
  if (!isJoined(text, last)) return false
  const next = wordAt(text, last + 1)
  if (next === 'بن' || next === 'ابن') {
    for (let token = last + 2; token <= last + 6 && isJoined(text, token - 1); token++) {
      const word = wordAt(text, token)
      if (word === 'ال' || word === 'عبدالعزيز' || (word === 'عبد' && wordAt(text, token + 1) === 'العزيز'))
        return false
    }
    return true
  }
  if (first === last || !isGivenName(wordAt(text, last))) return false
  return isGivenName(next) ? false : /^ال\p{L}{2,}ي$/u.test(next) && !isCommonWord(next) && SURNAMES.test(next)
}

/** Endings of surnames from tribes and towns that are no adjective of politics. */
const SURNAMES =
  /^ال(?:فلان|عتيب|حرب|قحطان|شمر|دوسر|مطير|زهران|غامد|بغداد|تميم|جبور|دليم|عان|تكريت|سامراي|هاشم|بلوش|شامس|كعب|نعيم|مزروع|سويد|مهير|كتب|ظاهر|نقب|حارث|بوسعيد|رواح|معمر|سيياب|شحي|عبيدل|خالد|عنز|رشيد|سبيع|شهر|عسير|بلو|حازم|صاعد|مالك|يام|حوث|مراد|ارياب|ذماري|صنعان|حضرم|عولق)ي$/u

function isCapital(text: string, at = 0): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2))
}
