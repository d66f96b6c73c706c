import t from 'tap'
import { fold } from '../../src/language/fold.ts'
import { tokenise } from '../../src/language/tokenise.ts'

const SAME: [name: string, one: string, other: string][] = [
  ['hamza on alef', 'أرمينيا', 'ارمينيا'],
  ['decomposed hamza', 'أرمينيا'.normalize('NFD'), 'أرمينيا'],
  ['ta marbuta and ha', 'قرة باغ', 'قره باغ'],
  ['alef maqsura and ya', 'موسكى', 'موسكي'],
  ['Persian kaf and ya', 'تركیا', 'تركيا'],
  ['vowel marks', 'متلّفز', 'متلفز'],
  ['tatweel', 'لـ', 'ل'],
  ['bidi mark inside a word', 'ال\u200Fكتاب', 'الكتاب'],
  ['presentation forms', 'ﻻ', 'لا'],
  ['Arabic-Indic digits', '٢٠٢٠', '2020'],
  ['Persian digits', '۲۰۲۰', '2020'],
  ['Latin case and accents', 'Çavuşoğlu', 'cavusoglu'],
]

t.test('spellings of one word fold alike', async (t) => {
  for (const [name, one, other] of SAME) t.equal(fold(one), fold(other), name)
})

t.test('folding twice changes nothing, and words that differ stay apart', async (t) => {
  for (const [, one] of SAME) t.equal(fold(fold(one)), fold(one))
  t.not(fold('هدنة'), fold('هدنت'))
  t.equal(fold('कि'), 'कि', 'vowel signs of other scripts stay')
})

t.test('tokens know where they stand in the original text', async (t) => {
  const text = 'في "متلّفز"، لـ «باكو» 30٪ وأميركا.'
  t.strictSame(
    tokenise(text).map(({ folded, start, end }) => [folded, text.slice(start, end)]),
    [
      ['في', 'في'],
      ['متلفز', 'متلّفز'],
      ['ل', 'لـ'],
      ['باكو', 'باكو'],
      ['30', '30'],
      ['واميركا', 'وأميركا'],
    ],
  )
})

t.test('a decomposed or marked letter belongs whole to its token', async (t) => {
  const text = 'عمّا قال أحمدٌ e\u0301te\u0301 😀 x'
  for (const { start, end, folded } of tokenise(text)) t.equal(fold(text.slice(start, end)), folded)
  t.equal(tokenise(text).length, 5)
})
